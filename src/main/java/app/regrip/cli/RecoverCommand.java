package app.regrip.cli;

import app.regrip.repair.FixText;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Session;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recover}: takes up a repair that was cut off, or puts back what it did. */
@Command(
    name = "recover",
    description = {
      "Take up a repair that was interrupted, or take one back.",
      "Asks which of the two where neither option is given."
    },
    sortOptions = false)
final class RecoverCommand implements Callable<Integer> {

  /** One or the other. */
  static final class Way {
    @Option(names = "--undo", description = "Put everything back as it was before the repair.")
    private boolean undo;

    @Option(names = "--finish", description = "Do the rest of it.")
    private boolean finish;

    RecoveryChoice choice() {
      return undo ? RecoveryChoice.UNDO : RecoveryChoice.FINISH;
    }
  }

  @ArgGroup private Way way;
  private final CommandContext context;

  RecoverCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = context.open(false)) {
      Optional<InterruptedRepair> interrupted = session.now().interrupted();
      if (interrupted.isEmpty()) {
        return takeBackTheLast(session);
      }
      context.statusPage().interrupted(interrupted.get());
      if (way == null && interrupted.get().waitsForRestart()) {
        context.screen().line("Restart the PC; Regrip then goes on.");
        return ExitCode.UNKNOWN;
      }
      Optional<RecoveryChoice> choice = way == null ? asked() : Optional.of(way.choice());
      if (choice.isEmpty()) {
        context.screen().line("Nothing was changed. The repair can be taken up at any time.");
        return ExitCode.UNKNOWN;
      }
      return context.tellRepair(session, () -> session.recover(choice.get()));
    }
  }

  private int takeBackTheLast(Session session) throws InterruptedException {
    Optional<String> last = session.now().undoable().map(fix -> FixText.of(fix).title().english());
    if (way != null && way.choice() == RecoveryChoice.UNDO && last.isPresent()) {
      context.screen().line("Taking back the last repair: " + last.get() + ".");
      return context.tellRepair(session, () -> session.recover(RecoveryChoice.UNDO));
    }
    context
        .screen()
        .line(
            "No repair was interrupted. There is nothing to do."
                + last.map(fix -> " The last one (" + fix + ") can be taken back with --undo.")
                    .orElse(""));
    return ExitCode.FINE;
  }

  private Optional<RecoveryChoice> asked() {
    if (!context.screen().terminal().interactive()) {
      throw new Mistyped(
          "Nothing was changed: nobody is here to be asked. Add --undo to put everything back, or"
              + " --finish to do the rest.");
    }
    return switch (context.screen().ask("Undo it, or finish it? [u/f/N]")) {
      case "u", "undo" -> Optional.of(RecoveryChoice.UNDO);
      case "f", "finish" -> Optional.of(RecoveryChoice.FINISH);
      default -> Optional.empty();
    };
  }
}
