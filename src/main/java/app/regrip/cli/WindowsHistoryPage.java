package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.text.Message;
import java.util.List;

/** Windows' own list of past updates, as resets have kept it. */
final class WindowsHistoryPage {

  private final Printer printer;
  private final Knowledge knowledge;
  private final Moments times;

  WindowsHistoryPage(Printer printer, Knowledge knowledge, Moments times) {
    this.printer = printer;
    this.knowledge = knowledge;
    this.times = times;
  }

  void show(List<UpdateHistoryEntry> kept) {
    if (kept.isEmpty()) {
      printer.line(Message.of("cli.windows-history.whole"));
      return;
    }
    printer.line(Style.STRONG, Message.of("cli.windows-history.title"));
    kept.forEach(
        entry -> printer.line(Style.PLAIN, "  " + times.moment(entry.date()) + "  ", words(entry)));
  }

  private Message words(UpdateHistoryEntry entry) {
    return entry
        .result()
        .map(
            code ->
                code.isFailure()
                    ? Message.of(
                        "cli.windows-history.failed",
                        entry.title(),
                        knowledge.catalog().headline(code))
                    : Message.of("cli.windows-history.installed", entry.title()))
        .orElseGet(() -> Message.of("cli.windows-history.waited-for-restart", entry.title()));
  }
}
