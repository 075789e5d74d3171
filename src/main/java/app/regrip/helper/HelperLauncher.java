package app.regrip.helper;

import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.text.Message;
import java.io.IOException;
import java.util.function.Consumer;

/** Starts the helper. On Windows this is where the user is asked for permission. */
public interface HelperLauncher {

  /**
   * Starts it; {@code events} and, last of all, {@code ended} are called on a thread of the
   * launcher.
   *
   * @throws DeclinedException where the user said no
   * @throws IOException where it could not be started
   */
  RunningHelper launch(HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
      throws IOException, DeclinedException;

  /**
   * Whether the user is asked first. Where not, services that a helper left stopped are started
   * again without waiting for the user.
   */
  boolean asksForPermission();

  /** A helper at work. */
  interface RunningHelper {
    void cancel();
  }

  /** Why a helper did not start. */
  static Message why(Exception failure) {
    if (failure instanceof NotStartedException refused) {
      return refused.why();
    }
    if (failure.getCause() instanceof PcException refused) {
      return Message.of("selftest.refused", refused.what(), refused.code().hex());
    }
    return failure instanceof DeclinedException
        ? Message.of("selftest.helper.declined")
        : PcException.what(failure);
  }

  /** There is no helper, and this says why. */
  final class NotStartedException extends IOException {
    private final transient Message why;

    public NotStartedException(Message why) {
      super(why.english());
      this.why = why;
    }

    Message why() {
      return why;
    }
  }

  /** The user did not give permission (Win32 1223); a choice and no error. */
  final class DeclinedException extends Exception {
    public DeclinedException() {
      super("permission was not given");
    }
  }
}
