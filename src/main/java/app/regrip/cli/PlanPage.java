package app.regrip.cli;

import app.regrip.repair.Preview;
import app.regrip.text.Message;

/** What a fix would do, before it does anything. */
final class PlanPage {

  private final Printer printer;

  PlanPage(Printer printer) {
    this.printer = printer;
  }

  void show(Preview preview) {
    printer.line(Style.STRONG, preview.title());
    if (!preview.findings().isEmpty()) {
      printer.blank();
      printer.line(Message.of("cli.plan.findings"));
      new FindingList(printer).show(preview.findings());
    }
    if (preview.refusal().isPresent()) {
      return;
    }
    printer.blank();
    printer.line(Message.of("cli.plan.steps"));
    int number = 1;
    for (Message step : preview.steps()) {
      printer.line(Style.PLAIN, "  " + number++ + ". ", step);
    }
    printer.blank();
    printer.line(
        Style.PLAIN,
        printer.say(Message.of("cli.plan.how-long")) + " ",
        capitalised(printer.say(preview.howLong())) + ".");
    if (preview.couldLose().isEmpty()) {
      printer.line(
          Style.PLAIN,
          printer.say(Message.of("cli.plan.could-lose")) + " ",
          Message.of("cli.plan.lose-nothing"));
    } else {
      printer.line(Message.of("cli.plan.could-lose-or-notice"));
      preview.couldLose().forEach(loss -> printer.line(Style.PLAIN, "  • ", loss));
    }
  }

  void refusal(Message words) {
    printer.blank();
    printer.line(Style.CAUTION, "! ", words);
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
