package app.regrip.cli;

import app.regrip.repair.Verdict;
import app.regrip.update.UpdateStatus;

/** How a command ends, for the shell; {@code --help} tells the same. */
final class ExitCode {

  /** Windows Update works, or the command did what it was asked. */
  static final int FINE = 0;

  /** Windows Update fails, or the fix did not help. */
  static final int FAILING = 1;

  /** The command line was not understood, or a question could not be asked. */
  static final int USAGE = 2;

  /** It could not be found out, or is not certain yet. Never the same as fine. */
  static final int UNKNOWN = 3;

  private ExitCode() {}

  static int of(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing) {
      return FAILING;
    }
    return status instanceof UpdateStatus.Unknown ? UNKNOWN : FINE;
  }

  static int of(Verdict verdict) {
    return switch (verdict.kind()) {
      case PROVEN, PASSED, DONE, UNDONE -> FINE;
      case STILL_FAILING, CALL_A_PROFESSIONAL, FAILED, CANCELLED, REFUSED -> FAILING;
      case NOT_PROVEN_YET, RESTART_NEEDED, INTERRUPTED -> UNKNOWN;
    };
  }
}
