package app.regrip.cli;

import app.regrip.repair.Preview;
import app.regrip.text.Message;

/** What a fix would do, before it does anything. */
final class PlanPage {

  private final Screen screen;

  PlanPage(Screen screen) {
    this.screen = screen;
  }

  void show(Preview preview) {
    screen.line(Style.STRONG, preview.title().english());
    if (!preview.findings().isEmpty()) {
      screen.blank();
      screen.line("What a look at the PC found");
      new FindingList(screen).show(preview.findings());
    }
    if (preview.refusal().isPresent()) {
      return;
    }
    screen.blank();
    screen.line("What will be done");
    int number = 1;
    for (Message step : preview.steps()) {
      screen.line(Style.PLAIN, "  " + number++ + ". ", step.english());
    }
    screen.blank();
    screen.line(
        Style.PLAIN,
        "How long: ",
        capitalised(Moments.between(preview.shortest(), preview.longest())) + ".");
    if (preview.couldLose().isEmpty()) {
      screen.line(Style.PLAIN, "What you could lose: ", "Nothing.");
    } else {
      screen.line("What you could lose or notice");
      preview.couldLose().forEach(loss -> screen.line(Style.PLAIN, "  • ", loss.english()));
    }
  }

  void refusal(String words) {
    screen.blank();
    screen.line(Style.CAUTION, "! ", words);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
