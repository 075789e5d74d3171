package app.regrip.pc;

import app.regrip.errors.HResult;

/**
 * The PC refused or failed what a port asked of it. Every port reports trouble this way and no
 * other.
 *
 * <p>The message says what was tried, in plain English; {@link #code()} is the number Windows gave
 * for it.
 */
public class PcException extends Exception {

  private final HResult code;

  public PcException(String whatFailed, HResult code) {
    super(whatFailed);
    this.code = code;
  }

  public PcException(String whatFailed, HResult code, Throwable cause) {
    super(whatFailed, cause);
    this.code = code;
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
