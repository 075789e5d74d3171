package app.regrip.cli;

import app.regrip.report.StatusMetrics;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.storage.AtomicFile;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: how Windows Update is doing. */
@Command(
    name = "status",
    description = {"${bundle:cli.help.status}", "${bundle:cli.help.status.monitoring}"},
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {

  @Mixin private JsonOption json;

  @Option(names = "--prometheus", description = "${bundle:cli.help.status.prometheus}")
  private boolean prometheus;

  @Option(
      names = "--output",
      paramLabel = "${bundle:cli.help.label.file}",
      description = "${bundle:cli.help.status.output}")
  private Path output;

  private final CommandContext context;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (prometheus && json.isOn()) {
      throw new UsageException(Message.of("cli.mistyped.choose-one", "--json", "--prometheus"));
    }
    if (output != null && !prometheus) {
      throw new UsageException(
          Message.of("cli.mistyped.goes-with", "--output", "--prometheus", "regrip status --help"));
    }
    try (Session session = context.open(false)) {
      Snapshot now = session.now();
      if (prometheus) {
        give(metrics(session, now));
      } else if (json.isOn()) {
        context.json().print(context.shapes().status(now));
      } else {
        show(now);
      }
      return ExitCode.of(now.status());
    }
  }

  private String metrics(Session session, Snapshot now) {
    return new StatusMetrics(
            now,
            session.cases(),
            session.diagnose(),
            context.knowledge().version(),
            code -> context.knowledge().explain(code).symbol())
        .text();
  }

  private void give(String metrics) {
    if (output == null) {
      context.printer().raw(metrics.stripTrailing());
      return;
    }
    if (!output.getFileName().toString().endsWith(".prom")) {
      context.printer().error(Message.of("cli.status.prom-only"));
    }
    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new UsageException(Message.of("cli.status.no-folder", folder.toString()));
    }
    try {
      new AtomicFile(output).write(metrics);
    } catch (IOException e) {
      throw new UsageException(
          Message.of("cli.status.not-written", output.toString(), String.valueOf(e.getMessage())));
    }
  }

  private void show(Snapshot now) {
    Printer printer = context.printer();
    printer.line(Style.STRONG, now.pcName());
    context.statusPage().show(now);
    if (now.isRepairing()) {
      printer.line(Message.of("cli.next.see-repair", context.typed("fix all")));
    } else if (now.interrupted().isPresent()) {
      printer.line(Message.of("cli.next.what-to-do", context.typed("recover")));
    } else if (now.status() instanceof UpdateStatus.Failing) {
      printer.line(Message.of("cli.next.what-to-do", context.typed("fix all")));
    } else if (now.status() instanceof UpdateStatus.Unknown) {
      printer.line(Message.of("cli.next.look-deeper", context.typed("diagnose")));
    }
  }
}
