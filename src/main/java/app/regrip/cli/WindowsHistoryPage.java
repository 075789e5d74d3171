package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.text.Message;
import java.util.List;

/** Windows' own list of past updates, as resets have kept it. */
final class WindowsHistoryPage {

  private final Screen screen;
  private final Knowledge knowledge;
  private final Moments times;

  WindowsHistoryPage(Screen screen, Knowledge knowledge, Moments times) {
    this.screen = screen;
    this.knowledge = knowledge;
    this.times = times;
  }

  void show(List<UpdateHistoryEntry> kept) {
    if (kept.isEmpty()) {
      screen.line(Message.of("cli.windows-history.whole"));
      return;
    }
    screen.line(Style.STRONG, Message.of("cli.windows-history.title"));
    kept.forEach(
        entry -> screen.line(Style.PLAIN, "  " + times.moment(entry.date()) + "  ", words(entry)));
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
