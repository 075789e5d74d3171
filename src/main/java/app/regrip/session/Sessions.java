package app.regrip.session;

import app.regrip.selftest.Judged;
import app.regrip.text.Message;
import java.util.List;
import java.util.function.Consumer;

/** Opens sessions; the composition root is the one that knows how. */
public interface Sessions {

  /**
   * @param watching whether it keeps watching (tray, {@code watch}); otherwise it has read the
   *     evidence once when this returns
   * @throws CannotOpenException with words for the user
   */
  Session open(PcChoice choice, boolean watching) throws CannotOpenException;

  /**
   * What of all that Regrip needs works on this PC. Changes nothing.
   *
   * @throws CannotOpenException with words for the user
   */
  List<Capability> examine(PcChoice choice) throws CannotOpenException;

  /**
   * Asks the PC about everything Regrip takes for granted of Windows. Changes nothing. Blocks for
   * minutes.
   *
   * @param elevated whether the user may be asked for an administrator's rights
   * @param each told of every answer at once, on this thread
   * @throws CannotOpenException with words for the user
   */
  List<Judged> selfTest(PcChoice choice, boolean elevated, Consumer<Judged> each)
      throws CannotOpenException, InterruptedException;

  /** Restarts the pretend PC; a real one is restarted by nobody but its user. */
  default void restartPretendPc(PcChoice choice) throws CannotOpenException {
    throw new CannotOpenException(Message.of("session.cannot-open.only-pretend-pc"), true);
  }

  /** Why there is no session, and what to do next. */
  final class CannotOpenException extends Exception {
    private final transient Message words;
    private final boolean mistyped;

    public CannotOpenException(Message words, boolean mistyped) {
      super(words.english());
      this.words = words;
      this.mistyped = mistyped;
    }

    public CannotOpenException(Message words, Throwable cause) {
      super(words.english(), cause);
      this.words = words;
      this.mistyped = false;
    }

    public Message words() {
      return words;
    }

    /** Whether the command line was at fault (exit code 2), rather than the PC (3). */
    public boolean isMistyped() {
      return mistyped;
    }
  }
}
