package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is told at a glance, against the pattern that takes longer. */
class GlanceProperties {

  private static final Pattern FIELD =
      Pattern.compile("\\s{0,8}(\\p{L}[\\p{L} ._'\u2019-]{0,30}?)\\s*[:\uFF1A](.*)");

  private static final Pattern FAILURE = Pattern.compile("[89cC][0-9a-fA-F]{7}");

  @Property(tries = 5000)
  void aFieldIsWhatThePatternSays(@ForAll("lines") String line) {
    Matcher field = FIELD.matcher(line);
    if (field.matches()) {
      assertThat(FieldLine.of(line)).contains(new FieldLine(field.group(1), field.group(2)));
    } else {
      assertThat(FieldLine.of(line)).isEmpty();
    }
  }

  @Property(tries = 5000)
  void noFailureIsOverlooked(@ForAll("numbers") String text) {
    assertThat(ErrorText.mayBeIn(text)).isEqualTo(FAILURE.matcher(text).find());
  }

  @Property(tries = 5000)
  void noDateIsOverlooked(@ForAll("dates") String text) {
    boolean dated = PrintedDate.ANY.matcher(text).find();
    assertThat(PrintedDate.mayBeIn(text) || !dated).isTrue();
    assertThat(PrintedDate.isIn(text)).isEqualTo(dated);
  }

  @Property(tries = 5000)
  void marksOfDirectionAreTakenAway(@ForAll("marked") String text) {
    assertThat(DirectionMarks.takenFrom(text))
        .isEqualTo(text.replaceAll("[\u200E\u200F\u202A-\u202E]", ""));
  }

  @Provide
  Arbitrary<String> lines() {
    Arbitrary<String> blanks = Arbitraries.strings().withChars(" \t").ofMaxLength(9);
    Arbitrary<String> name =
        Arbitraries.strings().withChars("Ab\u00E91_.-'\u2019 \t").ofMaxLength(6);
    Arbitrary<String> letters = Arbitraries.strings().withChars('a').ofMaxLength(32);
    Arbitrary<String> rest = Arbitraries.strings().withChars(":\uFF1A a").ofMaxLength(4);
    return Combinators.combine(blanks, name, letters, blanks, rest)
        .as((lead, first, more, gap, end) -> lead + first + more + gap + end);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("08cCfF9x7").ofMaxLength(24);
  }

  @Provide
  Arbitrary<String> dates() {
    return Arbitraries.strings().withChars("12 0/-.:\u200EA").ofMaxLength(16);
  }

  @Provide
  Arbitrary<String> marked() {
    return Arbitraries.strings().withChars("a1\u200D\u200E\u200F\u202A\u202E\u202F").ofMaxLength(8);
  }
}
