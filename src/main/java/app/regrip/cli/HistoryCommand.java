package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.checks.ByteSize;
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
        context.json().print(context.shapes().history(pc, cases, session.keptCopies()));
        return ExitCode.FINE;
      }
      context.screen().line(Style.STRONG, pc);
      if (cases.isEmpty()) {
        context.screen().line("Regrip has seen no trouble with Windows Update here.");
      } else {
        context.casePage().show(cases);
      }
      tellOfCopies(session.keptCopies());
      return ExitCode.FINE;
    }
  }

  private void tellOfCopies(KeptCopies.Total copies) {
    if (copies.folders() > 0) {
      context.screen().blank();
      context
          .screen()
          .line(
              (copies.folders() == 1
                      ? "One folder that a repair has set aside is"
                      : copies.folders() + " folders that repairs have set aside are")
                  + " still kept: "
                  + ByteSize.size(copies.size())
                  + ". Deleting takes an administrator, so they go with the next repair once updates"
                  + " have worked for 7 days; \"regrip fix copies\" deletes them at once.");
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
