package app.regrip.cli;

import app.regrip.session.Capability;
import app.regrip.session.Capability.State;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what of all that Regrip needs works on this PC. */
@Command(
    name = "doctor",
    description = {
      "Tell what of all that Regrip needs works on this PC, and what takes its place where not.",
      "Changes nothing. Exit code 0: all works, 1: something is missing, 3: could not look."
    },
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  @Mixin private JsonOption json;
  private final CommandContext context;

  DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    List<Capability> capabilities = context.examine();
    int exitCode = capabilities.stream().anyMatch(c -> c.state() == State.MISSING) ? 1 : 0;
    if (json.isOn()) {
      context.json().print(context.shapes().examination(capabilities, exitCode));
      return exitCode;
    }
    Screen screen = context.screen();
    for (Capability capability : capabilities) {
      screen.line(style(capability.state()), word(capability.state()), capability.name());
      screen.line(Style.PLAIN, "         ", capability.says());
    }
    return exitCode;
  }

  private static String word(State state) {
    return switch (state) {
      case WORKS -> "works    ";
      case LIMITED -> "limited  ";
      case MISSING -> "missing  ";
    };
  }

  private static Style style(State state) {
    return switch (state) {
      case WORKS -> Style.GOOD;
      case LIMITED -> Style.CAUTION;
      case MISSING -> Style.BAD;
    };
  }
}
