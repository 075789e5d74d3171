package app.regrip.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;

/** System Restore, srclient.dll (srrestoreptapi.h). Its structures are packed to one byte. */
interface SrClient extends StdCallLibrary {

  int BEGIN_SYSTEM_CHANGE = 100;
  int MODIFY_SETTINGS = 12;

  /** MAX_DESC_W, with the zero at the end. */
  int LONGEST_DESCRIPTION = 256;

  int RESTOREPOINTINFO_BYTES = 4 + 4 + 8 + LONGEST_DESCRIPTION * 2;
  int STATEMGRSTATUS_BYTES = 4 + 8;

  /** The DLL is not on every edition of Windows. */
  static SrClient load() {
    return Native.load("srclient", SrClient.class);
  }

  boolean SRSetRestorePointW(Pointer restorePoint, Pointer status);

  /** RESTOREPOINTINFOW: DWORD event; DWORD type; INT64 sequence number; WCHAR description[256]. */
  static Memory restorePoint(int event, int type, String description) {
    Memory info = new Memory(RESTOREPOINTINFO_BYTES);
    info.clear();
    info.setInt(0, event);
    info.setInt(4, type);
    int length = Math.min(description.length(), LONGEST_DESCRIPTION - 1);
    info.setWideString(16, description.substring(0, length));
    return info;
  }

  /** STATEMGRSTATUS: DWORD status, a Win32 error; INT64 sequence number. */
  static Memory status() {
    Memory status = new Memory(STATEMGRSTATUS_BYTES);
    status.clear();
    return status;
  }
}
