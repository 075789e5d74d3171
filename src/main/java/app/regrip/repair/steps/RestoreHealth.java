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
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.text.Message;
import java.util.Optional;

/** Runs DISM and says in plain words what its error numbers mean and what to do about each. */
final class RestoreHealth {

  private static final double LONG_PAUSE = 62.3;
  private static final HResult UNKNOWN_OPTION = HResult.ofWin32(87);
  private static final HResult NOT_ELEVATED = HResult.ofWin32(740);
  private static final HResult DONE_AFTER_RESTART = HResult.ofWin32(3010);

  private RestoreHealth() {}

  static DismOutcome run(StepContext context, Program program) throws PcException {
    Silence listener =
        new Silence(
            context,
            "repair.waits.nothing-new.dism",
            new ConsoleListener() {
              @Override
              public void progressed(double percent) {
                context.progressed(percent, note(program, percent));
              }

              @Override
              public void said(String line) {
                context.said(line);
              }
            });
    DismOutput output = new DismOutput(listener);
    return output.end(
        context.pc().programs().run(program, listener.over(output::feed), context.cancellation()));
  }

  private static Message note(Program program, double percent) {
    if (!(program instanceof Program.DismRestoreHealth)) {
      return Message.NONE;
    }
    return Math.abs(percent - LONG_PAUSE) < 0.05
        ? Message.of("repair.waits.dism-stands")
        : Message.of("repair.waits.dism-repairs");
  }

  static StepFailedException cannotBeRepaired(StepContext context) {
    return Failures.callAProfessional(
        Message.of("repair.why.store-beyond-repair"),
        RepairInstallation.words(context.pc()),
        Optional.empty());
  }

  /** Fails for every error number; returns where DISM gave none. */
  static void stopOnTrouble(StepContext context, DismOutcome outcome, Optional<RepairSource> source)
      throws StepFailedException {
    if (outcome.verdict() == DismVerdict.NOT_REPAIRABLE) {
      throw cannotBeRepaired(context);
    }
    if (outcome.error().isEmpty()) {
      return;
    }
    HResult error = outcome.error().get();
    throw error.equals(UNKNOWN_OPTION)
        ? Failures.callAProfessional("dism-too-old", error)
        : error.equals(NOT_ELEVATED)
            ? Failures.askTheUser("dism-not-administrator", error)
            : byFamily(context, error, source);
  }

  private static StepFailedException byFamily(
      StepContext context, HResult error, Optional<RepairSource> source) {
    return switch (Family.of(error)) {
      case RESTART_NEEDED ->
          Failures.restartFirst(
              error.equals(DONE_AFTER_RESTART)
                  ? Message.of("repair.why.dism-done-after-restart")
                  : Message.of("repair.why.dism-waits-for-restart"),
              error);
      case SOURCE_MISSING -> sourceMissing(context, error, source);
      case POLICY ->
          withSource(
              context, error, "repair.why.dism-policy", Message.of("repair.why.own-source.next"));
      case NETWORK, SERVER, SECURE_CONNECTION, PAUSED -> Failures.askTheUser("dism-network", error);
      case BUSY, INTERRUPTED -> Failures.askTheUser("dism-busy", error);
      case DISK_FULL -> Failures.askTheUser("dism-disk-full", error);
      case DISK_FAULT -> Failures.callAProfessional("dism-disk-fault", error);
      case STORE_BEYOND_REPAIR -> cannotBeRepaired(context);
      default ->
          Failures.tryNext(
              Message.of("repair.why.dism-failed", error.hex()),
              Message.of("repair.why.dism-failed.next"),
              Optional.of(error));
    };
  }

  private static StepFailedException sourceMissing(
      StepContext context, HResult error, Optional<RepairSource> source) {
    if (source.isPresent()) {
      return Failures.askTheUser(
          Message.of("repair.why.dism-not-on-drive", source.get().drive() + ":", error.hex()),
          Message.of("repair.why.dism-not-on-drive.next"),
          Optional.of(error));
    }
    return withSource(context, error, "repair.why.dism-no-files", Message.NONE);
  }

  private static StepFailedException withSource(
      StepContext context, HResult error, String key, Message reason) {
    Message next =
        attached(context)
            .map(media -> Character.toString(media.drive()))
            .map(drive -> Message.of("repair.why.source-attached.next", drive))
            .orElse(Message.of("repair.why.no-source.next"));
    return Failures.askTheUser(Message.of(key, error.hex()), reason.then(next), Optional.of(error));
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
  static Optional<RepairSource> attached(StepContext context) {
    try {
      for (RepairSource found : context.pc().programs().repairSources()) {
        Judgement judgement = RepairMedia.of(context.pc(), found);
        if (!judgement.words().isEmpty()) {
          context.said(judgement.words());
        }
        if (judgement.source().isPresent()) {
          return judgement.source();
        }
      }
    } catch (PcException e) {
      context.said(Message.of("repair.said.media-unseen", e.what()));
    }
    return Optional.empty();
  }
}
