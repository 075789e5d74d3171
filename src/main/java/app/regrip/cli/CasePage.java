package app.regrip.cli;

import app.regrip.session.Case;
import app.regrip.session.Case.Entry;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.util.List;

/** What went wrong and what was done about it, as lines of time. */
final class CasePage {

  private final Printer printer;
  private final Knowledge knowledge;
  private final Moments times;

  CasePage(Printer printer, Knowledge knowledge, Moments times) {
    this.printer = printer;
    this.knowledge = knowledge;
    this.times = times;
  }

  void show(List<Case> cases) {
    boolean first = true;
    for (Case one : cases) {
      if (!first) {
        printer.blank();
      }
      first = false;
      show(one);
    }
  }

  private void show(Case one) {
    printer.line(Style.STRONG, knowledge.explain(one.code()).oneLine());
    List<Entry> entries = one.entries();
    int next;
    for (int i = 0; i < entries.size(); i = next) {
      next = endOfSame(entries, i);
      Message words = words(entries.get(i));
      String moment = times.moment(entries.get(i).at());
      String blanks = " ".repeat(Math.max(0, times.width() - moment.length()));
      printer.line(
          Style.PLAIN,
          "  " + blanks + moment + "  ",
          next - i > 1 ? Message.of("cli.history.in-a-row", words, next - i) : words);
    }
    printer.line(Style.FAINT, "  ", words(one.state()));
  }

  /** Where the run of failures that say the same ends; one line is enough for all of them. */
  private static int endOfSame(List<Entry> entries, int start) {
    int end = start + 1;
    while (entries.get(start) instanceof Entry.Failed
        && end < entries.size()
        && entries.get(end) instanceof Entry.Failed
        && words(entries.get(end)).equals(words(entries.get(start)))) {
      end++;
    }
    return end;
  }

  private static Message words(Entry entry) {
    if (entry instanceof Entry.Failed failed) {
      return Message.of(
          "cli.history.failed",
          StatusLines.titled(Operation.inWords(failed.operation()), failed.title()),
          failed.code().hex());
    } else if (entry instanceof Entry.Tried tried) {
      return Message.of("cli.history.tried", tried.fix().commandName(), tried.verdict().words());
    } else if (entry instanceof Entry.CameBack cameBack) {
      return Message.of("cli.history.came-back", cameBack.code().hex(), cameBack.recurrence());
    } else if (entry instanceof Entry.Closed closed) {
      return Message.of("cli.history.closed", closed.why());
    }
    throw new IllegalArgumentException("not an entry of a case: " + entry);
  }

  private static Message words(Case.State state) {
    return switch (state) {
      case OPEN -> Message.of("cli.history.state.open");
      case WATCHED -> Message.of("cli.history.state.watched");
      case CLOSED -> Message.of("cli.history.state.closed");
    };
  }
}
