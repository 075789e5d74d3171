package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.session.Case;
import app.regrip.session.Session;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: what went wrong, what was tried, what was proven. */
@Command(
    name = "history",
    description = "Show what went wrong, what was tried and what was proven.",
    sortOptions = false)
final class HistoryCommand implements Callable<Integer> {

  @Option(
      names = "--windows",
      description = "Show Windows' own list of past updates, as it was before a reset.")
  private boolean windows;

  @Mixin private JsonOption json;
  private final CommandContext context;

  HistoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = context.open(false)) {
      String pc = session.now().pcName();
      if (windows) {
        return showWindowsHistory(pc, session.keptWindowsHistory());
      }
      List<Case> cases = session.cases();
      if (json.isOn()) {
        context.json().print(context.shapes().history(pc, cases));
        return ExitCode.FINE;
      }
      context.screen().line(Style.STRONG, pc);
      if (cases.isEmpty()) {
        context.screen().line("Regrip has seen no trouble with Windows Update here.");
      } else {
        context.casePage().show(cases);
      }
      return ExitCode.FINE;
    }
  }

  private int showWindowsHistory(String pc, List<UpdateHistoryEntry> kept) {
    if (json.isOn()) {
      context.json().print(context.shapes().windowsHistory(pc, kept));
    } else {
      context.screen().line(Style.STRONG, pc);
      context.windowsHistoryPage().show(kept);
    }
    return ExitCode.FINE;
  }
}
