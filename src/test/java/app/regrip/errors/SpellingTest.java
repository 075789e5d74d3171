package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.Spelling.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  private Reading read(String text) {
    return Spelling.read(text, catalog);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x80070006",
        "0X80070006",
        " 80070006 ",
        "[80070006]",
        "(0x80070006)",
        "0xFFFFFFFF80070006",
        "-2147024890",
        "\u22122147024890",
        "2147942406",
        "%%2147942406",
        "%%6",
        "E_HANDLE",
        "e_handle",
        "ERROR_INVALID_HANDLE",
        "0x6",
        "6",
        "Error 0x80070006: there were problems installing some updates",
        "failed with ERROR_INVALID_HANDLE, again"
      })
  void knowsTheInvalidHandleInEverySpelling(String text) {
    assertThat(read(text)).isEqualTo(new Reading.Code(HResult.INVALID_HANDLE));
  }

  @ParameterizedTest
  @CsvSource({
    "3017, 0x80070BC9",
    "740, 0x800702E4",
    "87, 0x80070057",
    "0, 0x00000000",
    "800f081f, 0x800F081F",
    "-2146498529, 0x800F081F",
    "0x80070306, 0x80070306",
    "80240016, 0x80240016",
    "0x240005, 0x00240005",
    "WU_E_SERVICE_STOP, 0x8024001E",
    "80071234, 0x80071234"
  })
  void readsNumbersOfAllKinds(String text, String expected) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            Reading.Code.class, code -> assertThat(code.code()).hasToString(expected));
  }

  @Test
  void saysWhenDigitsCouldBeDecimalOrHexadecimal() {
    assertThat(read("50"))
        .isInstanceOfSatisfying(
            Reading.Ambiguous.class,
            ambiguous -> {
              assertThat(ambiguous.candidates())
                  .containsExactly(new HResult(0x80070032), new HResult(0x80070050));
              assertThat(ambiguous.words().english()).contains("0x80070032", "0x80070050");
            });
  }

  @Test
  void saysWhenATextNamesSeveral() {
    assertThat(read("either 0x80070006 or 0x80070306"))
        .isInstanceOfSatisfying(
            Reading.Ambiguous.class,
            ambiguous ->
                assertThat(ambiguous.candidates())
                    .containsExactly(HResult.INVALID_HANDLE, new HResult(0x80070306)));
  }

  @Test
  void asksBackWhenADigitIsMissing() {
    assertThat(read("0x8007006"))
        .isInstanceOfSatisfying(
            Reading.NotACode.class,
            not -> {
              assertThat(not.words().english()).contains("0x80070006");
              assertThat(not.nearMisses())
                  .extracting(ErrorName::code)
                  .contains(HResult.INVALID_HANDLE);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "handle", "bad", "0x", "0x800700061", "-99999999999", "0xZZ"})
  void saysWhenItIsNone(String text) {
    assertThat(read(text))
        .isInstanceOfSatisfying(
            Reading.NotACode.class, not -> assertThat(not.words().english()).isNotBlank());
  }
}
