package app.regrip.cli;

import app.regrip.selftest.Answer;
import app.regrip.selftest.Judged;
import app.regrip.text.Message;
import java.util.List;
import java.util.stream.Stream;

/** What a PC says to the assumptions, for people. */
final class AnswerPage {

  private static final Message HELD = Message.of("cli.selftest.held");
  private static final Message DID_NOT_HOLD = Message.of("cli.selftest.did-not-hold");
  private static final Message COULD_NOT_ASK = Message.of("cli.selftest.could-not-ask");

  private final Printer printer;
  private final WordColumn column;

  AnswerPage(Printer printer) {
    this.printer = printer;
    this.column = new WordColumn(printer.translator(), HELD, DID_NOT_HOLD, COULD_NOT_ASK);
  }

  void show(Judged judged) {
    printer.line(style(judged.answer()), column.of(word(judged.answer())), title(judged));
    printer.line(Style.PLAIN, column.blank(), judged.answer().seen());
  }

  /** What it comes to, in one line. */
  void sum(List<Judged> all) {
    printer.line(
        Style.STRONG,
        Message.of(
            "cli.selftest.sum",
            count(all, Answer.Held.class),
            count(all, Answer.DidNotHold.class),
            count(all, Answer.CouldNotAsk.class)));
  }

  /** The same for a file. */
  List<String> lines(List<Judged> all) {
    return all.stream()
        .flatMap(
            judged ->
                Stream.of(
                    column.of(word(judged.answer())) + printer.say(title(judged)),
                    column.blank() + printer.say(judged.answer().seen())))
        .toList();
  }

  private static Message title(Judged judged) {
    return Message.of(
        "cli.selftest.title",
        judged.assumption().id(),
        judged.assumption().name(),
        judged.assumption().statement());
  }

  private static long count(List<Judged> all, Class<? extends Answer> kind) {
    return all.stream().filter(judged -> kind.isInstance(judged.answer())).count();
  }

  private static Message word(Answer answer) {
    if (answer instanceof Answer.Held) {
      return HELD;
    }
    return answer instanceof Answer.DidNotHold ? DID_NOT_HOLD : COULD_NOT_ASK;
  }

  private static Style style(Answer answer) {
    if (answer instanceof Answer.Held) {
      return Style.GOOD;
    }
    return answer instanceof Answer.DidNotHold ? Style.BAD : Style.CAUTION;
  }
}
