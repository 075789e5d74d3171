package app.regrip.cli;

import app.regrip.update.UpdateStatus;
import java.time.Instant;

/** Puts a status into the one sentence that tray, window and terminal share. */
@FunctionalInterface
public interface Headlines {

  /** One plain sentence, e.g. "Windows Update is failing: The handle is invalid (0x80070006)". */
  String of(UpdateStatus status, Instant now);
}
