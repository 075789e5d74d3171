package app.regrip.cli;

import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.session.Session;
import app.regrip.text.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code diagnose}: what a look at the PC finds. */
@Command(
    name = "diagnose",
    description = {"${bundle:cli.help.diagnose}", "${bundle:cli.help.diagnose.exit}"},
    sortOptions = false)
final class DiagnoseCommand implements Callable<Integer> {

  @Mixin private JsonOption json;
  private final CommandContext context;

  DiagnoseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = context.open(false)) {
      Message pc = session.now().pcName();
      List<Finding> findings = session.diagnose();
      int exitCode = exitCode(findings);
      if (json.isOn()) {
        context.json().print(context.shapes().diagnosis(pc, findings, exitCode));
        return exitCode;
      }
      Printer printer = context.printer();
      printer.line(Style.STRONG, pc);
      new FindingList(printer).show(findings);
      switch (exitCode) {
        case ExitCode.FINE -> printer.line(Message.of("cli.diagnose.none"));
        case ExitCode.UNKNOWN -> printer.line(Message.of("cli.diagnose.not-all-read"));
        default -> printer.line(Message.of("cli.next.repair", context.typed("fix all")));
      }
      return exitCode;
    }
  }

  private static int exitCode(List<Finding> findings) {
    if (has(findings, Severity.CAUSE)) {
      return ExitCode.FAILING;
    }
    return has(findings, Severity.UNKNOWN) ? ExitCode.UNKNOWN : ExitCode.FINE;
  }

  private static boolean has(List<Finding> findings, Severity severity) {
    return findings.stream().anyMatch(finding -> finding.severity() == severity);
  }
}
