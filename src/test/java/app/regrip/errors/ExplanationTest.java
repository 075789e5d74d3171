package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void explainsAKnownNumber() {
    Explanation explanation = Explanation.of(HResult.INVALID_HANDLE, catalog);
    assertThat(explanation.known()).isTrue();
    assertThat(explanation.hex()).isEqualTo("0x80070006");
    assertThat(explanation.symbol()).isEqualTo("ERROR_INVALID_HANDLE");
    assertThat(explanation.meaning().english()).startsWith("The handle is invalid").endsWith(".");
    assertThat(explanation.advice().english()).contains("Repair");
    assertThat(explanation.parts().english()).contains("facility 0x7", "Win32 error 6");
  }

  @Test
  void takesAnUnknownNumberApart() {
    Explanation explanation = Explanation.of(new HResult(0x80071234), catalog);
    assertThat(explanation.known()).isFalse();
    assertThat(explanation.symbol()).isEmpty();
    assertThat(explanation.meaning().english())
        .contains("a failure", "Win32", "facility 0x7", "4660", "Win32 error 4660");
  }

  @Test
  void doesNotCallASuccessAFailure() {
    Explanation explanation = Explanation.of(new HResult(0x0024BEEF), catalog);
    assertThat(explanation.meaning().english()).contains("a success", "Windows Update");
    assertThat(explanation.advice().english()).contains("does not mean a failure");
  }

  @Test
  void saysWhatAKernelStatusWraps() {
    assertThat(Explanation.of(new HResult(0xD0000008), catalog).parts().english())
        .contains("wraps the kernel status 0xC0000008");
    assertThat(Explanation.of(new HResult(0xC0000005), catalog).parts().english())
        .contains("NTSTATUS");
    assertThat(Explanation.of(new HResult(0xC1900101), catalog).parts().english())
        .contains("Windows Setup")
        .doesNotContain("NTSTATUS");
  }

  @ParameterizedTest
  @CsvSource({
    "80072EE7, internet connection",
    "8024402C, internet connection",
    "80190193, update server",
    "800F0906, internet connection",
    "80070070, Free some space",
    "80070422, service",
    "800F0831, component store",
    "80073712, component store",
    "800F081F, installation medium",
    "800F0954, WSUS",
    "8024002E, policy",
    "80070BC9, restart",
    "80242014, restart",
    "80070005, administrator",
    "8024001E, passes by itself",
    "80240438, update servers",
    "80072F8F, date",
    "80070020, Another program holds",
    "C1900101, Windows Setup",
    "80004005, Restart the PC"
  })
  void advisesByFamily(String number, String words) {
    assertThat(catalog.known(new HResult(HexFormat.fromHexDigits(number))).advice().english())
        .contains(words);
  }

  @Test
  void theNumberThatIsTakenForInvalidHandleIsToldApart() {
    assertThat(catalog.known(new HResult(0x80070306)).advice().english())
        .contains("not 0x80070006")
        .contains("component store repair");
    assertThat(catalog.known(HResult.INVALID_HANDLE).advice().english())
        .doesNotContain("component store");
  }
}
