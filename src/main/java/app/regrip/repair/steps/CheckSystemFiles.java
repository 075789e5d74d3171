package app.regrip.repair.steps;

import app.regrip.console.CbsLog;
import app.regrip.console.ConsoleListener;
import app.regrip.console.SfcOutcome;
import app.regrip.console.SfcOutput;
import app.regrip.console.SfcVerdict;
import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code sfc /scannow}, judged by what it says: its exit code is 0 even where files stay damaged.
 */
public final class CheckSystemFiles implements Step {

  private static final HResult RESTART_NEEDED = HResult.ofWin32(3017);
  private static final int CBS_LINES = 20_000;
  private static final int NAMES_SHOWN = 8;

  @Override
  public String id() {
    return "check-system-files";
  }

  @Override
  public boolean isPutBack() {
    return false;
  }

  @Override
  public StepResult apply(StepContext context, UndoData before)
      throws PcException, StepFailedException {
    Instant begun = context.clock().instant();
    SfcOutcome outcome = run(context);
    if (outcome.verdict() == SfcVerdict.COULD_NOT_START_SERVICE) {
      context.said(Message.of("repair.said.repair-service-started"));
      context.pc().services().start(ServiceNames.TRUSTED_INSTALLER);
      outcome = run(context);
    }
    return judge(context, outcome, begun);
  }

  private static SfcOutcome run(StepContext context) throws PcException, StepFailedException {
    Silence listener =
        new Silence(
            context,
            "repair.waits.nothing-new.sfc",
            new ConsoleListener() {
              @Override
              public void progressed(double percent) {
                context.progressed(percent, Message.NONE);
              }

              @Override
              public void said(String line) {
                context.said(line);
              }
            });
    SfcOutput output = new SfcOutput(listener, context.pc().programs().systemFileSentences());
    try {
      context
          .pc()
          .programs()
          .run(new Program.SystemFileCheck(), listener.over(output::feed), context.cancellation());
      return output.end();
    } catch (PcException e) {
      context.stopIfAsked();
      throw e;
    }
  }

  private static StepResult judge(StepContext context, SfcOutcome outcome, Instant begun)
      throws StepFailedException {
    return switch (outcome.verdict()) {
      case CLEAN -> StepResult.foundNothing(Message.of("repair.done.files-intact"));
      case REPAIRED -> StepResult.done(Message.of("repair.done.files-repaired")).afterRestart();
      case PARTLY_REPAIRED, VIOLATIONS_FOUND -> throw someLeft(context, begun);
      case RESTART_FIRST ->
          throw Failures.restartFirst(
              Message.of("repair.why.files-wait-for-restart"), RESTART_NEEDED);
      case COULD_NOT_START_SERVICE -> throw Failures.askTheUser("no-repair-service");
      case ANOTHER_OPERATION -> throw Failures.askTheUser("another-at-work");
      case NOT_ADMINISTRATOR -> throw Failures.askTheUser("sfc-not-administrator");
      case COULD_NOT_PERFORM, INCOMPLETE -> throw Failures.tryNext("sfc-without-end");
    };
  }

  private static StepFailedException someLeft(StepContext context, Instant begun) {
    List<String> files;
    try {
      files = CbsLog.unrepairedFiles(context.pc().servicingLog().systemFileLines(begun, CBS_LINES));
    } catch (PcException e) {
      context.said(Message.of("repair.said.cbs-log-unread", e.what()));
      files = List.of();
    }
    files.forEach(f -> context.said(Message.of("repair.said.file-not-repaired", f)));
    return Failures.tryNext(
        damaged(files), Message.of("repair.why.files-damaged.next"), Optional.empty());
  }

  private static Message damaged(List<String> files) {
    if (files.isEmpty()) {
      return Message.of("repair.why.files-damaged");
    }
    int shown = Math.min(NAMES_SHOWN, files.size());
    String names = String.join(", ", files.subList(0, shown));
    return shown == files.size()
        ? Message.of("repair.why.files-damaged.named", names)
        : Message.of("repair.why.files-damaged.more", names, files.size() - shown);
  }
}
