package app.regrip.cli;

import app.regrip.text.LanguageChoice;
import app.regrip.text.Message;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code --language}: one of those that Regrip speaks, also as {@code de-AT}. */
final class LanguageOption implements ITypeConverter<LanguageChoice> {

  @Override
  public LanguageChoice convert(String text) {
    return LanguageChoice.named(text)
        .orElseThrow(
            () ->
                new UsageException(
                    Message.of(
                        "cli.mistyped.language", text, String.join(", ", LanguageChoice.names()))));
  }
}
