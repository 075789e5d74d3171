package app.regrip.cli;

import app.regrip.report.StatusMetrics;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.storage.AtomicFile;
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
    description = {
      "Tell whether Windows Update works. Exit code 0: yes, 1: no, 3: unknown.",
      "With --prometheus the same for monitoring, for example into the folder of",
      "the textfile collector of windows_exporter."
    },
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {

  @Mixin private JsonOption json;

  @Option(
      names = "--prometheus",
      description = "Print metrics in the Prometheus text format, and nothing else.")
  private boolean prometheus;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "With --prometheus: replace this file as a whole instead of printing.")
  private Path output;

  private final CommandContext context;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    if (prometheus && json.isOn()) {
      throw new Mistyped("Choose one of --json and --prometheus.");
    }
    if (output != null && !prometheus) {
      throw new Mistyped("--output goes with --prometheus. See: regrip status --help");
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
      context
          .screen()
          .complain("Note: a textfile collector only reads files whose names end in .prom.");
    }
    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new Mistyped("There is no folder " + folder + " to write the metrics to.");
    }
    try {
      new AtomicFile(output).write(metrics);
    } catch (IOException e) {
      throw new Mistyped("The metrics could not be written to " + output + ": " + e.getMessage());
    }
  }

  private void show(Snapshot now) {
    Screen screen = context.screen();
    screen.line(Style.STRONG, now.pcName());
    context.statusPage().show(now);
    if (now.isRepairing()) {
      screen.line("A repair is running. See it: regrip fix all" + context.sameChoice());
    } else if (now.interrupted().isPresent()) {
      screen.line("What to do: regrip recover" + context.sameChoice());
    } else if (now.status() instanceof UpdateStatus.Failing) {
      screen.line("What to do: regrip fix all" + context.sameChoice());
    } else if (now.status() instanceof UpdateStatus.Unknown) {
      screen.line("To look deeper: regrip diagnose" + context.sameChoice());
    }
  }
}
