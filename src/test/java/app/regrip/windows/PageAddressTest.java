package app.regrip.windows;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.SystemPages.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages are opened on which Windows. */
class PageAddressTest {

  @ParameterizedTest
  @CsvSource({
    "MSDT_WINDOWS_UPDATE, 9600, true", "MSDT_WINDOWS_UPDATE, 22621, true",
    "MSDT_WINDOWS_UPDATE, 22631, false", "SETTINGS_TROUBLESHOOT, 14393, false",
    "SETTINGS_TROUBLESHOOT, 15063, true", "SETTINGS_WINDOWS_UPDATE, 9600, false",
    "SETTINGS_WINDOWS_UPDATE, 10240, true", "MICROSOFT_SUPPORT, 9600, true"
  })
  void choosesPagesByBuild(Page page, int build, boolean works) {
    assertThat(PageAddress.worksOn(page, build)).isEqualTo(works);
  }

  @Test
  void neverOpensTheSchemeOfMsdt() {
    for (Page page : Page.values()) {
      assertThat(PageAddress.of(page).orElse("")).doesNotStartWith("ms-msdt");
    }
  }
}
