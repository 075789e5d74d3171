package app.regrip.repair.steps;

import app.regrip.console.ConsoleListener;
import app.regrip.console.DismOutcome;
import app.regrip.console.DismOutput;
import app.regrip.console.DismVerdict;
import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.Work;
import java.util.Optional;

/** Runs DISM and says in plain words what its error numbers mean and what to do about each. */
final class Dism {

  private static final double LONG_PAUSE = 62.3;

  private Dism() {}

  static DismOutcome run(Work work, Program program) throws PcException {
    Silence listener =
        new Silence(
            work,
            "DISM",
            new ConsoleListener() {
              @Override
              public void progressed(double percent) {
                work.progressed(percent, note(program, percent));
              }

              @Override
              public void said(String line) {
                work.said(line);
              }
            });
    DismOutput output = new DismOutput(listener);
    return output.end(
        work.pc().programs().run(program, listener.over(output::feed), work.cancellation()));
  }

  private static String note(Program program, double percent) {
    boolean restoring = program instanceof Program.DismRestoreHealth;
    return restoring && Math.abs(percent - LONG_PAUSE) < 0.05
        ? "DISM often stands at 62.3 % for many minutes. It is still working; please don't switch the PC off."
        : restoring
            ? "Please don't switch the PC off while the component store is being repaired."
            : "";
  }

  static StepFailedException cannotBeRepaired() {
    return Failures.callAProfessional(
        "The component store is damaged beyond what DISM can repair.",
        "Reinstall the current version of Windows over itself: Settings, System, Recovery, \"Fix problems using Windows Update\". Your files and programs stay.",
        Optional.empty());
  }

  /** Fails for every error number; returns where DISM gave none. */
  static void stopOnTrouble(Work work, DismOutcome outcome, Optional<RepairSource> source)
      throws StepFailedException {
    if (outcome.verdict() == DismVerdict.NOT_REPAIRABLE) {
      throw cannotBeRepaired();
    }
    if (outcome.error().isEmpty()) {
      return;
    }
    HResult error = outcome.error().get();
    throw switch (error.value()) {
      case 0x80070BC2 ->
          Failures.restartFirst(
              "DISM has done its part, and Windows asks for a restart to finish it.", error);
      case 0x80070BC9, 0x80071AA8 ->
          Failures.restartFirst(
              "DISM could not go on: an earlier change to Windows waits for a restart to be finished or taken back.",
              error);
      case 0x800F081F, 0x800F0915, 0x800F0906, 0x800F0907, 0x800F0954 ->
          sourceMissing(work, error, source);
      case 0x80070057 ->
          Failures.callAProfessional(
              "This version of DISM does not know the repair (87).",
              "Install the pending updates of Windows by hand from the Microsoft Update Catalog, or ask for help at support.microsoft.com.",
              Optional.of(error));
      case 0x800702E4 ->
          Failures.askTheUser(
              "DISM did not get an administrator's rights (740).",
              "Start the repair again and answer Yes when Windows asks for permission.",
              Optional.of(error));
      case 0x800706BE, 0x800706BA ->
          Failures.askTheUser(
              "The servicing of Windows stopped answering DISM (1726). This is often a passing trouble.",
              "Restart the PC and repair the component store again.",
              Optional.of(error));
      case 0x80070070 ->
          Failures.askTheUser(
              "The disk is full, so DISM could not repair (112).",
              "Free at least 5 GB (Settings, System, Storage), then try again.",
              Optional.of(error));
      case 0x80070570, 0x80070017 ->
          Failures.callAProfessional(
              "The file system itself is damaged (" + error + ").",
              "Check the disk: open a Command Prompt as administrator, type chkdsk C: /f, and restart. Save your files elsewhere first.",
              Optional.of(error));
      default ->
          Failures.tryNext(
              "DISM could not repair the component store; it answered " + error + ".",
              "Restart the PC and try once more. The log is C:\\Windows\\Logs\\DISM\\dism.log.",
              Optional.of(error));
    };
  }

  private static StepFailedException sourceMissing(
      Work work, HResult error, Optional<RepairSource> source) {
    if (source.isPresent()) {
      return Failures.askTheUser(
          "The files needed are not on drive " + source.get().drive() + ": (" + error + ").",
          "The installation media must be of the same version and language as this Windows. Download it with Microsoft's Media Creation Tool, and try another image index if it holds several editions.",
          Optional.of(error));
    }
    Optional<RepairSource> attached = attached(work);
    if (attached.isPresent()) {
      char drive = attached.get().drive();
      return Failures.askTheUser(
          "DISM found damage but could not get intact files for it from Windows Update ("
              + error
              + ").",
          "Drive "
              + drive
              + ": holds Windows installation media. Repair the component store again with that drive as the source (on the command line: fix dism --source="
              + drive
              + ").",
          Optional.of(error));
    }
    return Failures.askTheUser(
        "DISM found damage but could not get intact files for it from Windows Update ("
            + error
            + ").",
        "Give it a source: download the Windows ISO of the same version, double-click it so that it gets a drive letter, and repair again with that drive as the source.",
        Optional.of(error));
  }

  private static Optional<RepairSource> attached(Work work) {
    try {
      return work.pc().programs().repairSources().stream().findFirst();
    } catch (PcException e) {
      return Optional.empty();
    }
  }
}
