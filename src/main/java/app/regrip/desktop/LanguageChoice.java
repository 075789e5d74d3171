package app.regrip.desktop;

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
    return Stream.of(ENGLISH, GERMAN)
        .filter(choice -> choice.language.equals(locale.getLanguage()))
        .findFirst();
  }

  /** Empty for that of the system. */
  public Optional<Locale> locale() {
    return this == SYSTEM ? Optional.empty() : Optional.of(new Locale(language));
  }
}
