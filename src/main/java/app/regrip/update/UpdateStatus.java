package app.regrip.update;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import java.time.Instant;

/** Windows Update at a glance. */
public sealed interface UpdateStatus {

  /**
   * The last thing known is a success.
   *
   * @param at when; for a PC that is up to date, when it last checked
   * @param upToDate whether the last check found nothing left to install
   */
  record Working(Instant at, boolean upToDate) implements UpdateStatus {
    public Working(Instant at) {
      this(at, false);
    }
  }

  /**
   * The last thing known is a failure.
   *
   * @param operation what failed
   * @param title the update it was about, or empty
   * @param updateId its GUID in lower case, or empty
   * @param first when this failure was first seen, @param last when last, @param count how often
   *     since it last worked
   */
  record Failing(
      UpdateEvent.Operation operation,
      HResult code,
      String title,
      String updateId,
      Instant first,
      Instant last,
      int count)
      implements UpdateStatus {

    /** Of an update without an id, or of none. */
    public Failing(
        UpdateEvent.Operation operation,
        HResult code,
        String title,
        Instant first,
        Instant last,
        int count) {
      this(operation, code, title, "", first, last, count);
    }

    /** The same, as a repair is told of it. */
    public Failure failure() {
      return Failure.of(operation, code, updateId);
    }

    /** Whether this is the error Regrip repairs, compared as a number. */
    public boolean isInvalidHandle() {
      return code.equals(HResult.INVALID_HANDLE);
    }
  }

  /**
   * Failing, then repaired and proven, and nothing new was reported since. @param at when it was
   * proven
   */
  record Repaired(Instant at) implements UpdateStatus {}

  /**
   * Nothing could be read, or nothing was there to read: never "fine". @param why a plain sentence
   * that says what to do
   */
  record Unknown(Message why) implements UpdateStatus {}
}
