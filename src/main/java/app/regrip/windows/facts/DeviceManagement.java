package app.regrip.windows.facts;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** Whether device management (MDM) holds this PC (mdmregistration.h; Windows 8.1 and later). */
final class DeviceManagement {

  private DeviceManagement() {}

  private interface Library extends StdCallLibrary {
    /** An HRESULT. Of whom it is enrolled with nothing is asked. */
    int IsDeviceRegisteredWithManagement(IntByReference registered, int length, Pointer user);
  }

  /** A Windows without that library has no client that could be enrolled. */
  static boolean isEnrolled() throws PcException {
    Library library;
    try {
      library = Native.load("mdmregistration", Library.class);
    } catch (UnsatisfiedLinkError notThere) {
      return false;
    }
    IntByReference registered = new IntByReference();
    int result = library.IsDeviceRegisteredWithManagement(registered, 0, null);
    if (result < 0) {
      throw new PcException(
          Message.of("pc.failed", Message.of("windows.facts.device-management")),
          new HResult(result));
    }
    return registered.getValue() != 0;
  }
}
