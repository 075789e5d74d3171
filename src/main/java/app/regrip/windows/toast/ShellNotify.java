package app.regrip.windows.toast;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.win32.StdCallLibrary;

/** Shell_NotifyIcon of shell32.dll (shellapi.h), which JNA does not bind. */
interface ShellNotify extends StdCallLibrary {

  int NIM_ADD = 0;
  int NIM_MODIFY = 1;
  int NIM_DELETE = 2;
  int NIM_SETVERSION = 4;

  int NIF_MESSAGE = 0x01;
  int NIF_ICON = 0x02;
  int NIF_TIP = 0x04;
  int NIF_INFO = 0x10;

  int NIIF_INFO = 0x01;
  int NIIF_NOSOUND = 0x10;
  int NIIF_RESPECT_QUIET_TIME = 0x80;

  int NOTIFYICON_VERSION_4 = 4;

  /** What happened to a balloon: the low word of lParam in version 4. */
  int NIN_BALLOONHIDE = 0x0400 + 3;

  int NIN_BALLOONTIMEOUT = 0x0400 + 4;
  int NIN_BALLOONUSERCLICK = 0x0400 + 5;

  boolean Shell_NotifyIconW(int message, NOTIFYICONDATAW data);

  /** 976 bytes on 64-bit Windows, since Vista. */
  @FieldOrder({
    "cbSize",
    "hWnd",
    "uID",
    "uFlags",
    "uCallbackMessage",
    "hIcon",
    "szTip",
    "dwState",
    "dwStateMask",
    "szInfo",
    "uVersion",
    "szInfoTitle",
    "dwInfoFlags",
    "guidItem",
    "hBalloonIcon"
  })
  final class NOTIFYICONDATAW extends Structure {
    public int cbSize;
    public HWND hWnd;
    public int uID;
    public int uFlags;
    public int uCallbackMessage;
    public Pointer hIcon;
    public char[] szTip = new char[128];
    public int dwState;
    public int dwStateMask;
    public char[] szInfo = new char[256];

    /** In a union with uTimeout. */
    public int uVersion;

    public char[] szInfoTitle = new char[64];
    public int dwInfoFlags;
    public GUID guidItem;
    public Pointer hBalloonIcon;

    public NOTIFYICONDATAW() {
      cbSize = size();
    }
  }
}
