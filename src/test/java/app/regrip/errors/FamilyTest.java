package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @ParameterizedTest
  @CsvSource({
    "80070006, INVALID_HANDLE",
    "8024001F, NETWORK",
    "80240438, NETWORK",
    "80244004, NETWORK",
    "80246005, NETWORK",
    "80070035, NETWORK",
    "8007274C, NETWORK",
    "80244022, SERVER",
    "80245006, SERVER",
    "80072F8F, SECURE_CONNECTION",
    "80090326, SECURE_CONNECTION",
    "800B0109, TRUST",
    "800F0907, POLICY",
    "800F0954, POLICY",
    "8024002E, POLICY",
    "8024001B, BUSY",
    "80248000, BUSY",
    "800706BE, BUSY",
    "8007045B, BUSY",
    "80240051, INTERRUPTED",
    "8024001E, INTERRUPTED",
    "80070BC9, RESTART_NEEDED",
    "80071AA8, RESTART_NEEDED",
    "80240016, RESTART_NEEDED",
    "80070070, DISK_FULL",
    "80070422, SERVICE",
    "800F081F, SOURCE_MISSING",
    "800F0915, SOURCE_MISSING",
    "80073712, STORE_DAMAGED",
    "800F0831, STORE_DAMAGED",
    "800F0991, STORE_DAMAGED",
    "800F0832, STORE_BEYOND_REPAIR",
    "800F0845, SERVICING",
    "800F081E, NOT_APPLICABLE",
    "80240017, NOT_APPLICABLE",
    "800F0823, PREREQUISITE",
    "80070643, INSTALLER_FAILED",
    "800F0922, INSTALLER_FAILED",
    "80073713, INSTALLER_FAILED",
    "C1900101, DRIVER",
    "C1900208, INCOMPATIBLE",
    "C1900104, SETUP",
    "80248007, UPDATE_STORE",
    "80200053, DOWNLOAD_JOB",
    "80073D02, APP",
    "00240005, RESTART_NEEDED",
    "0024BEEF, SUCCESS",
    "00000000, SUCCESS",
    "86660001, OTHER"
  })
  void tellsApartWhatCallsForAnotherNextStep(String number, Family family) {
    HResult code = new HResult(HexFormat.fromHexDigits(number));
    assertThat(Family.of(code)).isEqualTo(family);
    assertThat(catalog.known(code).family()).isEqualTo(family);
  }

  @ParameterizedTest
  @EnumSource
  void everyFamilySaysWhatToDo(Family family) {
    assertThat(ErrorTables.advice(family).english()).endsWith(".").hasSizeBetween(40, 320);
  }

  @Test
  void onlyWhatPassesByItselfIsTransient() {
    assertThat(Arrays.stream(Family.values()).filter(Family::isTransient))
        .containsExactly(Family.BUSY, Family.INTERRUPTED);
  }

  @Test
  void rangesHoldWhatTheySay() {
    List<String> wrong = new ArrayList<>();
    Tsv.rows("family-ranges.tsv", 4)
        .filter(
            cells ->
                Integer.compareUnsigned(
                        Integer.parseUnsignedInt(cells[0].substring(2), 16),
                        Integer.parseUnsignedInt(cells[1].substring(2), 16))
                    > 0)
        .forEach(cells -> wrong.add(cells[0]));
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRowNamesItsSource() {
    assertThat(Tsv.rows("families.tsv", 4)).allSatisfy(cells -> assertThat(cells[3]).isNotBlank());
    assertThat(Tsv.rows("advice.tsv", 2)).allSatisfy(cells -> assertThat(cells[1]).isNotBlank());
    assertThat(Tsv.rows("family-ranges.tsv", 4))
        .allSatisfy(cells -> assertThat(cells[3]).isNotBlank());
  }

  @Test
  void adviceIsForNumbersThatAreKnown() {
    assertThat(Tsv.rows("advice.tsv", 2))
        .allSatisfy(
            cells ->
                assertThat(
                        catalog.find(new HResult(HexFormat.fromHexDigits(cells[0].substring(2)))))
                    .as(cells[0])
                    .isPresent());
  }
}
