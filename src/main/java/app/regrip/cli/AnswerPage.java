package app.regrip.cli;

import app.regrip.selftest.Answer;
import app.regrip.selftest.Judged;
import app.regrip.text.Translator;
import java.util.List;
import java.util.stream.Stream;

/** What a PC says to the assumptions, for people. */
final class AnswerPage {

  private static final String INDENT = " ".repeat(20);

  private final Screen screen;
  private final Translator translator = Translator.ofThisProcess();

  AnswerPage(Screen screen) {
    this.screen = screen;
  }

  void show(Judged judged) {
    screen.line(style(judged.answer()), padded(judged.answer()), title(judged));
    screen.line(Style.PLAIN, INDENT, seen(judged));
  }

  /** What it comes to, in one line. */
  void sum(List<Judged> all) {
    screen.line(
        Style.STRONG,
        count(all, Answer.Held.class)
            + " held, "
            + count(all, Answer.DidNotHold.class)
            + " did not hold, "
            + count(all, Answer.CouldNotAsk.class)
            + " could not be asked.");
  }

  /** The same for a file. */
  List<String> lines(List<Judged> all) {
    return all.stream()
        .flatMap(
            judged -> Stream.of(padded(judged.answer()) + title(judged), INDENT + seen(judged)))
        .toList();
  }

  private String title(Judged judged) {
    return judged.assumption().id()
        + " "
        + judged.assumption().name()
        + ": "
        + translator.say(judged.assumption().statement());
  }

  private String seen(Judged judged) {
    return translator.say(judged.answer().seen());
  }

  private static long count(List<Judged> all, Class<? extends Answer> kind) {
    return all.stream().filter(judged -> kind.isInstance(judged.answer())).count();
  }

  private static String padded(Answer answer) {
    String word = word(answer);
    return word + " ".repeat(INDENT.length() - word.length());
  }

  private static String word(Answer answer) {
    if (answer instanceof Answer.Held) {
      return "held";
    }
    return answer instanceof Answer.DidNotHold ? "did not hold" : "could not be asked";
  }

  private static Style style(Answer answer) {
    if (answer instanceof Answer.Held) {
      return Style.GOOD;
    }
    return answer instanceof Answer.DidNotHold ? Style.BAD : Style.CAUTION;
  }
}
