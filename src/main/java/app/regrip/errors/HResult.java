package app.regrip.errors;

import java.util.HexFormat;

/**
 * A Windows error number: 32 bits, compared as a number and never as text.
 *
 * <p>Layout (winerror.h): bit 31 says failure, bits 16 to 26 name the facility, the low 16 bits are
 * the code within it.
 *
 * @param value the 32 bits as a signed int, the way COM and PowerShell hand them over
 */
public record HResult(int value) implements Comparable<HResult> {

  /** S_OK. */
  public static final HResult OK = new HResult(0);

  /**
   * E_HANDLE, HRESULT_FROM_WIN32(ERROR_INVALID_HANDLE): "The handle is invalid", the error Regrip
   * exists for.
   */
  public static final HResult INVALID_HANDLE = new HResult(0x80070006);

  private static final int FACILITY_WIN32 = 7;
  static final int NT_BIT = 0x10000000;

  /**
   * The HRESULT_FROM_WIN32 of {@code code}: Windows programs report these numbers as exit codes.
   */
  public static HResult ofWin32(int code) {
    return new HResult(code <= 0 ? code : code & 0xFFFF | FACILITY_WIN32 << 16 | 0x80000000);
  }

  /** Whether the severity bit is set. */
  public boolean isFailure() {
    return value < 0;
  }

  /**
   * The part of Windows that reported it: 7 Win32, 0x0F servicing, 0x19 HTTP, 0x20 BITS, 0x24
   * Windows Update, 0xD0 delivery.
   */
  public int facility() {
    return value >>> 16 & 0x7FF;
  }

  /** The number within the facility. */
  public int code() {
    return value & 0xFFFF;
  }

  /** Whether this wraps a Win32 error number, which {@link #code()} then is. */
  public boolean isWin32() {
    return isFailure() && facility() == FACILITY_WIN32;
  }

  /** The number as events and some logs write it, {@code 2147942406}. */
  public long unsigned() {
    return Integer.toUnsignedLong(value);
  }

  /**
   * The other ways it is written, {@code -2147024890, 2147942406}: PowerShell and COM count with a
   * sign, events without one.
   */
  public String decimals() {
    return isFailure() ? value + ", " + unsigned() : Integer.toString(value);
  }

  /** Whether this wraps a status of the Windows kernel (FACILITY_NT_BIT). */
  public boolean wrapsNtStatus() {
    return (value & NT_BIT) != 0;
  }

  /** Whether this looks like an error of the kernel's own kind; those of Windows Setup do not. */
  boolean isNtStatus() {
    return value >>> 28 == 0xC && facility() != 0x180 && facility() != 0x190;
  }

  /** The usual spelling, {@code 0x80070006}. */
  public String hex() {
    return "0x" + digits();
  }

  /** The eight of them, {@code 80070006}. */
  String digits() {
    return HexFormat.of().withUpperCase().toHexDigits(value);
  }

  @Override
  public int compareTo(HResult other) {
    return Integer.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
