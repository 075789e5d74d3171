package app.regrip.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private final Redaction redaction =
      new Redaction(
          Map.of(
              Secret.USER, List.of("Marlene", "max"),
              Secret.COMPUTER, List.of("KITCHEN-PC"),
              Secret.DOMAIN, List.of("ZUHAUSE")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\Users\\Marlene\\AppData | C:\\Users\\USER-1\\AppData",
        "marlene and MARLENE | USER-1 and USER-1",
        "marlene2's file | USER-12's file",
        "Max is at a maximum | USER-1 is at a maximum",
        "kitchen-pc.local | COMPUTER-1.local",
        "zuhause\\marlene | DOMAIN-1\\USER-1",
        "C:\\Users\\Otto Berg\\x | C:\\Users\\USER-1\\x",
        "D:\\Users\\otto | D:\\Users\\USER-1",
        "C:\\\\Users\\\\otto\\\\x | C:\\\\Users\\\\USER-1\\\\x",
        "/home/otto/.cache | /home/USER-1/.cache",
        "OFFICE\\otto logged on | DOMAIN-1\\USER-1 logged on",
        "\\\\nas7\\share | \\\\COMPUTER-1\\share",
        "S-1-5-21-1004336348-1177238915-682003330-512 | SID-1",
        "http://updates.contoso.example:8530/x | http://SERVER-1:8530/x",
        "https://u:pw123@host.example/ | https://TOKEN-1@SERVER-1/",
        "otto@berg.example wrote | EMAIL-1 wrote",
        "Authorization: Bearer abc.def-ghi12345 | Authorization: Bearer TOKEN-1",
        "?sv=2024&sig=ab%2Bcd%3D&x=1 | ?sv=2024&sig=TOKEN-1&x=1",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.xyz | TOKEN-1",
        "key ABCDE-12345-FGHIJ-67890-KLMNO | key KEY-1",
        "Serial number: 5CD1234XYZ | Serial number: SERIAL-1",
        "from 192.168.178.20 | from ADDRESS-1",
        "from 00:1A:2b:3c:4d:5e | from ADDRESS-1",
        "from fe80::1ff:fe23:4567:890a | from ADDRESS-1",
        "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdEFGH== | TOKEN-1"
      })
  void takesOut(String text, String expected) {
    assertThat(redaction.redact(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x80070006 (-2147024890, 2147942406): The handle is invalid.",
        "2025-11 Cumulative Update for Windows 11 (KB5068861) (26100.7171)",
        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv Type = 0x10 (0x20 is normal)",
        "HKLM\\SYSTEM",
        "NT AUTHORITY\\SYSTEM started wuauserv",
        "C:\\Windows\\SoftwareDistribution\\DataStore\\DataStore.edb",
        "C:\\Users\\Public\\Documents",
        "S-1-5-18",
        "update 5dd2594d-f09b-4fbb-abca-3294b7b56cc0",
        "Windows 10.0.19045.5131, at 20:58:18 on 2026-11-22T20:58:18Z",
        "https://download.windowsupdate.com/d/msdownload https://go.microsoft.com/fwlink/?LinkID=1",
        "http://127.0.0.1:80/ and ::1",
        "\\\\?\\C:\\Windows and \\\\.\\pipe\\x",
        "Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.3803.1.9"
      })
  void leavesWhatIsNeededToHelp(String text) {
    assertThat(redaction.redact(text)).isEqualTo(text);
  }

  @Test
  void aNotPublicHostThatEndsLikeOneIsTakenOut() {
    assertThat(redaction.redact("http://evilmicrosoft.com/")).isEqualTo("http://SERVER-1/");
  }

  @Test
  void theSameNameIsTheSamePlaceholderAndOthersAreOthers() {
    assertThat(
            redaction.redact("C:\\Users\\otto and C:\\Users\\OTTO and C:\\Users\\ida and Marlene"))
        .isEqualTo("C:\\Users\\USER-2 and C:\\Users\\USER-2 and C:\\Users\\USER-3 and USER-1");
    assertThat(redaction.redact("C:\\Users\\ida")).isEqualTo("C:\\Users\\USER-3");
    assertThat(redaction.removed().get(Secret.USER)).isEqualTo(new Redaction.Removed(3, 5));
    assertThat(redaction.removed()).doesNotContainKey(Secret.KEY);
  }

  @Test
  void aNameEverybodyHasIsNoSecret() {
    Redaction plain = new Redaction(Map.of(Secret.USER, List.of("Admin", "x", "")));
    assertThat(plain.redact("Run it as admin, x times")).isEqualTo("Run it as admin, x times");
  }
}
