package app.regrip.repair.steps;

import app.regrip.console.ConsoleListener;
import app.regrip.console.DismOutcome;
import app.regrip.console.DismOutput;
import app.regrip.console.DismVerdict;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.repair.RepairInstallation;
import app.regrip.repair.RepairMedia;
import app.regrip.repair.RepairMedia.Judgement;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.Work;
import app.regrip.text.Message;
import java.util.Optional;

/** Runs DISM and says in plain words what its error numbers mean and what to do about each. */
final class RestoreHealth {

  private static final double LONG_PAUSE = 62.3;
  private static final HResult UNKNOWN_OPTION = HResult.ofWin32(87);
  private static final HResult NOT_ELEVATED = HResult.ofWin32(740);
  private static final HResult DONE_AFTER_RESTART = HResult.ofWin32(3010);

  private RestoreHealth() {}

  static DismOutcome run(Work work, Program program) throws PcException {
    Silence listener =
        new Silence(
            work,
            "DISM",
            new ConsoleListener() {
              @Override
              public void progressed(double percent) {
                work.progressed(percent, Message.asIs(note(program, percent)));
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

  static StepFailedException cannotBeRepaired(Work work) {
    return Failures.callAProfessional(
        Message.of("repair.why.store-beyond-repair"),
        RepairInstallation.words(work.pc()),
        Optional.empty());
  }

  /** Fails for every error number; returns where DISM gave none. */
  static void stopOnTrouble(Work work, DismOutcome outcome, Optional<RepairSource> source)
      throws StepFailedException {
    if (outcome.verdict() == DismVerdict.NOT_REPAIRABLE) {
      throw cannotBeRepaired(work);
    }
    if (outcome.error().isEmpty()) {
      return;
    }
    HResult error = outcome.error().get();
    throw error.equals(UNKNOWN_OPTION)
        ? Failures.callAProfessional(
            "This version of DISM does not know the repair (87).",
            "Install the pending updates of Windows by hand from the Microsoft Update Catalog, or ask for help at support.microsoft.com.",
            Optional.of(error))
        : error.equals(NOT_ELEVATED)
            ? Failures.askTheUser(
                "DISM did not get an administrator's rights (740).",
                "Start the repair again and answer Yes when Windows asks for permission.",
                Optional.of(error))
            : byFamily(work, error, source);
  }

  private static StepFailedException byFamily(
      Work work, HResult error, Optional<RepairSource> source) {
    return switch (Family.of(error)) {
      case RESTART_NEEDED ->
          Failures.restartFirst(
              error.equals(DONE_AFTER_RESTART)
                  ? "DISM has done its part, and Windows asks for a restart to finish it."
                  : "DISM could not go on: an earlier change to Windows waits for a restart to be finished or taken back.",
              error);
      case SOURCE_MISSING -> sourceMissing(work, error, source);
      case POLICY ->
          withSource(
              work,
              error,
              "DISM found damage, and a policy or an organisation's update server keeps it from getting intact files ("
                  + error
                  + ").",
              "A source of your own asks no server.");
      case NETWORK, SERVER, SECURE_CONNECTION, PAUSED ->
          Failures.askTheUser(
              "DISM could not reach what it needs to download (" + error + ").",
              "Check the internet connection, and switch VPN, proxy and web filters off for a try. Then repair the component store again.",
              Optional.of(error));
      case BUSY, INTERRUPTED ->
          Failures.askTheUser(
              "The servicing of Windows stopped answering DISM or was busy ("
                  + error
                  + "). This is often a passing trouble.",
              "Restart the PC and repair the component store again.",
              Optional.of(error));
      case DISK_FULL ->
          Failures.askTheUser(
              "The disk is full, so DISM could not repair (" + error + ").",
              "Free at least 5 GB (Settings, System, Storage), then try again.",
              Optional.of(error));
      case DISK_FAULT ->
          Failures.callAProfessional(
              "The file system itself is damaged (" + error + ").",
              "Check the disk: open a Command Prompt as administrator, type chkdsk C: /f, and restart. Save your files elsewhere first.",
              Optional.of(error));
      case STORE_BEYOND_REPAIR -> cannotBeRepaired(work);
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
    return withSource(
        work,
        error,
        "DISM found damage but could not get intact files for it from Windows Update ("
            + error
            + ").",
        "");
  }

  private static StepFailedException withSource(
      Work work, HResult error, String why, String reason) {
    String next =
        attached(work)
            .map(RepairSource::drive)
            .map(
                drive ->
                    "Drive "
                        + drive
                        + ": holds Windows installation media. Repair the component store again with that drive as the source (on the command line: fix dism --source="
                        + drive
                        + ").")
            .orElse(
                "Give it a source: download the Windows ISO of the same version, double-click it so that it gets a drive letter, and repair again with that drive as the source.");
    return Failures.askTheUser(
        why, reason.isEmpty() ? next : reason + " " + next, Optional.of(error));
  }

  /** Whether it failed for want of intact files. */
  static boolean lacksFiles(DismOutcome outcome) {
    return outcome
        .error()
        .map(Family::of)
        .filter(family -> family == Family.SOURCE_MISSING || family == Family.POLICY)
        .isPresent();
  }

  /** Installation media on an attached drive, such as a mounted ISO, that suit this Windows. */
  static Optional<RepairSource> attached(Work work) {
    try {
      for (RepairSource found : work.pc().programs().repairSources()) {
        Judgement judgement = RepairMedia.of(work.pc(), found);
        if (!judgement.words().isEmpty()) {
          work.said(judgement.words());
        }
        if (judgement.source().isPresent()) {
          return judgement.source();
        }
      }
    } catch (PcException e) {
      work.said("Installation media can't be looked for: " + e.getMessage() + ".");
    }
    return Optional.empty();
  }
}
