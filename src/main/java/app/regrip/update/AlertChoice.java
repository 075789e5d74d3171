package app.regrip.update;

import app.regrip.errors.ErrorCatalog;
import app.regrip.update.UpdateStatus.Failing;

/** Which failures of Windows Update are worth an alert. */
public enum AlertChoice {
  /** 0x80070006 alone, which Regrip is for. */
  HANDLE,
  /** Each that a fix of Regrip is known to help against. */
  REPAIRABLE,
  /** Whatever fails. */
  EVERY;

  public boolean wants(Failing failing, ErrorCatalog catalog) {
    return switch (this) {
      case HANDLE -> failing.isInvalidHandle();
      case REPAIRABLE ->
          failing.isInvalidHandle() || catalog.known(failing.code()).fix().isPresent();
      case EVERY -> true;
    };
  }
}
