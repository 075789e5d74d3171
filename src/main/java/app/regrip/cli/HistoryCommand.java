package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.checks.ByteSize;
import app.regrip.session.Case;
import app.regrip.session.Session;
import app.regrip.text.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: what went wrong, what was tried, what was proven. */
@Command(name = "history", description = "${bundle:cli.help.history}", sortOptions = false)
final class HistoryCommand implements Callable<Integer> {

  @Option(names = "--windows", description = "${bundle:cli.help.history.windows}")
  private boolean windows;

  @Mixin private JsonOption json;
  private final CommandContext context;

  HistoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = context.open(false)) {
      Message pc = session.now().pcName();
      if (windows) {
        return showWindowsHistory(pc, session.keptWindowsHistory());
      }
      List<Case> cases = session.cases();
      if (json.isOn()) {
        context.json().print(context.shapes().history(pc, cases, session.keptCopies()));
        return ExitCode.FINE;
      }
      context.printer().line(Style.STRONG, pc);
      if (cases.isEmpty()) {
        context.printer().line(Message.of("cli.history.none"));
      } else {
        context.casePage().show(cases);
      }
      tellOfCopies(session.keptCopies());
      return ExitCode.FINE;
    }
  }

  private void tellOfCopies(KeptCopies.Total copies) {
    if (copies.folders() > 0) {
      context.printer().blank();
      context
          .printer()
          .line(Message.of("cli.history.copies", copies.folders(), ByteSize.size(copies.size())));
    }
  }

  private int showWindowsHistory(Message pc, List<UpdateHistoryEntry> kept) {
    if (json.isOn()) {
      context.json().print(context.shapes().windowsHistory(pc, kept));
    } else {
      context.printer().line(Style.STRONG, pc);
      context.windowsHistoryPage().show(kept);
    }
    return ExitCode.FINE;
  }
}
