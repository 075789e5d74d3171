package app.regrip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code restart}: for the repairs that wait for one. */
@Command(
    name = "restart",
    description = {
      "Restart the pretend PC, for a repair that waits for that.",
      "A real PC is never restarted by Regrip."
    },
    sortOptions = false)
final class RestartCommand implements Callable<Integer> {

  private final CommandContext context;

  RestartCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    context.restartPretendPc();
    context
        .screen()
        .line(
            "The pretend PC was restarted. A repair that waited for it goes on with: regrip recover --finish"
                + context.sameChoice());
    return ExitCode.FINE;
  }
}
