package app.regrip.cli;

import app.regrip.session.MachineHistory;
import app.regrip.session.MachineHistory.EndedRun;
import app.regrip.text.Message;

/** The repairs of this PC, whoever started them. */
final class MachineHistoryPage {

  private final Printer printer;
  private final Moments times;

  MachineHistoryPage(Printer printer, Moments times) {
    this.printer = printer;
    this.times = times;
  }

  void show(MachineHistory history) {
    history.runs().forEach(this::show);
    if (history.notice().isPresent()) {
      printer.error(history.notice().get());
    } else if (history.runs().isEmpty()) {
      printer.line(Message.of("cli.machine-history.none"));
    }
  }

  private void show(EndedRun run) {
    String lead = "  " + times.moment(run.endedAt()) + "  ";
    printer.line(
        Style.PLAIN,
        lead,
        Message.of("cli.history.tried", run.fix().commandName(), run.verdict().words()));
    String below = " ".repeat(lead.length());
    run.failed()
        .ifPresent(
            failed ->
                printer.line(
                    Style.FAINT,
                    below,
                    Message.of(
                        "cli.machine-history.for",
                        failed.operation().inWords(),
                        failed.code().hex())));
    printer.line(
        Style.FAINT,
        below,
        Message.of("cli.machine-history.run", times.moment(run.startedAt()), run.runId()));
  }
}
