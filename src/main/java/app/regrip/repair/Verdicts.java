package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.repair.Verdict.Kind;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The words of every way a repair can end. */
public final class Verdicts {

  private static final String PROFESSIONAL =
      "On a PC of a company or school, ask its IT team. Otherwise ask at support.microsoft.com, or take the PC to a shop you trust, or do it yourself. ";

  private Verdicts() {}

  static Verdict proven(Proof proof, boolean restartNeeded) {
    return verdict(
        Kind.PROVEN,
        "Fixed and proven. " + proof.words(),
        restartNeeded
            ? "Restart the PC when it suits you, to make the repair complete. Regrip keeps watching for 7 days."
            : "Nothing to do. Regrip keeps watching for 7 days.");
  }

  /** It works before anything was done. */
  static Verdict passed(Proof proof, boolean hadFailed) {
    return verdict(
        Kind.PASSED,
        (hadFailed ? "The trouble has passed by itself" : "Windows Update works")
            + ", so nothing was repaired and nothing was changed. "
            + proof.words(),
        "Nothing to do. Regrip keeps watching for 7 days.");
  }

  /** The restart that it waited for was all it took. */
  static Verdict settledByRestart(Proof proof) {
    return verdict(
        Kind.PROVEN,
        "The restart has settled it, so nothing else was repaired and nothing was changed. "
            + proof.words(),
        "Nothing to do. Regrip keeps watching for 7 days.");
  }

  /** Nothing here is broken, as far as can be seen, so nothing is repaired. */
  static Verdict inTheWay(Proof proof, Obstacle obstacle) {
    return new Verdict(
        Kind.NOT_PROVEN_YET,
        proof.words() + " No fix here can do anything about that, so nothing was changed.",
        obstacle.next(),
        proof.code(),
        obstacle.ifItStays());
  }

  /** Something is wrong that no fix reaches. */
  static Verdict elsewhere(Elsewhere place, HResult code, boolean earlierFixesStand) {
    return new Verdict(
        Kind.STILL_FAILING,
        place.words()
            + " No fix here can do anything about that, so "
            + (earlierFixesStand ? "nothing more is tried." : "nothing was changed."),
        place.next(),
        Optional.of(code),
        Optional.empty());
  }

  /** The fix is done, and what had failed is for Windows to do. */
  static Verdict upToWindows(Proof proof, Optional<Failure> failed, boolean restartNeeded) {
    boolean install = failed.map(f -> f.operation() == Operation.INSTALL).orElse(false);
    return verdict(
        Kind.NOT_PROVEN_YET,
        "Done. " + proof.words() + " Regrip watches until then.",
        (restartNeeded ? "Restart the PC. " : "")
            + (install
                ? "Open Settings, Windows Update, and install the update, or wait until Windows does it."
                : "Open Settings, Windows Update, and download the update, or wait until Windows does it."));
  }

  /**
   * What the repair could not prove, Windows has done by itself since.
   *
   * @param repaired whether the repair had changed anything
   */
  public static Verdict provenByWindows(Operation operation, boolean repaired) {
    String done =
        switch (operation) {
          case DOWNLOAD -> "Windows has downloaded updates since.";
          case INSTALL -> "Windows has installed the update since.";
          default -> "Windows has checked for updates since, and it worked.";
        };
    return verdict(
        repaired ? Kind.PROVEN : Kind.PASSED,
        (repaired ? "Fixed and proven. " : "The trouble has passed by itself. ") + done,
        "Nothing to do. Regrip keeps watching for 7 days.");
  }

  static Verdict notProvenYet(Proof proof, boolean restartNeeded) {
    return new Verdict(
        Kind.NOT_PROVEN_YET,
        "Done, not proven yet: we keep watching. " + proof.words(),
        restartNeeded
            ? "Restart the PC, then choose Check now."
            : proof
                .code()
                .flatMap(Obstacle::of)
                .map(Obstacle::next)
                .orElse(
                    "Choose Check now later on, or wait: Regrip sees the next update check of Windows."),
        proof.code(),
        Optional.empty());
  }

  static Verdict troubleshooterOpen(String words) {
    return verdict(
        Kind.NOT_PROVEN_YET,
        words,
        "When it has finished, choose Check now. If updates still fail, choose Repair it for me.");
  }

  static Verdict noTroubleshooter(Optional<HResult> code) {
    return new Verdict(
        Kind.FAILED,
        "No troubleshooter of Microsoft opens on this PC: the old one is retired, and neither the Get Help app nor Settings took its place. Nothing was changed.",
        "Use \"Repair it for me\"; it does what the troubleshooter did and more.",
        code,
        Optional.empty());
  }

  static Verdict stillFailing(Proof proof, Fix next) {
    return new Verdict(
        Kind.STILL_FAILING,
        "The fix did its work, but it was not the cause. " + proof.words(),
        "Try the next fix.",
        proof.code(),
        Optional.of(next));
  }

  /**
   * @param reinstall how Windows is installed over itself on this PC
   */
  static Verdict callAProfessional(Optional<StepFailedException> lastFailure, String reinstall) {
    return new Verdict(
        Kind.CALL_A_PROFESSIONAL,
        "Every fix was tried and updates still fail."
            + lastFailure.map(f -> " Last trouble: " + f.getMessage()).orElse(""),
        PROFESSIONAL + reinstall,
        lastFailure.flatMap(StepFailedException::code),
        Optional.empty());
  }

  static Verdict beyondUs(StepFailedException why) {
    return new Verdict(
        Kind.CALL_A_PROFESSIONAL, why.getMessage(), why.next(), why.code(), Optional.empty());
  }

  static Verdict restartNeeded(String words) {
    return verdict(
        Kind.RESTART_NEEDED,
        words,
        "Restart the PC when it suits you (Start, Power, Restart). Regrip remembers where it was and offers to go on.");
  }

  static Verdict notRestartedYet() {
    return verdict(
        Kind.RESTART_NEEDED,
        "The PC has not been restarted yet, so the repair can't go on.",
        "Save your work and restart the PC (Start, Power, Restart; shutting down is not enough on newer PCs).");
  }

  static Verdict failed(StepFailedException why, Optional<Fix> nextFix, boolean earlierFixesStand) {
    return new Verdict(
        Kind.FAILED,
        why.getMessage() + " " + whatStands(earlierFixesStand),
        why.next(),
        why.code(),
        nextFix);
  }

  private static String whatStands(boolean earlierFixesStand) {
    return earlierFixesStand
        ? "What this fix had begun was put back; what the fixes before it did stands."
        : "Everything is as it was before.";
  }

  static Verdict cancelled(boolean earlierFixesStand) {
    return verdict(
        Kind.CANCELLED,
        "You stopped the repair. "
            + (earlierFixesStand
                ? "What had begun was put back; the fixes that had ended stand."
                : "Everything is as it was before."),
        earlierFixesStand
            ? "Undo takes back what stands. Start the repair again whenever you like."
            : "Start it again whenever you like.");
  }

  /** An earlier run was cut off in the middle of a fix. */
  static Verdict interruptedBefore(String fix) {
    return verdict(
        Kind.REFUSED,
        "An earlier repair (" + fix + ") was cut off and comes first, so nothing was changed.",
        "Choose Finish to do the rest of it, or Undo to put it back. Then repair again.");
  }

  /** A run that waited for something is over because another was begun. */
  static Verdict superseded() {
    return verdict(Kind.REFUSED, "Another repair was begun instead.", "See the newer repair.");
  }

  /** The rest of a run must not start now; it stays open. */
  static Verdict notNow(String why) {
    return verdict(
        Kind.INTERRUPTED,
        "The repair can't go on now. " + why,
        "Choose Finish again when that is settled, or Undo to put everything back.");
  }

  /** Something nobody thought of. */
  static Verdict stumbled(RuntimeException e) {
    return interrupted("Regrip stumbled over something unexpected (" + e + ").");
  }

  /** Nothing was started. */
  public static Verdict refused(String why) {
    return verdict(Kind.REFUSED, why, "Nothing was changed. Try again when that is settled.");
  }

  /** Another repair of this PC is running. */
  public static Verdict anotherIsRunning() {
    return verdict(
        Kind.REFUSED,
        "A repair of this PC is running already.",
        "Let it finish; its window shows how far it is.");
  }

  /** The helper is gone and gave no verdict. */
  public static Verdict interrupted(String words) {
    return verdict(
        Kind.INTERRUPTED, words, "Choose Finish to do the rest, or Undo to put everything back.");
  }

  /** Windows asked for permission and the user said no. */
  public static Verdict declined() {
    return verdict(
        Kind.REFUSED,
        "You did not give permission, so nothing was changed.",
        "Start the repair again and answer Yes when Windows asks.");
  }

  static Verdict stuck(String why, List<String> notPutBack) {
    return interrupted(
        (why + " This could not be put back yet: " + String.join("; ", notPutBack) + ".").strip());
  }

  static Verdict undone() {
    return verdict(
        Kind.UNDONE,
        "What the repair changed is as it was before. Windows files that it repaired stay repaired.",
        "Updates may fail as before; repair again whenever you like.");
  }

  /** What it had set aside is deleted. */
  static Verdict copiesWereDeleted() {
    return verdict(
        Kind.REFUSED,
        "What this repair had set aside has been deleted, so it can't be taken back. Nothing was changed.",
        "Windows works on with the folders it has made since.");
  }

  static Verdict copiesGone(int folders, String size) {
    return verdict(
        Kind.DONE,
        (folders == 1 ? "One folder is" : folders + " folders are")
            + " deleted, and "
            + size
            + " are free again.",
        "Nothing to do.");
  }

  static Verdict noCopies() {
    return verdict(
        Kind.DONE, "There is nothing that a repair has set aside, so nothing was deleted.", "");
  }

  static Verdict copiesStay(List<String> why) {
    return verdict(
        Kind.FAILED,
        "Not everything could be deleted: " + String.join("; ", why) + ".",
        "Restart the PC and choose it again, or leave it: the next repair tries too.");
  }

  static Verdict copiesCancelled() {
    return verdict(
        Kind.CANCELLED,
        "You stopped the deleting. What is left is kept.",
        "Choose it again whenever you like.");
  }

  /** The helper is gone and gave no verdict. */
  public static Verdict copiesCutOff() {
    return verdict(
        Kind.FAILED,
        "The deleting was cut off. What is left is kept for now.",
        "Choose it again, or leave it: the next repair goes on with it.");
  }

  static Verdict nothingToUndo() {
    return verdict(
        Kind.UNDONE,
        "That repair had not changed anything yet.",
        "Repair again whenever you like.");
  }

  static Verdict journalTrouble(IOException e) {
    return verdict(
        Kind.INTERRUPTED,
        "The journal of the repair can't be read or written ("
            + e.getMessage()
            + "), and without it Regrip goes no further.",
        "Free some disk space and make sure Regrip's data folder can be written, then try again.");
  }

  private static Verdict verdict(Kind kind, String words, String next) {
    return new Verdict(kind, words, next, Optional.empty(), Optional.empty());
  }
}
