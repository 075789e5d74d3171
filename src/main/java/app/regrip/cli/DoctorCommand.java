package app.regrip.cli;

import app.regrip.session.Capability;
import app.regrip.session.Capability.State;
import app.regrip.text.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what of all that Regrip needs works on this PC. */
@Command(
    name = "doctor",
    description = {"${bundle:cli.help.doctor}", "${bundle:cli.help.doctor.exit}"},
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  private static final Message WORKS = Message.of("cli.doctor.works");
  private static final Message LIMITED = Message.of("cli.doctor.limited");
  private static final Message MISSING = Message.of("cli.doctor.missing");

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
    Printer printer = context.printer();
    WordColumn column = new WordColumn(printer.translator(), WORKS, LIMITED, MISSING);
    for (Capability capability : capabilities) {
      printer.line(
          style(capability.state()), column.of(word(capability.state())), capability.name());
      printer.line(Style.PLAIN, column.blank(), capability.says());
    }
    return exitCode;
  }

  private static Message word(State state) {
    return switch (state) {
      case WORKS -> WORKS;
      case LIMITED -> LIMITED;
      case MISSING -> MISSING;
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
