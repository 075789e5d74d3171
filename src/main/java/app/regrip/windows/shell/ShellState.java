package app.regrip.windows.shell;

import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** SHQueryUserNotificationState of shell32.dll (shellapi.h), which JNA does not bind. */
interface ShellState extends StdCallLibrary {

  int QUNS_NOT_PRESENT = 1;
  int QUNS_BUSY = 2;
  int QUNS_RUNNING_D3D_FULL_SCREEN = 3;
  int QUNS_PRESENTATION_MODE = 4;
  int QUNS_QUIET_TIME = 6;

  /** An HRESULT. */
  int SHQueryUserNotificationState(IntByReference state);
}
