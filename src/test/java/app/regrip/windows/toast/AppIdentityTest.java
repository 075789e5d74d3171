package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("windows")
class AppIdentityTest {

  private static final HResult NOT_IMPLEMENTED = new HResult(0x80004001);

  @TempDir Path folder;
  private AppIdentity identity;

  @BeforeEach
  void onlyWhereRegripIsNotInstalled() throws Exception {
    Assumptions.assumeFalse(AppIdentity.isRegistered());
    Path program = Files.createFile(folder.resolve("Regrip with a space.exe"));
    Path startMenu = Files.createDirectory(folder.resolve("Programs"));
    identity = new AppIdentity(program, folder.resolve("regrip.png"), startMenu);
  }

  @AfterEach
  void takeItBack() throws Exception {
    if (identity != null) {
      identity.unregister();
    }
  }

  @Test
  void windowsKnowsRegripByNameAndIcon() throws Exception {
    identity.register();
    assertThat(AppIdentity.isRegistered()).isTrue();
    String key = "Software\\Classes\\AppUserModelId\\" + AppIdentity.APP_ID;
    assertThat(value(key, "DisplayName")).isEqualTo("Regrip");
    assertThat(value(key, "IconUri")).endsWith("regrip.png");
  }

  @Test
  void theProtocolStartsRegripWithTheAddressAsOneArgument() throws Exception {
    identity.register();
    assertThat(value("Software\\Classes\\regrip", "URL Protocol")).isEmpty();
    assertThat(value("Software\\Classes\\regrip\\shell\\open\\command", ""))
        .isEqualTo("\"" + identity.program() + "\" \"%1\"");
  }

  @Test
  void theShortcutLeadsToTheProgram() throws Exception {
    identity.register();
    // The texts in it start at even and at odd places, so it is searched byte by byte.
    String name = identity.program().getFileName().toString();
    assertThat(new String(Files.readAllBytes(identity.shortcut()), StandardCharsets.ISO_8859_1))
        .contains(
            new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }

  @Test
  void theShortcutCarriesTheSameIdAndClass() throws Exception {
    identity.register();
    Optional<String> id;
    try {
      id = ShellLink.appId(identity.shortcut());
      assertThat(ShellLink.toastActivator(identity.shortcut()))
          .contains(AppIdentity.TOAST_ACTIVATOR);
    } catch (PcException e) {
      Assumptions.assumeFalse(e.code().equals(NOT_IMPLEMENTED), "Wine keeps no properties");
      throw e;
    }
    assertThat(id).contains(AppIdentity.APP_ID);
  }

  /** Without one Windows keeps no toast in its notification centre. */
  @Test
  void aClassIsNamedForItsToasts() throws Exception {
    identity.register();
    assertThat(value("Software\\Classes\\AppUserModelId\\" + AppIdentity.APP_ID, "CustomActivator"))
        .isEqualTo("{7F3A1C64-5BE2-4D0E-9C7A-2E8D41B6F095}");
  }

  @Test
  void registeringTwiceIsAsGoodAsOnceAndUnregisteringLeavesNothing() throws Exception {
    identity.register();
    identity.register();
    identity.unregister();
    assertThat(AppIdentity.isRegistered()).isFalse();
    assertThat(exists("Software\\Classes\\AppUserModelId\\" + AppIdentity.APP_ID)).isFalse();
    assertThat(exists("Software\\Classes\\regrip")).isFalse();
    assertThat(identity.shortcut()).doesNotExist();
    identity.unregister();
  }

  /** The test is the installer. */
  @Test
  void whereItIsInstalledForAllNothingOfTheUsersOwnIsLeft() throws Exception {
    String key = "Software\\Classes\\AppUserModelId\\" + AppIdentity.APP_ID;
    identity.introduce();
    assertThat(exists(key)).isTrue();
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, key);
    Advapi32Util.registrySetStringValue(WinReg.HKEY_LOCAL_MACHINE, key, "DisplayName", "Regrip");
    try {
      assertThat(AppIdentity.isRegisteredForAll()).isTrue();
      identity.introduce();
      assertThat(exists(key)).isFalse();
      assertThat(exists("Software\\Classes\\regrip")).isFalse();
      assertThat(identity.shortcut()).doesNotExist();
      assertThat(AppIdentity.isRegistered()).isTrue();
    } finally {
      Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
    }
  }

  @Test
  void theProcessTakesTheId() throws Exception {
    AppIdentity.claimForThisProcess();
    PointerByReference id = new PointerByReference();
    int answer = Shell32.INSTANCE.GetCurrentProcessExplicitAppUserModelID(id).intValue();
    Assumptions.assumeFalse(answer == NOT_IMPLEMENTED.value(), "Wine doesn't tell the id");
    assertThat(answer).isZero();
    assertThat(id.getValue().getWideString(0)).isEqualTo(AppIdentity.APP_ID);
    Ole32.INSTANCE.CoTaskMemFree(id.getValue());
  }

  private static String value(String key, String name) {
    return Advapi32Util.registryGetStringValue(WinReg.HKEY_CURRENT_USER, key, name);
  }

  private static boolean exists(String key) {
    return Advapi32Util.registryKeyExists(WinReg.HKEY_CURRENT_USER, key);
  }
}
