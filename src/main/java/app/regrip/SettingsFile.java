package app.regrip;

import app.regrip.desktop.AlertPreferences;
import app.regrip.desktop.NoticeChoice;
import app.regrip.desktop.QuietHours;
import app.regrip.desktop.ThemeChoice;
import app.regrip.storage.AtomicFile;
import app.regrip.storage.Patience;
import app.regrip.text.LanguageChoice;
import app.regrip.text.Message;
import app.regrip.update.AlertChoice;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * {@code settings.json}: made with the defaults when first asked for, and meant to be read and
 * changed by people.
 */
final class SettingsFile {

  private static final int MOST_MINUTES = 24 * 60;
  private static final int LEAST_DAYS = 30;
  private static final int MOST_DAYS = 36_500;

  private final AtomicFile file;
  private final Policies policies;
  private volatile Settings settings;
  private boolean unreadable;

  SettingsFile(Path path) {
    this(path, Policies.NONE);
  }

  SettingsFile(Path path, Policies policies) {
    this.policies = policies;
    this.file = new AtomicFile(path);
    this.settings = read();
  }

  /** Not made where there is no file yet. */
  private static final class Format {
    /** What nobody has chosen is there as null, to be found. */
    static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();
  }

  /**
   * What administrators have set for this PC, whatever stands in the file.
   *
   * @param installed what holds where a user has not chosen
   */
  record Policies(
      OptionalInt pollMinutes,
      Optional<AlertChoice> alerts,
      Optional<Boolean> newVersions,
      Installed installed) {
    static final Policies NONE =
        new Policies(OptionalInt.empty(), Optional.empty(), Optional.empty(), Installed.DEFAULT);
  }

  /** What the installer was told. */
  record Installed(AlertChoice alerts, boolean newVersions) {
    static final Installed DEFAULT = new Installed(AlertChoice.HANDLE, false);
  }

  /**
   * @param theme {@code SYSTEM}, {@code LIGHT}, {@code DARK} or {@code CONTRAST}
   * @param language {@code SYSTEM}, {@code ENGLISH} or {@code GERMAN}
   * @param historyDays how long closed cases stay in the history, 30 to 36500, or 0 for ever
   * @param pollMinutes how often the update log is read even if nothing was pushed, 1 to 1440
   * @param alerts which failures raise an alert: {@code HANDLE}, {@code REPAIRABLE} or {@code
   *     EVERY}; {@code null} where nobody has chosen
   * @param notices what is said unasked: {@code ALL}, {@code FAILURES} or {@code NOTHING}
   * @param quietHours when nothing is, such as {@code 22:00-07:00}, or empty
   * @param newVersions whether a newer Regrip is looked for; {@code null} where nobody has chosen
   * @param welcomed whether a window has been opened before
   */
  record Settings(
      ThemeChoice theme,
      LanguageChoice language,
      int pollMinutes,
      int historyDays,
      AlertChoice alerts,
      NoticeChoice notices,
      String quietHours,
      Boolean newVersions,
      boolean welcomed) {
    static final Settings DEFAULT = new Settings(null, null, 0, 0, null, null, null, null, false);

    Settings {
      theme = theme == null ? ThemeChoice.SYSTEM : theme;
      language = language == null ? LanguageChoice.SYSTEM : language;
      pollMinutes = pollMinutes == 0 ? 30 : Math.max(1, Math.min(MOST_MINUTES, pollMinutes));
      historyDays = historyDays <= 0 ? 0 : Math.max(LEAST_DAYS, Math.min(MOST_DAYS, historyDays));
      notices = notices == null ? NoticeChoice.ALL : notices;
      quietHours = quietHours == null ? "" : quietHours.strip();
    }

    /**
     * @param name of one of them, as it stands in the file
     */
    Settings with(String name, Object value) {
      JsonObject all = Format.GSON.toJsonTree(this).getAsJsonObject();
      if (!all.has(name)) {
        throw new IllegalArgumentException("there is no setting " + name);
      }
      all.add(name, Format.GSON.toJsonTree(value));
      return Format.GSON.fromJson(all, Settings.class);
    }
  }

  /** Those of the file. */
  Settings settings() {
    return settings;
  }

  /** How often the update log is read: what a policy says, else the file. */
  Duration poll() {
    return Duration.ofMinutes(policies.pollMinutes().orElse(settings.pollMinutes()));
  }

  boolean pollIsSetByPolicy() {
    return policies.pollMinutes().isPresent();
  }

  /** How long closed cases are kept; empty for ever. */
  Optional<Duration> retention() {
    return Optional.of(settings.historyDays()).filter(days -> days > 0).map(Duration::ofDays);
  }

  /** When Regrip speaks up: what a policy says, else the file, else the installation. */
  AlertPreferences alerts() {
    Settings now = settings;
    AlertChoice which =
        policies
            .alerts()
            .or(() -> Optional.ofNullable(now.alerts()))
            .orElse(policies.installed().alerts());
    return new AlertPreferences(which, now.notices(), QuietHours.parse(now.quietHours()));
  }

  /** Whether administrators have decided which failures raise an alert. */
  boolean alertsAreSetByPolicy() {
    return policies.alerts().isPresent();
  }

  /**
   * Whether a newer Regrip is looked for: what a policy says, else the file, else the installation.
   */
  boolean newVersions() {
    return policies
        .newVersions()
        .or(() -> Optional.ofNullable(settings.newVersions()))
        .orElse(policies.installed().newVersions());
  }

  boolean newVersionsAreSetByPolicy() {
    return policies.newVersions().isPresent();
  }

  /** What is wrong with the file, for the user; what could not be read is as usual then. */
  Optional<Message> trouble() {
    String name = file.file().toString();
    if (unreadable) {
      return Optional.of(Message.of("session.notice.settings-unreadable", name));
    }
    String hours = settings.quietHours();
    return hours.isEmpty() || QuietHours.parse(hours).isPresent()
        ? Optional.empty()
        : Optional.of(Message.of("session.notice.settings-quiet-hours", hours, name));
  }

  void theme(ThemeChoice theme) throws IOException {
    change(now -> now.with("theme", theme));
  }

  void language(LanguageChoice language) throws IOException {
    change(now -> now.with("language", language));
  }

  /** What a policy or the installation has decided is not written: it may go again. */
  void alerts(AlertPreferences chosen) throws IOException {
    change(
        now -> {
          boolean kept = alertsAreSetByPolicy() || chosen.alerts() == alerts().alerts();
          return now.with("alerts", kept ? now.alerts() : chosen.alerts())
              .with("notices", chosen.notices())
              .with("quietHours", chosen.quietHours().map(QuietHours::toString).orElse(""));
        });
  }

  void newVersions(boolean wanted) throws IOException {
    change(now -> now.with("newVersions", wanted));
  }

  void pollMinutes(int minutes) throws IOException {
    change(now -> now.with("pollMinutes", minutes));
  }

  void historyDays(int days) throws IOException {
    change(now -> now.with("historyDays", days));
  }

  /** A window has been opened. */
  void welcomed() throws IOException {
    change(now -> now.with("welcomed", true));
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

  /** What somebody else has written meanwhile stays. */
  private void change(UnaryOperator<Settings> change) throws IOException {
    settings = read();
    write(change.apply(settings));
  }

  private Settings read() {
    try {
      Settings read =
          file.read()
              .map(text -> Format.GSON.fromJson(text, Settings.class))
              .orElse(Settings.DEFAULT);
      unreadable = false;
      return read;
    } catch (IOException | JsonParseException e) {
      unreadable = true;
      return Settings.DEFAULT;
    }
  }

  /** A file that could not be read is kept under another name before it is replaced. */
  private void write(Settings changed) throws IOException {
    if (unreadable && Files.exists(file.file())) {
      Path kept =
          file.file()
              .resolveSibling("settings.unreadable-" + Instant.now().toEpochMilli() + ".json");
      Patience.with(() -> Files.move(file.file(), kept));
      unreadable = false;
    }
    file.write(Format.GSON.toJson(changed) + "\n");
    settings = changed;
  }
}
