package app.regrip.cli;

import app.regrip.repair.FixText;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Session;
import app.regrip.text.Message;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recover}: takes up a repair that was cut off, or puts back what it did. */
@Command(
    name = "recover",
    description = {"${bundle:cli.help.recover}", "${bundle:cli.help.recover.asks}"},
    sortOptions = false)
final class RecoverCommand implements Callable<Integer> {

  /** One or the other. */
  static final class Way {
    @Option(names = "--undo", description = "${bundle:cli.help.recover.undo}")
    private boolean undo;

    @Option(names = "--finish", description = "${bundle:cli.help.recover.finish}")
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
        context.printer().line(Message.of("cli.recover.restart-first"));
        return ExitCode.UNKNOWN;
      }
      Optional<RecoveryChoice> choice = way == null ? asked() : Optional.of(way.choice());
      if (choice.isEmpty()) {
        context.printer().line(Message.of("cli.recover.nothing-changed"));
        return ExitCode.UNKNOWN;
      }
      return context.tellRepair(session, () -> session.recover(choice.get()));
    }
  }

  private int takeBackTheLast(Session session) throws InterruptedException {
    Optional<Message> last = session.now().undoable().map(fix -> FixText.of(fix).title());
    if (way != null && way.choice() == RecoveryChoice.UNDO && last.isPresent()) {
      context.printer().line(Message.of("cli.recover.taking-back", last.get()));
      return context.tellRepair(session, () -> session.recover(RecoveryChoice.UNDO));
    }
    context
        .printer()
        .line(
            Message.of("cli.recover.nothing-to-do")
                .then(
                    last.map(fix -> Message.of("cli.recover.undoable", fix)).orElse(Message.NONE)));
    return ExitCode.FINE;
  }

  private Optional<RecoveryChoice> asked() {
    if (!context.printer().terminal().interactive()) {
      throw new UsageException(Message.of("cli.recover.nobody-to-ask"));
    }
    Printer printer = context.printer();
    String answer = printer.ask(Message.of("cli.recover.question"));
    if (printer.isOneOf(answer, Message.of("cli.recover.answers.undo"))) {
      return Optional.of(RecoveryChoice.UNDO);
    }
    return printer.isOneOf(answer, Message.of("cli.recover.answers.finish"))
        ? Optional.of(RecoveryChoice.FINISH)
        : Optional.empty();
  }
}
