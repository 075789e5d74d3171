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
      throw new Mistyped(Message.of("cli.mistyped.choose-one", "--json", "--prometheus"));
    }
    if (output != null && !prometheus) {
      throw new Mistyped(
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
      context.screen().raw(metrics.stripTrailing());
      return;
    }
    if (!output.getFileName().toString().endsWith(".prom")) {
      context.screen().complain(Message.of("cli.status.prom-only"));
    }
    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new Mistyped(Message.of("cli.status.no-folder", folder.toString()));
    }
    try {
      new AtomicFile(output).write(metrics);
    } catch (IOException e) {
      throw new Mistyped(
          Message.of("cli.status.not-written", output.toString(), String.valueOf(e.getMessage())));
    }
  }

  private void show(Snapshot now) {
    Screen screen = context.screen();
    screen.line(Style.STRONG, now.pcName());
    context.statusPage().show(now);
    if (now.isRepairing()) {
      screen.line(Message.of("cli.next.see-repair", context.typed("fix all")));
    } else if (now.interrupted().isPresent()) {
      screen.line(Message.of("cli.next.what-to-do", context.typed("recover")));
    } else if (now.status() instanceof UpdateStatus.Failing) {
      screen.line(Message.of("cli.next.what-to-do", context.typed("fix all")));
    } else if (now.status() instanceof UpdateStatus.Unknown) {
      screen.line(Message.of("cli.next.look-deeper", context.typed("diagnose")));
    }
  }
}
