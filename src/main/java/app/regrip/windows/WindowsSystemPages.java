package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.SystemPages;
import app.regrip.text.Message;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.SystemPaths;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.ShellAPI.SHELLEXECUTEINFO;
import com.sun.jna.platform.win32.WinUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens Microsoft's pages through the shell, and msdt.exe by its path. */
public final class WindowsSystemPages implements SystemPages {

  private static final int SEE_MASK_FLAG_NO_UI = 0x400;
  private static final int SEE_MASK_NOASYNC = 0x100;
  private static final String GET_HELP_SCHEME = "ms-contact-support";

  private final PcFacts facts;
  private final Registry classes = Registry.classes();

  public WindowsSystemPages(PcFacts facts) {
    this.facts = facts;
  }

  @Override
  public boolean isAvailable(Page page) throws PcException {
    if (!PageAddress.worksOn(page, facts.windows().build())) {
      return false;
    }
    return switch (page) {
      case MSDT_WINDOWS_UPDATE -> Files.exists(msdt());
      case GET_HELP_WINDOWS_UPDATE -> classes.hasValue(GET_HELP_SCHEME, "URL Protocol");
      default -> true;
    };
  }

  @Override
  public void open(Page page) throws PcException {
    Optional<String> address = PageAddress.of(page);
    SHELLEXECUTEINFO what = new SHELLEXECUTEINFO();
    what.fMask = SEE_MASK_FLAG_NO_UI | SEE_MASK_NOASYNC;
    what.lpVerb = "open";
    what.nShow = WinUser.SW_SHOWNORMAL;
    what.lpFile = address.isPresent() ? address.get() : msdt().toString();
    what.lpParameters = address.isPresent() ? null : "/id WindowsUpdateDiagnostic";
    withCom(
        () -> {
          if (!Shell32.INSTANCE.ShellExecuteEx(what)) {
            throw Win32.failure(
                Message.of("pc.open", what.lpFile), Kernel32.INSTANCE.GetLastError());
          }
        });
  }

  /**
   * The shell may hand an address to a COM object, and asks for a single-threaded apartment; where
   * this thread has another one already, that has to do.
   */
  private static void withCom(Opening opening) throws PcException {
    boolean ours =
        COMUtils.SUCCEEDED(
            Ole32.INSTANCE.CoInitializeEx(
                null, Ole32.COINIT_APARTMENTTHREADED | Ole32.COINIT_DISABLE_OLE1DDE));
    try {
      opening.open();
    } finally {
      if (ours) {
        Ole32.INSTANCE.CoUninitialize();
      }
    }
  }

  private interface Opening {
    void open() throws PcException;
  }

  private static Path msdt() throws PcException {
    return SystemPaths.system32().resolve("msdt.exe");
  }
}
