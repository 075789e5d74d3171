package app.regrip.cli;

import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.util.stream.Stream;

/** A column that holds one of a few words, as wide as the longest of them needs. */
final class WordColumn {

  private static final int GAP = 2;

  private final Translator translator;
  private final int width;

  WordColumn(Translator translator, Message... words) {
    this.translator = translator;
    this.width = GAP + Stream.of(words).mapToInt(w -> translator.say(w).length()).max().orElse(0);
  }

  String of(Message word) {
    String said = translator.say(word);
    return said + " ".repeat(Math.max(0, width - said.length()));
  }

  String blank() {
    return " ".repeat(width);
  }
}
