package app.regrip.windows.folders;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import java.util.ArrayList;
import java.util.List;

/** Asks the Restart Manager who has files open (restartmanager.h). It is only asked, never told. */
final class RestartManager {

  private static final Rstrtmgr CALLS =
      Native.load("rstrtmgr", Rstrtmgr.class, W32APIOptions.UNICODE_OPTIONS);

  /** Programs that come and go while they are counted. */
  private static final int TRIES = 5;

  private static final Message TRIED = Message.of("windows.folder.open-files");

  private RestartManager() {}

  /** rstrtmgr.dll; each call answers with a Win32 error number. */
  interface Rstrtmgr extends StdCallLibrary {

    int CCH_RM_SESSION_KEY = 32;

    /** RM_PROCESS_INFO: its size, and where the two names in it begin. */
    int PROCESS_INFO_BYTES = 668;

    int APP_NAME_AT = 12;
    int SERVICE_NAME_AT = 524;

    int RmStartSession(IntByReference session, int flags, char[] key);

    int RmRegisterResources(
        int session,
        int files,
        String[] fileNames,
        int applications,
        Pointer application,
        int services,
        Pointer serviceNames);

    int RmGetList(
        int session, IntByReference needed, IntByReference count, Pointer info, IntByReference why);

    int RmEndSession(int session);
  }

  /**
   * The programs and services by the names that Windows shows for them, each once.
   *
   * @param files with their full paths; folders have no holders here
   */
  static List<String> holders(List<String> files) throws PcException {
    if (files.isEmpty()) {
      return List.of();
    }
    IntByReference session = new IntByReference();
    require(CALLS.RmStartSession(session, 0, new char[Rstrtmgr.CCH_RM_SESSION_KEY + 1]));
    try {
      require(
          CALLS.RmRegisterResources(
              session.getValue(), files.size(), files.toArray(String[]::new), 0, null, 0, null));
      return list(session.getValue());
    } finally {
      CALLS.RmEndSession(session.getValue());
    }
  }

  private static List<String> list(int session) throws PcException {
    IntByReference needed = new IntByReference();
    int room = 8;
    for (int attempt = 1; ; attempt++) {
      Memory info = new Memory((long) room * Rstrtmgr.PROCESS_INFO_BYTES);
      info.clear();
      IntByReference count = new IntByReference(room);
      int error = CALLS.RmGetList(session, needed, count, info, new IntByReference());
      if (error == 0) {
        return names(info, Math.min(room, count.getValue()));
      }
      if (error != Win32.MORE_DATA || attempt == TRIES) {
        throw Win32.failure(TRIED, error);
      }
      room = Math.max(room, needed.getValue()) + 4;
    }
  }

  private static List<String> names(Memory info, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long entry = (long) i * Rstrtmgr.PROCESS_INFO_BYTES;
      String program = info.getWideString(entry + Rstrtmgr.APP_NAME_AT);
      String service = info.getWideString(entry + Rstrtmgr.SERVICE_NAME_AT);
      String name = program.isBlank() ? service : program;
      if (!name.isBlank() && !names.contains(name)) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static void require(int error) throws PcException {
    if (error != 0) {
      throw Win32.failure(TRIED, error);
    }
  }
}
