package app.regrip.cli;

import app.regrip.text.Message;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code restart}: for the repairs that wait for one. */
@Command(
    name = "restart",
    description = {"${bundle:cli.help.restart}", "${bundle:cli.help.restart.real}"},
    sortOptions = false)
final class RestartCommand implements Callable<Integer> {

  private final CommandContext context;

  RestartCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    context.restartPretendPc();
    context.printer().line(Message.of("cli.next.after-restart", context.typed("recover --finish")));
    return ExitCode.FINE;
  }
}
