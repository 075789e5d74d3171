package app.regrip.cli;

import app.regrip.session.Case;
import app.regrip.session.Case.Entry;
import java.util.List;

/** What went wrong and what was done about it, as lines of time. */
final class CasePage {

  private final Screen screen;
  private final Explainer explainer;
  private final Times times;

  CasePage(Screen screen, Explainer explainer, Times times) {
    this.screen = screen;
    this.explainer = explainer;
    this.times = times;
  }

  void show(List<Case> cases) {
    boolean first = true;
    for (Case one : cases) {
      if (!first) {
        screen.blank();
      }
      first = false;
      show(one);
    }
  }

  private void show(Case one) {
    screen.line(Style.STRONG, explainer.explain(one.code()).oneLine());
    for (Entry entry : one.entries()) {
      String moment = times.moment(entry.at());
      screen.line(
          Style.PLAIN,
          "  " + " ".repeat(Math.max(0, 17 - moment.length())) + moment + "  ",
          words(entry));
    }
    screen.line(Style.FAINT, "  ", words(one.state()));
  }

  private static String words(Entry entry) {
    if (entry instanceof Entry.Failed failed) {
      return "Failed: "
          + failed.operation()
          + (failed.title().isBlank() ? "" : " \"" + failed.title() + "\"")
          + " ("
          + failed.code().hex()
          + ")";
    } else if (entry instanceof Entry.Tried tried) {
      return "Tried the fix \"" + tried.fix().commandName() + "\": " + tried.verdict().words();
    } else if (entry instanceof Entry.CameBack cameBack) {
      return "Came back (" + cameBack.code().hex() + "), time number " + cameBack.recurrence();
    } else if (entry instanceof Entry.Closed closed) {
      return "Closed: " + closed.why();
    }
    throw new IllegalArgumentException("not an entry of a case: " + entry);
  }

  private static String words(Case.State state) {
    return switch (state) {
      case OPEN -> "Still open.";
      case WATCHED -> "Proven, and watched in case it comes back.";
      case CLOSED -> "Closed.";
    };
  }
}
