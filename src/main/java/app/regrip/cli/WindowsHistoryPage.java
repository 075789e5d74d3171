package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
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
      screen.line(
          "Regrip has not reset the update components here, so Windows' own list is whole: Settings, Windows Update, Update history.");
      return;
    }
    screen.line(Style.STRONG, "What Windows' list of past updates held before Regrip reset it");
    kept.forEach(
        entry -> screen.line(Style.PLAIN, "  " + times.moment(entry.date()) + "  ", words(entry)));
  }

  private String words(UpdateHistoryEntry entry) {
    return entry
        .result()
        .map(
            code ->
                code.isFailure()
                    ? "Failed: "
                        + entry.title()
                        + " ("
                        + knowledge.catalog().headline(code).english()
                        + ")"
                    : "Installed: " + entry.title())
        .orElse("Waited for a restart: " + entry.title());
  }
}
