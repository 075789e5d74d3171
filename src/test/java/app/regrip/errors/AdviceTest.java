package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "800F0922 | recovery partition | VPN",
        "800F0991 | component store repair | repair install",
        "800F0838 | checkpoint | Catalog",
        "800F0845 | no cause | CBS.log",
        "800F0825 | permanent | damaged component store",
        "800F081E | nothing to repair | replaced",
        "800F080C | does not know | Nothing is damaged",
        "800F0805 | not valid | exactly this version",
        "800F0950 | optional feature | WSUS",
        "800F0954 | WSUS | source",
        "80070643 | recovery partition | .NET and Defender",
        "80090326 | secure connection | TLS 1.2",
        "C004000D | restart | feature",
        "C0000022 | refused access | administrator",
        "C0000428 | signature | trust",
        "C000021A | broke off | event log",
        "CA00A009 | Windows Setup | feature update",
        "8A15002B | Nothing is damaged | fit this PC",
        "800705B9 | component store | DISM",
        "80240022 | a number of its own | history",
        "80245006 | passes within hours | server"
      })
  void saysWhatHelpsWithThisNumber(String number, String words, String moreWords) {
    assertThat(catalog.known(new HResult(HexFormat.fromHexDigits(number))).advice().english())
        .contains(words, moreWords);
  }

  /** A number of servicing says damage only where Microsoft does. */
  @Test
  void notEveryErrorOfServicingIsDamage() {
    for (int number = 0x800F0800; number < 0x800F0980; number++) {
      HResult code = new HResult(number);
      Family family = Family.of(code);
      if (family != Family.STORE_DAMAGED && family != Family.STORE_BEYOND_REPAIR) {
        assertThat(catalog.known(code).advice().english())
            .as(code.hex())
            .doesNotContain("store of Windows, from which updates are built, is damaged");
      }
    }
    assertThat(catalog.all())
        .filteredOn(name -> name.code().facility() == 0x0F)
        .filteredOn(name -> name.code().code() < 0x0980)
        .filteredOn(name -> Family.of(name.code()) == Family.STORE_DAMAGED)
        .extracting(name -> name.code().hex())
        .containsExactlyInAnyOrder("0x800F0831", "0x800F0900");
  }
}
