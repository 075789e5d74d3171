package app.regrip.windows.toast;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.Shell32Util;
import com.sun.jna.platform.win32.Win32Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who Regrip is to Windows: the id its toasts are shown under, the shortcut in the Start menu that
 * carries the same id, and the protocol by which a click on a toast comes back. The installer makes
 * all of it for everybody; a Regrip.exe that was only copied makes it for its user alone
 * (HKEY_CURRENT_USER).
 *
 * @param program the full path of Regrip.exe
 * @param icon a PNG file for the corner of the toasts
 * @param startMenu the user's folder of programs in the Start menu
 */
public record AppIdentity(Path program, Path icon, Path startMenu) {

  /** The AppUserModelID: Company.Product, at most 128 characters, no spaces. */
  public static final String APP_ID = "Regrip.Regrip";

  /**
   * The COM class that would hear of clicks on toasts. There is none: clicks come by the protocol.
   * But Windows keeps the toasts of a program that names no class out of its notification centre,
   * and forgets them, with their bars, when they have been on the screen.
   */
  static final GUID TOAST_ACTIVATOR = new GUID("{7F3A1C64-5BE2-4D0E-9C7A-2E8D41B6F095}");

  private static final String NAME = "Regrip";
  private static final String IDENTITY = "Software\\Classes\\AppUserModelId\\" + APP_ID;
  private static final String PROTOCOL = "Software\\Classes\\" + ToastAddress.SCHEME;

  /** That of an installed Regrip, for the user who runs it. */
  public static AppIdentity ofInstalled(Path program, Path icon) {
    return new AppIdentity(program, icon, usersStartMenu());
  }

  private static Path usersStartMenu() {
    try {
      return Path.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_Programs));
    } catch (Win32Exception e) {
      // Where it is unless somebody moved it; a shortcut that can't be written is no disaster.
      return Path.of(
          System.getenv().getOrDefault("APPDATA", ""),
          "Microsoft",
          "Windows",
          "Start Menu",
          "Programs");
    }
  }

  /** Tells Windows that this process is that application; before its first window. */
  public static void claimForThisProcess() throws PcException {
    ComPointer.check(
        Message.of("windows.identity.not-taken"),
        Shell32.INSTANCE.SetCurrentProcessExplicitAppUserModelID(new WString(APP_ID)).intValue());
  }

  /** Whether Windows knows the id, so that it shows toasts under it. */
  public static boolean isRegistered() throws PcException {
    return isRegisteredForAll() || Registry.user().text(IDENTITY, "DisplayName").isPresent();
  }

  /** Whether the installer has done so, for all users of this PC. */
  public static boolean isRegisteredForAll() throws PcException {
    return Registry.machine().text(IDENTITY, "DisplayName").isPresent();
  }

  /**
   * Makes it so, whatever was there before. Where the installer has, what an earlier version made
   * for this user goes: Windows would take it for the newer word, and uninstalling would leave it.
   */
  public void introduce() throws PcException {
    if (isRegisteredForAll()) {
      unregister();
    } else {
      register();
    }
  }

  /** Makes it so for this user. */
  void register() throws PcException {
    Registry.user().set(IDENTITY, "DisplayName", NAME);
    Registry.user().set(IDENTITY, "IconUri", icon.toString());
    Registry.user().set(IDENTITY, "CustomActivator", TOAST_ACTIVATOR.toGuidString());
    Registry.user().set(PROTOCOL, "", "URL:" + NAME);
    Registry.user().set(PROTOCOL, "URL Protocol", "");
    Registry.user().set(PROTOCOL + "\\shell\\open\\command", "", "\"" + program + "\" \"%1\"");
    String description = Translator.ofThisProcess().say("windows.shortcut.description");
    ShellLink.write(shortcut(), program, description, APP_ID, TOAST_ACTIVATOR);
  }

  /** Takes all of it away again; what is gone already is no trouble. */
  void unregister() throws PcException {
    Registry.user().removeKey(IDENTITY);
    for (String below : new String[] {"\\shell\\open\\command", "\\shell\\open", "\\shell", ""}) {
      Registry.user().removeKey(PROTOCOL + below);
    }
    try {
      Files.deleteIfExists(shortcut());
    } catch (IOException e) {
      throw new PcException(Message.of("windows.shortcut.not-removed"), HResult.ofWin32(5), e);
    }
  }

  Path shortcut() {
    return startMenu.resolve(NAME + ".lnk");
  }
}
