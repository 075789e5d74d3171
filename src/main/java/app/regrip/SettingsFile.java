package app.regrip;

import app.regrip.desktop.ThemeChoice;
import app.regrip.storage.AtomicFile;
import app.regrip.storage.Patience;
import app.regrip.text.LanguageChoice;
import app.regrip.text.Message;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code settings.json}: made with the defaults when first asked for, and meant to be read and
 * changed by people.
 */
final class SettingsFile {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final int MOST_MINUTES = 24 * 60;

  private final AtomicFile file;
  private final OptionalInt pollByPolicy;
  private Settings settings;
  private Optional<Message> trouble = Optional.empty();

  SettingsFile(Path path) {
    this(path, OptionalInt.empty());
  }

  /**
   * @param pollByPolicy the minutes that administrators have set for this PC, whatever stands in
   *     the file
   */
  SettingsFile(Path path, OptionalInt pollByPolicy) {
    this.pollByPolicy = pollByPolicy;
    this.file = new AtomicFile(path);
    this.settings = read();
  }

  /**
   * @param theme {@code SYSTEM}, {@code LIGHT}, {@code DARK} or {@code CONTRAST}
   * @param language {@code SYSTEM}, {@code ENGLISH} or {@code GERMAN}
   * @param pollMinutes how often the update log is read even if nothing was pushed, 1 to 1440
   */
  record Settings(ThemeChoice theme, LanguageChoice language, int pollMinutes) {
    static final Settings DEFAULT = new Settings(ThemeChoice.SYSTEM, LanguageChoice.SYSTEM, 30);

    Settings {
      theme = theme == null ? ThemeChoice.SYSTEM : theme;
      language = language == null ? LanguageChoice.SYSTEM : language;
      pollMinutes = pollMinutes == 0 ? 30 : Math.max(1, Math.min(MOST_MINUTES, pollMinutes));
    }
  }

  /** Those of the file. */
  Settings settings() {
    return settings;
  }

  /** How often the update log is read: what a policy says, else the file. */
  Duration poll() {
    return pollByPolicy.isPresent()
        ? Duration.ofMinutes(pollByPolicy.getAsInt())
        : Duration.ofMinutes(settings.pollMinutes());
  }

  /** What is wrong with the file, for the user; the defaults are used then. */
  Optional<Message> trouble() {
    return trouble;
  }

  void theme(ThemeChoice theme) throws IOException {
    settings = read();
    write(new Settings(theme, settings.language(), settings.pollMinutes()));
  }

  void language(LanguageChoice language) throws IOException {
    settings = read();
    write(new Settings(settings.theme(), language, settings.pollMinutes()));
  }

  /** Where it is, or would be. */
  Path file() {
    return file.file();
  }

  /** Makes sure there is a file to edit. */
  Path path() throws IOException {
    if (Files.notExists(file.file())) {
      write(settings);
    }
    return file.file();
  }

  private Settings read() {
    try {
      return file.read().map(text -> GSON.fromJson(text, Settings.class)).orElse(Settings.DEFAULT);
    } catch (IOException | JsonParseException e) {
      trouble =
          Optional.of(Message.of("session.notice.settings-unreadable", file.file().toString()));
      return Settings.DEFAULT;
    }
  }

  /** A file that could not be read is kept under another name before it is replaced. */
  private void write(Settings changed) throws IOException {
    if (trouble.isPresent() && Files.exists(file.file())) {
      Path kept =
          file.file()
              .resolveSibling("settings.unreadable-" + Instant.now().toEpochMilli() + ".json");
      Patience.with(() -> Files.move(file.file(), kept));
      trouble = Optional.empty();
    }
    file.write(GSON.toJson(changed) + "\n");
    settings = changed;
  }
}
