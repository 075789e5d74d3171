package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCatalogTest {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void knowsTheErrorRegripExistsFor() {
    assertThat(catalog.find(HResult.INVALID_HANDLE))
        .hasValueSatisfying(
            name -> {
              assertThat(name.symbol()).isEqualTo("ERROR_INVALID_HANDLE");
              assertThat(name.componentName().english()).isEqualTo("Win32");
            });
    assertThat(catalog.headline(HResult.INVALID_HANDLE).english())
        .isEqualTo("0x80070006 The handle is invalid");
  }

  @Test
  void neverTakesTheLookAlikeForIt() {
    HResult lookAlike = new HResult(0x80070306);
    assertThat(catalog.headline(lookAlike).english()).doesNotContainIgnoringCase("handle");
    assertThat(catalog.find(lookAlike))
        .hasValueSatisfying(
            name -> assertThat(name.meaning().english()).doesNotContainIgnoringCase("handle"));
  }

  @Test
  void findsBySymbolInAnyCaseAndBySecondName() {
    assertThat(catalog.findSymbol("wu_e_no_connection").map(ErrorName::code))
        .contains(new HResult(0x8024001F));
    assertThat(catalog.findSymbol("E_HANDLE").map(ErrorName::code))
        .contains(HResult.INVALID_HANDLE);
    assertThat(catalog.findSymbol("WU_E_NEVER_HEARD_OF")).isEmpty();
  }

  @Test
  void everyNumberHasOneRowWithAMeaningInPlainWords() {
    List<ErrorName> all = catalog.all();
    assertThat(all).hasSizeGreaterThan(1000);
    assertThat(new HashSet<>(all.stream().map(ErrorName::code).toList())).hasSameSizeAs(all);
    for (ErrorName name : all) {
      assertThat(name.componentName().english()).isNotBlank();
      assertThat(name.meaning().english()).as(name.code().hex()).isNotBlank().doesNotContain("?");
      assertThat(name.meaning().english().toLowerCase(Locale.ROOT))
          .as(name.code().hex())
          .doesNotContain("this tool", "blog", "seen as");
    }
  }

  @Test
  void headsAnUnknownNumberByItsFacility() {
    assertThat(catalog.headline(new HResult(0x8024BEEF)).english())
        .isEqualTo("0x8024BEEF Error of Windows Update");
    assertThat(catalog.headline(new HResult(0x86660001)).english())
        .isEqualTo("0x86660001 Unknown error");
  }

  @Test
  void offersWhatLooksAlike() {
    assertThat(catalog.nearest("8007006"))
        .first()
        .extracting(ErrorName::code)
        .isEqualTo(HResult.INVALID_HANDLE);
    assertThat(catalog.nearest("WU_E_NO_CONECTION"))
        .first()
        .extracting(ErrorName::symbol)
        .isEqualTo("WU_E_NO_CONNECTION");
    assertThat(catalog.nearest("weather")).isEmpty();
    assertThat(catalog.nearest("")).isEmpty();
    assertThat(catalog.nearest("x".repeat(5000))).isEmpty();
  }

  @Test
  void offersTheNameAPartOfItBelongsTo() {
    assertThat(catalog.nearest("invalid handle"))
        .extracting(ErrorName::code)
        .contains(HResult.INVALID_HANDLE);
  }

  @Test
  void offersWhatOneSlipOfAFingerMadeOfIt() {
    assertThat(catalog.nearest(new HResult(0x80071006)))
        .first()
        .extracting(ErrorName::code)
        .isEqualTo(HResult.INVALID_HANDLE);
    assertThat(catalog.nearest(new HResult(-214702489)))
        .extracting(ErrorName::code)
        .contains(HResult.INVALID_HANDLE);
    assertThat(catalog.nearest(new HResult(0x12345678))).isEmpty();
  }

  @Test
  void knowsSecondNames() {
    assertThat(catalog.aliases(HResult.INVALID_HANDLE)).containsExactly("E_HANDLE");
    assertThat(catalog.aliases(new HResult(0x80240001))).isEmpty();
  }

  @Test
  void refusesAMalformedRow() {
    assertThatThrownBy(() -> Tsv.cells("0x1\tonly two", 6))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
