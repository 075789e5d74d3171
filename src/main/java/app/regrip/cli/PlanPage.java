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
    screen.line(Style.STRONG, preview.title());
    if (!preview.findings().isEmpty()) {
      screen.blank();
      screen.line(Message.of("cli.plan.findings"));
      new FindingList(screen).show(preview.findings());
    }
    if (preview.refusal().isPresent()) {
      return;
    }
    screen.blank();
    screen.line(Message.of("cli.plan.steps"));
    int number = 1;
    for (Message step : preview.steps()) {
      screen.line(Style.PLAIN, "  " + number++ + ". ", step);
    }
    screen.blank();
    screen.line(
        Style.PLAIN,
        screen.say(Message.of("cli.plan.how-long")) + " ",
        capitalised(screen.say(preview.howLong())) + ".");
    if (preview.couldLose().isEmpty()) {
      screen.line(
          Style.PLAIN,
          screen.say(Message.of("cli.plan.could-lose")) + " ",
          Message.of("cli.plan.lose-nothing"));
    } else {
      screen.line(Message.of("cli.plan.could-lose-or-notice"));
      preview.couldLose().forEach(loss -> screen.line(Style.PLAIN, "  • ", loss));
    }
  }

  void refusal(Message words) {
    screen.blank();
    screen.line(Style.CAUTION, "! ", words);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
