package app.regrip.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language Regrip speaks. */
public enum LanguageChoice {
  /** That of the system, where Regrip speaks it; English elsewhere. */
  SYSTEM(""),
  ENGLISH("en"),
  GERMAN("de");

  private final String language;

  LanguageChoice(String language) {
    this.language = language;
  }

  /** The one that speaks the language of {@code locale}; empty where Regrip does not. */
  public static Optional<LanguageChoice> of(Locale locale) {
    return spoken().filter(choice -> choice.language.equals(locale.getLanguage())).findFirst();
  }

  /** As a person writes it: {@code de}, {@code de-AT}, {@code de_AT.UTF-8}. */
  public static Optional<LanguageChoice> named(String name) {
    return of(Locale.forLanguageTag(name.strip().split("[._]", 2)[0]));
  }

  /** The names of those that Regrip speaks. */
  public static List<String> names() {
    return spoken().map(choice -> choice.language).sorted().toList();
  }

  private static Stream<LanguageChoice> spoken() {
    return Stream.of(values()).filter(choice -> choice != SYSTEM);
  }

  /** Empty for that of the system. */
  public Optional<Locale> locale() {
    return this == SYSTEM ? Optional.empty() : Optional.of(new Locale(language));
  }
}
