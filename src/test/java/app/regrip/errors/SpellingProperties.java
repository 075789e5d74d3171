package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.Spelling.Reading;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class SpellingProperties {

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    assertThat(Spelling.read(text, catalog)).isNotNull();
  }

  @Property(tries = 500)
  void anyTextOfTheUsualSignsIsRead(
      @ForAll @Chars({'0', '1', '8', '9', 'x', 'X', 'f', 'F', '-', '%', '_', '[', ' '})
          String text) {
    assertThat(Spelling.read(text, catalog)).isNotNull();
  }

  @Example
  void nullIsNoCode() {
    assertThat(Spelling.read(null, catalog)).isInstanceOf(Reading.NotACode.class);
  }

  @Property
  void everyNumberSurvivesItsUsualSpelling(@ForAll int value) {
    HResult code = new HResult(value);
    if (value > 0xFFFF || value < 0) {
      assertThat(Spelling.read(code.hex(), catalog)).isEqualTo(new Reading.Code(code));
    }
    if (value < 0) {
      assertThat(Spelling.read(Integer.toString(value), catalog)).isEqualTo(new Reading.Code(code));
      assertThat(Spelling.read(Integer.toUnsignedString(value), catalog))
          .isEqualTo(new Reading.Code(code));
    }
  }

  @Property
  void everyNumberCanBeExplained(@ForAll int value) {
    Explanation explanation = Explanation.of(new HResult(value), catalog);
    assertThat(explanation.meaning().english()).endsWith(".");
    assertThat(explanation.advice().english()).endsWith(".");
    assertThat(explanation.component().english()).isNotBlank();
  }
}
