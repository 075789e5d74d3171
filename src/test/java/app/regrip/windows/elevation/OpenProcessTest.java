package app.regrip.windows.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class OpenProcessTest {

  @Test
  void aTokenNobodyMayLookAtLetsInWhoIsLoggedOnHere() throws PcException {
    try (OpenProcess process = OpenProcess.ofThis()) {
      assertThat(process.logonOrUser(refusing(WinError.ERROR_ACCESS_DENIED))).isEqualTo("S-1-5-4");
    }
  }

  @Test
  void anythingElseIsAFailure() throws PcException {
    try (OpenProcess process = OpenProcess.ofThis()) {
      assertThatThrownBy(() -> process.logonOrUser(refusing(WinError.ERROR_INVALID_HANDLE)))
          .isInstanceOfSatisfying(
              PcException.class,
              e -> assertThat(e.code()).isEqualTo(HResult.ofWin32(WinError.ERROR_INVALID_HANDLE)));
    }
  }

  @Test
  void itsOwnTokenNamesALogonOrAUser() throws PcException {
    try (OpenProcess process = OpenProcess.ofThis()) {
      assertThat(process.logonOrUser()).startsWith("S-1-5-").isNotEqualTo("S-1-5-4");
    }
  }

  private static OpenProcess.Tokens refusing(int error) {
    return (process, access, token) -> {
      Native.setLastError(error);
      return false;
    };
  }
}
