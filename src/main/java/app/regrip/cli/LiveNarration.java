package app.regrip.cli;

import app.regrip.session.RepairProgress;
import app.regrip.text.Message;

/** For a screen: what has ended stands on lines of its own, what runs is drawn again in place. */
final class LiveNarration extends WordNarration {

  private static final int BAR = 20;
  private static final int SHORTEST_TITLE = 12;

  private final Moments times;

  LiveNarration(Printer printer, Moments times) {
    super(printer);
    this.times = times;
  }

  @Override
  public void running(RepairProgress progress) {
    if (progress.verdict().isPresent()) {
      printer.endLive();
    } else {
      printer.live(line(progress));
    }
  }

  private String line(RepairProgress progress) {
    String title =
        progress.proving()
            ? printer.say(Message.of("cli.narration.checking"))
            : RunningStep.of(progress)
                .map(step -> printer.say(step.title()))
                .orElseGet(() -> printer.say(Message.of("cli.narration.working")));
    String measured = "  " + times.since(progress.startedAt());
    if (progress.percent().isPresent()) {
      double percent = progress.percent().getAsDouble();
      measured =
          "  "
              + bar(percent)
              + String.format(printer.translator().locale(), " %5.1f %%", percent)
              + measured;
    }
    int room = printer.terminal().width() - 1 - "  → ".length() - measured.length();
    String shown = shortened(title, Math.max(SHORTEST_TITLE, room));
    String note = progress.note().isEmpty() ? "" : "  " + printer.say(progress.note());
    return "  → " + shown + measured + shortened(note, Math.max(0, room - shown.length()));
  }

  static String bar(double percent) {
    int full = (int) Math.round(Math.max(0, Math.min(100, percent)) * BAR / 100);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return length < 4 ? "" : text.substring(0, length - 3) + "...";
  }
}
