package app.regrip.windows.shell;

import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** SystemParametersInfo of user32.dll (winuser.h), for what JNA does not bind. */
interface User32Animation extends StdCallLibrary {

  int SPI_GETCLIENTAREAANIMATION = 0x1042;

  boolean SystemParametersInfoW(int action, int parameter, IntByReference value, int saving);
}
