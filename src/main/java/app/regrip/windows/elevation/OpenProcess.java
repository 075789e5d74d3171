package app.regrip.windows.elevation;

import app.regrip.helper.PeerPolicy.Peer;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase.FILETIME;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.platform.win32.WinNT.TOKEN_GROUPS;
import com.sun.jna.ptr.IntByReference;
import java.time.Instant;

/** A process by a handle. As long as it is open, nobody else gets the process's number. */
final class OpenProcess implements AutoCloseable {

  /** The SID of everybody who is logged on at this PC (winnt.h, SECURITY_INTERACTIVE_RID). */
  static final String INTERACTIVE = "S-1-5-4";

  private static final int LONGEST_PATH = 32_768;

  private final HANDLE handle;
  private final long pid;

  private OpenProcess(HANDLE handle, long pid) {
    this.handle = handle;
    this.pid = pid;
  }

  static OpenProcess of(long pid) throws PcException {
    return new OpenProcess(
        Win32.valid(
            Kernel32.INSTANCE.OpenProcess(
                WinNT.PROCESS_QUERY_LIMITED_INFORMATION | WinNT.SYNCHRONIZE, false, (int) pid),
            Message.of("windows.process.open", String.valueOf(pid))),
        pid);
  }

  static OpenProcess ofThis() throws PcException {
    return of(Integer.toUnsignedLong(Kernel32.INSTANCE.GetCurrentProcessId()));
  }

  Peer peer() throws PcException {
    return new Peer(pid, session(), image(), started());
  }

  int session() throws PcException {
    IntByReference session = new IntByReference();
    Win32.check(
        Kernel32.INSTANCE.ProcessIdToSessionId((int) pid, session),
        Message.of("windows.process.session", String.valueOf(pid)));
    return session.getValue();
  }

  /** Final path of its program. */
  String image() throws PcException {
    char[] path = new char[LONGEST_PATH];
    IntByReference length = new IntByReference(path.length);
    Win32.check(
        Kernel32.INSTANCE.QueryFullProcessImageName(handle, 0, path, length),
        Message.of("windows.process.program", String.valueOf(pid)));
    return FinalPath.of(new String(path, 0, length.getValue()));
  }

  Instant started() throws PcException {
    FILETIME created = new FILETIME();
    Win32.check(
        Kernel32.INSTANCE.GetProcessTimes(
            handle, created, new FILETIME(), new FILETIME(), new FILETIME()),
        Message.of("windows.process.started", String.valueOf(pid)));
    return created.toDate().toInstant();
  }

  /** Opens the token of a process, as {@code OpenProcessToken} does. */
  @FunctionalInterface
  interface Tokens {
    boolean open(HANDLE process, int access, HANDLEByReference token);
  }

  /**
   * The SID of its logon, which is narrower than its user: the same user logged on elsewhere has
   * another. Where there is none, as for a service, its user. Where even an administrator may not
   * look, as at a user of another account on some PCs, all who are logged on at this PC: the pipe
   * still talks to this one process alone.
   */
  String logonOrUser() throws PcException {
    return logonOrUser(Advapi32.INSTANCE::OpenProcessToken);
  }

  String logonOrUser(Tokens tokens) throws PcException {
    HANDLEByReference token = new HANDLEByReference();
    if (!tokens.open(handle, WinNT.TOKEN_QUERY, token)) {
      int error = Native.getLastError();
      if (error == WinError.ERROR_ACCESS_DENIED) {
        return INTERACTIVE;
      }
      throw Win32.failure(Message.of("windows.process.token", String.valueOf(pid)), error);
    }
    try {
      for (WinNT.SID_AND_ATTRIBUTES group : groups(token.getValue())) {
        if ((group.Attributes & Advapi32Security.SE_GROUP_LOGON_ID)
            == Advapi32Security.SE_GROUP_LOGON_ID) {
          return Advapi32Util.convertSidToStringSid(group.Sid);
        }
      }
      return Advapi32Util.getTokenAccount(token.getValue()).sidString;
    } finally {
      Kernel32.INSTANCE.CloseHandle(token.getValue());
    }
  }

  private static WinNT.SID_AND_ATTRIBUTES[] groups(HANDLE token) throws PcException {
    IntByReference size = new IntByReference();
    Advapi32Security.INSTANCE.GetTokenInformation(
        token, Advapi32Security.TOKEN_GROUPS, Pointer.NULL, 0, size);
    Memory memory = new Memory(Math.max(size.getValue(), 16));
    Win32.check(
        Advapi32Security.INSTANCE.GetTokenInformation(
            token, Advapi32Security.TOKEN_GROUPS, memory, (int) memory.size(), size),
        Message.of("windows.process.groups"));
    return new TOKEN_GROUPS(memory).getGroups();
  }

  @Override
  public void close() {
    Kernel32.INSTANCE.CloseHandle(handle);
  }
}
