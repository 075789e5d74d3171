package app.regrip.windows.winrt;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;

/**
 * What Regrip needs of combase.dll (roapi.h, winstring.h); Windows 8 and newer. Every function
 * answers with an HRESULT.
 */
interface Combase extends StdCallLibrary {

  int RO_INIT_MULTITHREADED = 1;

  int RoInitialize(int initType);

  void RoUninitialize();

  /** {@code length} in UTF-16 units; the string is a copy, and NULL for an empty one. */
  int WindowsCreateString(char[] source, int length, PointerByReference string);

  int WindowsDeleteString(Pointer string);

  int RoActivateInstance(Pointer classId, PointerByReference instance);

  int RoGetActivationFactory(Pointer classId, GUID iid, PointerByReference factory);
}
