package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.checks.ByteSize;
import app.regrip.session.Case;
import app.regrip.session.MachineHistory;
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

  @Option(names = "--machine", description = "${bundle:cli.help.history.machine}")
  private boolean machine;

  @Mixin private JsonOption json;
  private final CommandContext context;

  HistoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (windows && machine) {
      throw new UsageException(Message.of("cli.mistyped.choose-one", "--windows", "--machine"));
    }
    try (Session session = context.open(false)) {
      Message pc = session.now().pcName();
      if (machine) {
        return showMachineHistory(pc, session.machineHistory());
      }
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

  private int showMachineHistory(Message pc, MachineHistory history) {
    int exitCode = history.notice().isPresent() ? ExitCode.UNKNOWN : ExitCode.FINE;
    if (json.isOn()) {
      context.json().print(context.shapes().machineHistory(pc, history, exitCode));
    } else {
      context.printer().line(Style.STRONG, pc);
      context.machineHistoryPage().show(history);
    }
    return exitCode;
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
