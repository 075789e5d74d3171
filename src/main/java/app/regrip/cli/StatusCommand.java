package app.regrip.cli;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.update.UpdateStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: how Windows Update is doing. */
@Command(
    name = "status",
    description = "Tell whether Windows Update works. Exit code 0: yes, 1: no, 3: unknown.",
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {

  @Mixin private JsonOption json;
  private final CommandContext context;

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = context.open(false)) {
      Snapshot now = session.now();
      if (json.isOn()) {
        context.json().print(context.shapes().status(now));
      } else {
        show(now);
      }
      return ExitCode.of(now.status());
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
