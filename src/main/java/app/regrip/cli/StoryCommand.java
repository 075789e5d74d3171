package app.regrip.cli;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Preview;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.Case;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
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
    description = {
      "See it all once: the status, the failure, what will be done, the repair, the proof.",
      "This is what \"regrip\" alone does where there is no display."
    },
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
      heading("Is Windows Update working?");
      context.screen().line(Style.FAINT, now.pcName());
      context.statusPage().show(now);
      if (now.isRepairing()) {
        heading("A repair is running already");
        return context.tellRepair(session, () -> {});
      } else if (now.interrupted().isPresent()) {
        return takeUp(session, now);
      } else if (now.status() instanceof UpdateStatus.Failing) {
        return repair(session);
      } else if (now.status() instanceof UpdateStatus.Unknown) {
        context.screen().line("To look deeper: regrip diagnose" + context.sameChoice());
        return ExitCode.UNKNOWN;
      }
      return nothingToDo(session);
    }
  }

  private int repair(Session session) throws InterruptedException {
    heading("What Regrip will do");
    Preview preview = session.preview(REPAIR);
    context.planPage().show(preview);
    if (preview.refusal().isPresent()) {
      context.planPage().refusal(preview.refusal().get().english());
      return ExitCode.FAILING;
    }
    if (!mayGoOn()) {
      context.screen().line("Nothing was changed. To repair it: regrip fix all");
      return ExitCode.FAILING;
    }
    heading("The repair");
    int exitCode = context.tellRepair(session, () -> session.repair(REPAIR));
    context.screen().blank();
    context.screen().line("All of it again, in short: regrip history" + context.sameChoice());
    return exitCode;
  }

  private int takeUp(Session session, Snapshot now) throws InterruptedException {
    if (now.interrupted().get().waitsForRestart()) {
      context.screen().line("Restart the PC; Regrip then goes on.");
      return ExitCode.UNKNOWN;
    }
    if (!mayGoOn()) {
      context.screen().line("Nothing was changed. To take it up: regrip recover");
      return ExitCode.UNKNOWN;
    }
    heading("Finishing the interrupted repair");
    return context.tellRepair(session, () -> session.recover(RecoveryChoice.FINISH));
  }

  private int nothingToDo(Session session) {
    List<Case> cases = session.cases();
    context.screen().blank();
    context.screen().line("Nothing has to be repaired.");
    if (!cases.isEmpty()) {
      heading("What was repaired before");
      context.casePage().show(cases);
    }
    if (isPretend()) {
      context.screen().blank();
      context.screen().line("To see the story again: regrip --fresh" + context.sameChoice());
    }
    return ExitCode.FINE;
  }

  private boolean mayGoOn() {
    context.screen().blank();
    return isPretend()
        || context.screen().terminal().interactive() && context.screen().agrees("Continue?");
  }

  private boolean isPretend() {
    return context.knowledge().pretends().test(context.choice().get());
  }

  private void heading(String text) {
    context.screen().blank();
    context.screen().line(Style.STRONG, "→ ", text);
  }
}
