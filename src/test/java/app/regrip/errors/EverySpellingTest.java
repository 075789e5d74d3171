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
    assertThat(explanation.component()).isNotBlank();
    assertThat(explanation.meaning()).endsWith(".").doesNotStartWith("Not in");
    assertThat(explanation.advice()).endsWith(".");
    assertThat(explanation.parts()).contains("facility 0x");
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
        "0xC1900101 - 0x20017 | C1900101",
        "00800f081f | 800F081F"
      })
  void inTheWildToo(String text, String digits) {
    assertThat(Spelling.read(text, CATALOG))
        .isInstanceOfSatisfying(
            Reading.Code.class, code -> assertThat(code.code()).hasToString("0x" + digits));
  }
}
