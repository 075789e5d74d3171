package app.regrip.update;

import app.regrip.errors.ErrorCatalog;
import app.regrip.update.UpdateStatus.Failing;
import java.util.function.Predicate;

/** Which failures of Windows Update are worth an alert. */
public enum AlertChoice {
  /** 0x80070006 alone, which Regrip is for. */
  HANDLE,
  /** Each that a fix of Regrip is known to help against. */
  REPAIRABLE,
  /** Whatever fails. */
  EVERY;

  public Predicate<Failing> wanted(ErrorCatalog catalog) {
    return switch (this) {
      case HANDLE -> Failing::isInvalidHandle;
      case REPAIRABLE ->
          failing -> failing.isInvalidHandle() || catalog.known(failing.code()).fix().isPresent();
      case EVERY -> failing -> true;
    };
  }
}
