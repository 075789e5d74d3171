package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.Spelling.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number Regrip knows is found again in every way it is written. */
class EverySpellingTest {

  private static final ErrorCatalog CATALOG = ErrorCatalog.load();

  static Stream<ErrorName> everyRow() {
    return CATALOG.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRow")
  void isReadBack(ErrorName name) {
    HResult code = name.code();
    String digits = code.hex().substring(2);
    List<String> spellings =
        new ArrayList<>(
            List.of(
                code.hex(),
                code.hex().toLowerCase(Locale.ROOT),
                "0X" + digits,
                digits + "h",
                "&H" + digits,
                "0x00000000" + digits,
                "(" + code.hex() + ")",
                "[" + digits + "]",
                "0x" + digits.substring(0, 4) + "_" + digits.substring(4),
                "Error code: " + code.hex(),
                "failed, hr = " + code.hex() + ", once more",
                Integer.toString(code.value()),
                Long.toString(code.unsigned()),
                "%%" + code.unsigned()));
    if (!name.symbol().isEmpty()) {
      spellings.addAll(
          List.of(
              name.symbol(),
              name.symbol().toLowerCase(Locale.ROOT),
              "'" + name.symbol() + "'",
              "it said " + name.symbol() + "."));
    }
    for (String spelling : spellings) {
      assertThat(Spelling.read(spelling, CATALOG)).as(spelling).isEqualTo(new Reading.Code(code));
    }
    if (code.isFailure()) {
      assertThat(Spelling.read(digits, CATALOG)).as(digits).isEqualTo(new Reading.Code(code));
    }
    if (code.isWin32()) {
      assertThat(Spelling.read("%%" + code.code(), CATALOG)).isEqualTo(new Reading.Code(code));
      assertThat(Spelling.read("0x" + Integer.toHexString(code.code()), CATALOG))
          .isEqualTo(new Reading.Code(code));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRow")
  void isExplainedInFull(ErrorName name) {
    Explanation explanation = Explanation.of(name.code(), CATALOG);
    assertThat(explanation.known()).isTrue();
    assertThat(explanation.symbol()).isEqualTo(name.symbol());
    assertThat(explanation.component().english()).isNotBlank();
    assertThat(explanation.meaning().english()).endsWith(".").doesNotStartWith("Not in");
    assertThat(explanation.advice().english()).endsWith(".");
    assertThat(explanation.parts().english()).contains("facility 0x");
    assertThat(explanation.near()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0X80070006 | 80070006",
        "80070006h | 80070006",
        "' 0x8007_0006 ' | 80070006",
        "0x8007 0006 | 80070006",
        "0x80070006L | 80070006",
        "(0x80070006) | 80070006",
        "-2,147,024,890 | 80070006",
        "2 147 942 406 | 80070006",
        "%2147942406 | 80070006",
        "error 6 | 80070006",
        "Error: 6 | 80070006",
        "Win32 error 6 | 80070006",
        "exit code 3010 | 80070BC2",
        "HRESULT: 0x80070006 | 80070006",
        "Exception from HRESULT: 0x80070006 (E_HANDLE) | 80070006",
        "The service stopped with %%2147942406. | 80070006",
        "it returned -2147024890 twice | 80070006",
        "\u200B0x80070006\u00A0 | 80070006",
        "\u20132147024890 | 80070006",
        "00006 | 80070006",
        "87 | 80070057",
        "0x57 | 80070057",
        "WU_E_NO_SERVICE | 80240001",
        "0xC1900101 | C1900101",
        "00800f081f | 800F081F",
        "Code 80070643 Windows Update ran into a problem. | 80070643",
        "Error(s) found: Code 80070006 and some words | 80070006",
        "WindowsUpdate_80070006 | 80070006",
        "WindowsUpdate_8024402C \"WindowsUpdate_dt000\" | 8024402C",
        "Win32Exception (6): The handle is invalid. | 80070006",
        "Ошибка: 1726 | 800706BE",
        "エラー: 1726 | 800706BE",
        "错误: 87 | 80070057",
        "오류: 740 | 800702E4",
        "Błąd: 87 | 80070057",
        "System.ComponentModel.Win32Exception (0x80004005): no such thing | 80004005",
        "it could not connect (80072EFE) to the server | 80072EFE",
        "Ended with exit code -1978335189 | 8A15002B",
        "installer status -1073741819 | C0000005",
        "[SC] StartService FAILED 1058: | 80070422",
        "OpenService FAILED 1060 | 80070424",
        "Systemfehler 5 aufgetreten. Fehler 5 | 80070005",
        "Es ist ein Fehler aufgetreten: 0x800f0922 | 800F0922",
        "job 8b24b027-1dee-babb-9a95-3517dfb9c552 ended with 0x80240022 | 80240022",
        "RPC failed: error 1726 | 800706BE"
      })
  void inTheWildToo(String text, String digits) {
    assertThat(Spelling.read(text, CATALOG))
        .isInstanceOfSatisfying(
            Reading.Code.class, code -> assertThat(code.code()).hasToString("0x" + digits));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0xC1900101 - 0x20017 | C1900101 | SAFE_OS | BOOT",
        "0xC1900101-0x30018 | C1900101 | FIRST_BOOT | SYSPREP",
        "Error: 0xC1900101 \u2013 0x4000D | C1900101 | OOBE_BOOT | MIGRATE_DATA",
        "it says 0x8007001F - 0x20006, again | 8007001F | SAFE_OS | REPLICATE_OC",
        "0x80070004 - 0x3000D | 80070004 | FIRST_BOOT | MIGRATE_DATA",
        "0xC1900101/0x2000c | C1900101 | SAFE_OS | APPLY_IMAGE"
      })
  void theTwoNumbersOfWindowsSetup(String text, String digits, String phase, String operation) {
    assertThat(Spelling.read(text, CATALOG))
        .isInstanceOfSatisfying(
            Reading.Code.class,
            code -> {
              assertThat(code.code()).hasToString("0x" + digits);
              assertThat(code.extend().map(SetupExtend::phase)).contains(phase);
              assertThat(code.extend().map(SetupExtend::operation)).contains(operation);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0x8007315, 80073715",
    "0x800040002, 80004002",
    "0x80070O06, 80070006",
    "8007000g, 80070006",
    "WU_E_NO_SERVCE, 80240001"
  })
  void aSlipOfTheFingerIsAskedBack(String text, String digits) {
    assertThat(Spelling.read(text, CATALOG))
        .isInstanceOfSatisfying(
            Reading.NotACode.class,
            not ->
                assertThat(not.nearMisses())
                    .extracting(near -> near.code().hex())
                    .contains("0x" + digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KB5034441 and KB5028997",
        "build 26100.3476 of 12.03.2026",
        "8b24b027-1dee-babb-9a95-3517dfb9c552",
        "version 10.0.19041.1266 of the image",
        "call 0800 7000 6000"
      })
  void whatOnlyLooksLikeANumberIsNone(String text) {
    assertThat(Spelling.read(text, CATALOG)).isInstanceOf(Reading.NotACode.class);
  }
}
