package app.regrip.pc;

import app.regrip.errors.HResult;
import app.regrip.text.Message;

/**
 * The PC refused or failed what a port asked of it. Every port reports trouble this way and no
 * other.
 *
 * <p>{@link #what()} says what was tried; {@link #code()} is the number Windows gave for it.
 */
public class PcException extends Exception {

  private final transient Message what;
  private final HResult code;

  public PcException(Message what, HResult code) {
    super(what.english());
    this.what = what;
    this.code = code;
  }

  public PcException(Message what, HResult code, Throwable cause) {
    super(what.english(), cause);
    this.what = what;
    this.code = code;
  }

  /** What was tried, and failed: no whole sentence, without a full stop. */
  public Message what() {
    return what;
  }

  /** The same of any failure; what is none of these says it in its own words. */
  public static Message what(Exception failure) {
    return failure instanceof PcException refused
        ? refused.what()
        : Message.asIs(String.valueOf(failure.getMessage()));
  }

  public HResult code() {
    return code;
  }

  /**
   * Whether Windows answered with this Win32 error number (5 access denied, 32 sharing violation,
   * 1052 refused to stop…).
   */
  public boolean isWin32(int number) {
    return code.isWin32() && code.code() == number;
  }
}
