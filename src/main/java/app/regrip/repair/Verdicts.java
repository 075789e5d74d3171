package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.repair.Verdict.Kind;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is said of every way a repair can end. */
public final class Verdicts {

  private static final Message KEEPS_WATCHING = say("keeps-watching");
  private static final Message NOTHING_TO_DO = say("nothing-to-do");

  private Verdicts() {}

  static Verdict proven(Proof proof, boolean restartNeeded) {
    return verdict(
        Kind.PROVEN,
        say("proven").then(proof.words()),
        restartNeeded ? say("proven.restart").then(KEEPS_WATCHING) : nothingToDo());
  }

  /** It works before anything was done. */
  static Verdict passed(Proof proof, boolean hadFailed) {
    return verdict(
        Kind.PASSED,
        say(hadFailed ? "passed" : "works-already").then(proof.words()),
        nothingToDo());
  }

  /** The restart that it waited for was all it took. */
  static Verdict settledByRestart(Proof proof) {
    return verdict(Kind.PROVEN, say("settled-by-restart").then(proof.words()), nothingToDo());
  }

  private static Message nothingToDo() {
    return NOTHING_TO_DO.then(KEEPS_WATCHING);
  }

  /** Nothing here is broken, as far as can be seen, so nothing is repaired. */
  static Verdict inTheWay(Proof proof, Obstacle obstacle) {
    return new Verdict(
        Kind.NOT_PROVEN_YET,
        proof
            .words()
            .then(say(obstacle.ifItStays().isPresent() ? "nothing-changed" : "no-fix-for-that")),
        obstacle.next(),
        proof.code(),
        obstacle.ifItStays());
  }

  /** Something is wrong that no fix reaches. */
  static Verdict elsewhere(Elsewhere place, HResult code, boolean earlierFixesStand) {
    return new Verdict(
        Kind.STILL_FAILING,
        place.words().then(say(earlierFixesStand ? "nothing-more-tried" : "no-fix-for-that")),
        place.next(),
        Optional.of(code),
        Optional.empty());
  }

  /** The fix is done, and what had failed is for Windows to do. */
  static Verdict upToWindows(Proof proof, Optional<Failure> failed, boolean restartNeeded) {
    boolean install = failed.map(f -> f.operation() == Operation.INSTALL).orElse(false);
    return verdict(
        Kind.NOT_PROVEN_YET,
        Message.sentences(say("done"), proof.words(), say("watches-until-then")),
        Message.sentences(
            restartNeeded ? say("restart") : Message.NONE,
            say(install ? "install-it" : "download-it")));
  }

  /**
   * What the repair could not prove, Windows has done by itself since.
   *
   * @param repaired whether the repair had changed anything
   */
  public static Verdict provenByWindows(Operation operation, boolean repaired) {
    Message done =
        switch (operation) {
          case DOWNLOAD -> say("downloaded-since");
          case INSTALL -> say("installed-since");
          default -> say("checked-since");
        };
    return verdict(
        repaired ? Kind.PROVEN : Kind.PASSED,
        say(repaired ? "proven" : "passed-by-itself").then(done),
        nothingToDo());
  }

  static Verdict notProvenYet(Proof proof, boolean restartNeeded) {
    return new Verdict(
        Kind.NOT_PROVEN_YET,
        say("not-proven-yet").then(proof.words()),
        restartNeeded
            ? say("restart-and-check")
            : proof
                .code()
                .flatMap(Obstacle::of)
                .map(Obstacle::next)
                .orElse(say("not-proven-yet.next")),
        proof.code(),
        Optional.empty());
  }

  static Verdict troubleshooterOpen(Message words) {
    return verdict(Kind.NOT_PROVEN_YET, words, say("troubleshooter-open.next"));
  }

  static Verdict noTroubleshooter(Optional<HResult> code) {
    return new Verdict(
        Kind.FAILED,
        say("no-troubleshooter"),
        say("no-troubleshooter.next"),
        code,
        Optional.empty());
  }

  static Verdict stillFailing(Proof proof, Fix next) {
    return new Verdict(
        Kind.STILL_FAILING,
        say("still-failing").then(proof.words()),
        say("still-failing.next"),
        proof.code(),
        Optional.of(next));
  }

  /**
   * @param reinstall how Windows is installed over itself on this PC
   */
  static Verdict callAProfessional(Optional<StepFailedException> lastFailure, Message reinstall) {
    return new Verdict(
        Kind.CALL_A_PROFESSIONAL,
        Message.sentences(
            say("call-a-professional"),
            lastFailure
                .map(f -> Message.of("repair.verdict.last-trouble", f.why()))
                .orElse(Message.NONE)),
        say("call-a-professional.next").then(reinstall),
        lastFailure.flatMap(StepFailedException::code),
        Optional.empty());
  }

  static Verdict beyondUs(StepFailedException why) {
    return new Verdict(
        Kind.CALL_A_PROFESSIONAL, why.why(), why.next(), why.code(), Optional.empty());
  }

  static Verdict restartNeeded(Message words) {
    return verdict(Kind.RESTART_NEEDED, words, say("restart-needed.next"));
  }

  static Verdict notRestartedYet() {
    return verdict(Kind.RESTART_NEEDED, "not-restarted-yet");
  }

  static Verdict failed(StepFailedException why, Optional<Fix> nextFix, boolean earlierFixesStand) {
    return new Verdict(
        Kind.FAILED,
        why.why().then(say(earlierFixesStand ? "earlier-fixes-stand" : "all-as-before")),
        why.next(),
        why.code(),
        nextFix);
  }

  static Verdict cancelled(boolean earlierFixesStand) {
    return verdict(Kind.CANCELLED, earlierFixesStand ? "cancelled-in-part" : "cancelled");
  }

  /** An earlier run was cut off in the middle of a fix. */
  static Verdict interruptedBefore(Message fix) {
    return verdict(
        Kind.REFUSED,
        Message.of("repair.verdict.interrupted-before", fix),
        say("interrupted-before.next"));
  }

  /** A run that waited for something is over because another was begun. */
  static Verdict superseded() {
    return verdict(Kind.REFUSED, "superseded");
  }

  /** The rest of a run must not start now; it stays open. */
  static Verdict notNow(Message why) {
    return verdict(Kind.INTERRUPTED, say("not-now").then(why), say("not-now.next"));
  }

  /** Something nobody thought of. */
  static Verdict stumbled(RuntimeException e) {
    return interrupted(Message.of("repair.verdict.stumbled", e.toString()));
  }

  /** Nothing was started. */
  public static Verdict refused(Message why) {
    return verdict(Kind.REFUSED, why, say("refused.next"));
  }

  /** Another repair of this PC is running. */
  public static Verdict anotherIsRunning() {
    return verdict(Kind.REFUSED, "another-is-running");
  }

  /** The helper is gone and gave no verdict. */
  public static Verdict interrupted(Message words) {
    return verdict(Kind.INTERRUPTED, words, say("interrupted.next"));
  }

  /** Windows asked for permission and the user said no. */
  public static Verdict declined() {
    return verdict(Kind.REFUSED, "declined");
  }

  static Verdict stuck(Message why, List<Message> notPutBack) {
    return interrupted(why.then(Message.of("repair.verdict.stuck", Message.list(notPutBack))));
  }

  static Verdict undone() {
    return verdict(Kind.UNDONE, "undone");
  }

  /** What it had set aside is deleted. */
  static Verdict copiesWereDeleted() {
    return verdict(Kind.REFUSED, "copies-were-deleted");
  }

  static Verdict copiesGone(int folders, Message size) {
    return verdict(
        Kind.DONE, Message.of("repair.verdict.copies-gone", folders, size), NOTHING_TO_DO);
  }

  static Verdict noCopies() {
    return verdict(Kind.DONE, say("no-copies"), Message.NONE);
  }

  static Verdict copiesStay(List<Message> why) {
    return verdict(
        Kind.FAILED,
        Message.of("repair.verdict.copies-stay", Message.list(why)),
        say("copies-stay.next"));
  }

  static Verdict copiesCancelled() {
    return verdict(Kind.CANCELLED, "copies-cancelled");
  }

  /** The helper is gone and gave no verdict. */
  public static Verdict copiesCutOff() {
    return verdict(Kind.FAILED, "copies-cut-off");
  }

  static Verdict nothingToUndo() {
    return verdict(Kind.UNDONE, "nothing-to-undo");
  }

  static Verdict journalTrouble(IOException e) {
    return verdict(
        Kind.INTERRUPTED,
        Message.of("repair.verdict.journal-trouble", String.valueOf(e.getMessage())),
        say("journal-trouble.next"));
  }

  private static Message say(String name) {
    return Message.of("repair.verdict." + name);
  }

  /** With words and a next step of that name. */
  private static Verdict verdict(Kind kind, String name) {
    return verdict(kind, say(name), say(name + ".next"));
  }

  private static Verdict verdict(Kind kind, Message words, Message next) {
    return new Verdict(kind, words, next, Optional.empty(), Optional.empty());
  }
}
