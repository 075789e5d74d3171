package app.regrip.repair.steps;

import app.regrip.console.CbsLog;
import app.regrip.console.ConsoleListener;
import app.regrip.console.SfcOutcome;
import app.regrip.console.SfcOutput;
import app.regrip.console.SfcVerdict;
import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
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
  public StepResult apply(Work work, Before before) throws PcException, StepFailedException {
    Instant begun = work.clock().instant();
    SfcOutcome outcome = run(work);
    if (outcome.verdict() == SfcVerdict.COULD_NOT_START_SERVICE) {
      work.said(
          "The repair service did not start; starting Windows Modules Installer and trying once more.");
      work.pc().services().start(ServiceNames.TRUSTED_INSTALLER);
      outcome = run(work);
    }
    return judge(work, outcome, begun);
  }

  private static SfcOutcome run(Work work) throws PcException, StepFailedException {
    Silence listener =
        new Silence(
            work,
            "The check of system files",
            new ConsoleListener() {
              @Override
              public void progressed(double percent) {
                work.progressed(percent, Message.NONE);
              }

              @Override
              public void said(String line) {
                work.said(line);
              }
            });
    SfcOutput output = new SfcOutput(listener, work.pc().programs().systemFileSentences());
    try {
      work.pc()
          .programs()
          .run(new Program.SystemFileCheck(), listener.over(output::feed), work.cancellation());
      return output.end();
    } catch (PcException e) {
      work.stopIfAsked();
      throw e;
    }
  }

  private static StepResult judge(Work work, SfcOutcome outcome, Instant begun)
      throws StepFailedException {
    return switch (outcome.verdict()) {
      case CLEAN -> StepResult.foundNothing("All system files are intact.");
      case REPAIRED ->
          StepResult.done(
                  "Damaged system files were found and repaired. A restart makes it complete.")
              .afterRestart();
      case PARTLY_REPAIRED, VIOLATIONS_FOUND -> throw someLeft(work, begun);
      case RESTART_FIRST ->
          throw Failures.restartFirst(
              "A repair of system files waits for a restart before it can be checked again.",
              RESTART_NEEDED);
      case COULD_NOT_START_SERVICE ->
          throw Failures.askTheUser(
              "The repair service of Windows (Windows Modules Installer) does not start.",
              "Restart the PC and try again, logged on at the PC itself rather than from afar.",
              Optional.empty());
      case ANOTHER_OPERATION ->
          throw Failures.askTheUser(
              "Windows is installing or repairing something else right now.",
              "Wait until it has finished, then try again.",
              Optional.empty());
      case NOT_ADMINISTRATOR ->
          throw Failures.askTheUser(
              "The check of system files did not get an administrator's rights.",
              "Start the repair again and answer Yes when Windows asks for permission.",
              Optional.empty());
      case COULD_NOT_PERFORM, INCOMPLETE ->
          throw Failures.tryNext(
              "The check of system files did not come to an end.",
              "Restart the PC and try once more. The log is C:\\Windows\\Logs\\CBS\\CBS.log.",
              Optional.empty());
    };
  }

  private static StepFailedException someLeft(Work work, Instant begun) {
    List<String> files;
    try {
      files = CbsLog.unrepairedFiles(work.pc().servicingLog().systemFileLines(begun, CBS_LINES));
    } catch (PcException e) {
      work.said("CBS.log can't be read: " + e.getMessage());
      files = List.of();
    }
    files.forEach(f -> work.said("Not repaired: " + f));
    String names =
        files.isEmpty()
            ? ""
            : ": " + String.join(", ", files.subList(0, Math.min(NAMES_SHOWN, files.size())));
    String more =
        files.size() > NAMES_SHOWN ? " and " + (files.size() - NAMES_SHOWN) + " more" : "";
    return Failures.tryNext(
        "Some system files are damaged and could not be repaired" + names + more + ".",
        "Repair the component store (DISM) first, then check the system files again.",
        Optional.empty());
  }
}
