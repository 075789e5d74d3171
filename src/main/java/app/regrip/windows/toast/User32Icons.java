package app.regrip.windows.toast;

import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;

/** LoadIcon of user32.dll by number, which JNA binds only by name. */
interface User32Icons extends StdCallLibrary {

  /** One of Windows' own where {@code instance} is null; those are never to be destroyed. */
  Pointer LoadIconW(Pointer instance, Pointer name);
}
