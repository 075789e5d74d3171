package app.regrip.cli;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Preview;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.Case;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code story}: everything once, from the failure that is seen to the proof that it is gone. Ends
 * by itself. On a pretend PC it goes on without a question; on a real one it asks first.
 */
@Command(
    name = "story",
    description = {"${bundle:cli.help.story}", "${bundle:cli.help.story.alone}"},
    sortOptions = false)
final class StoryCommand implements Callable<Integer> {

  private static final FixRequest REPAIR = FixRequest.of(Fix.ALL);

  private final CommandContext context;

  StoryCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = context.open(false)) {
      Snapshot now = session.now();
      heading(Message.of("cli.story.status"));
      context.printer().line(Style.FAINT, now.pcName());
      context.statusPage().show(now);
      if (now.isRepairing()) {
        heading(Message.of("cli.story.running-already"));
        return context.tellRepair(session, () -> {});
      } else if (now.interrupted().isPresent()) {
        return takeUp(session, now);
      } else if (now.status() instanceof UpdateStatus.Failing) {
        return repair(session);
      } else if (now.status() instanceof UpdateStatus.Unknown) {
        context.printer().line(Message.of("cli.next.look-deeper", context.typed("diagnose")));
        return ExitCode.UNKNOWN;
      }
      return nothingToDo(session);
    }
  }

  private int repair(Session session) throws InterruptedException {
    heading(Message.of("cli.story.plan"));
    Preview preview = session.preview(REPAIR);
    context.planPage().show(preview);
    if (preview.refusal().isPresent()) {
      context.planPage().refusal(preview.refusal().get());
      return ExitCode.FAILING;
    }
    if (!mayGoOn()) {
      context
          .printer()
          .line(
              Message.of("cli.fix.nothing-changed")
                  .then(Message.of("cli.next.repair", "regrip fix all")));
      return ExitCode.FAILING;
    }
    heading(Message.of("cli.story.repair"));
    int exitCode = context.tellRepair(session, () -> session.repair(REPAIR));
    context.printer().blank();
    context.printer().line(Message.of("cli.next.history", context.typed("history")));
    return exitCode;
  }

  private int takeUp(Session session, Snapshot now) throws InterruptedException {
    if (now.interrupted().get().waitsForRestart()) {
      context.printer().line(Message.of("cli.recover.restart-first"));
      return ExitCode.UNKNOWN;
    }
    if (!mayGoOn()) {
      context
          .printer()
          .line(
              Message.of("cli.fix.nothing-changed")
                  .then(Message.of("cli.next.take-up", "regrip recover")));
      return ExitCode.UNKNOWN;
    }
    heading(Message.of("cli.story.finishing"));
    return context.tellRepair(session, () -> session.recover(RecoveryChoice.FINISH));
  }

  private int nothingToDo(Session session) {
    List<Case> cases = session.cases();
    context.printer().blank();
    context.printer().line(Message.of("cli.story.nothing-to-do"));
    if (!cases.isEmpty()) {
      heading(Message.of("cli.story.before"));
      context.casePage().show(cases);
    }
    if (isPretend()) {
      context.printer().blank();
      context.printer().line(Message.of("cli.next.story", context.typed("--fresh")));
    }
    return ExitCode.FINE;
  }

  private boolean mayGoOn() {
    context.printer().blank();
    return isPretend()
        || context.printer().terminal().interactive()
            && context.printer().agrees(Message.of("cli.ask.continue"));
  }

  private boolean isPretend() {
    return context.knowledge().pretends().test(context.choice().get());
  }

  private void heading(Message text) {
    context.printer().blank();
    context.printer().line(Style.STRONG, "→ ", text);
  }
}
