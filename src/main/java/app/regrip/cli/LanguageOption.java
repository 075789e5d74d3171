package app.regrip.cli;

import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code --language}: one of those that Regrip speaks, also as {@code de-AT}. */
final class LanguageOption implements ITypeConverter<String> {

  private static final List<String> SPOKEN = List.of("de", "en");

  @Override
  public String convert(String text) {
    String language = Locale.forLanguageTag(text.strip().split("[._]", 2)[0]).getLanguage();
    if (!SPOKEN.contains(language)) {
      throw new UsageException(
          Message.of("cli.mistyped.language", text, String.join(", ", SPOKEN)));
    }
    return language;
  }
}
