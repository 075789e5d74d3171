package app.regrip;

import app.regrip.text.LanguageChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language this process speaks: that of {@code --language}, else of the environment, else of
 * the settings, else of the installation, else of the system; English where Regrip does not speak
 * that one. It is settled before anything is said, so the arguments are looked through here too.
 */
final class Language {

  static final String VARIABLE = "REGRIP_LANGUAGE";

  /** What the installer was told (LANGUAGE), as the native launcher hands it over. */
  static final String INSTALLED = "regrip.language";

  private static final String OPTION = "--language";
  private static final String DATA = "--data";
  private static final Locale SYSTEM = Locale.getDefault(Locale.Category.DISPLAY);

  private Language() {}

  /** From now on this process speaks what these ask for. */
  static void settle(List<String> arguments, Map<String, String> environment, String userHome) {
    speak(choice(arguments, environment, userHome));
  }

  static LanguageChoice choice(
      List<String> arguments, Map<String, String> environment, String userHome) {
    return wish(arguments, environment).orElseGet(() -> set(arguments, environment, userHome));
  }

  /** From now on this process speaks that. */
  static void speak(LanguageChoice choice) {
    LanguageChoice chosen = choice == LanguageChoice.SYSTEM ? ofInstallation() : choice;
    Locale.setDefault(locale(chosen, SYSTEM));
  }

  private static LanguageChoice ofInstallation() {
    return Optional.ofNullable(System.getProperty(INSTALLED))
        .flatMap(LanguageChoice::named)
        .orElse(LanguageChoice.SYSTEM);
  }

  /** Of two that speak the same language, the system's: it knows the user's country. */
  static Locale locale(LanguageChoice choice, Locale system) {
    LanguageChoice ofSystem = LanguageChoice.of(system).orElse(LanguageChoice.ENGLISH);
    Locale wanted = choice.locale().orElseGet(ofSystem.locale()::orElseThrow);
    return wanted.getLanguage().equals(system.getLanguage()) ? system : wanted;
  }

  /** What is asked for at this start; empty where that is nothing, or nothing Regrip speaks. */
  static Optional<LanguageChoice> wish(List<String> arguments, Map<String, String> environment) {
    return option(OPTION, arguments)
        .flatMap(LanguageChoice::named)
        .or(() -> Optional.ofNullable(environment.get(VARIABLE)).flatMap(LanguageChoice::named));
  }

  private static LanguageChoice set(
      List<String> arguments, Map<String, String> environment, String userHome) {
    Folders folders =
        Folders.of(option(DATA, arguments).flatMap(Language::path), environment, userHome);
    return new SettingsFile(folders.settings()).settings().language();
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What stands behind the last {@code name}, after {@code =} or as the next argument. */
  private static Optional<String> option(String name, List<String> arguments) {
    Optional<String> found = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(name + "=")) {
        found = Optional.of(argument.substring(name.length() + 1));
      } else if (argument.equals(name) && i + 1 < arguments.size()) {
        found = Optional.of(arguments.get(i + 1));
      }
    }
    return found;
  }
}
