package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Phrases against the plain search for each of them. */
class PhrasesProperties {

  @Property(tries = 5000)
  void findsWhatPlainSearchFinds(
      @ForAll @Size(min = 1, max = 6) List<@StringLength(min = 2, max = 4) @CharRange(from = 'ş', to = 'ŧ') String> phrases,
      @ForAll @StringLength(max = 30) @CharRange(from = 'ş', to = 'ŧ') String text,
      @ForAll @IntRange(max = 10) int from) {
    boolean plain = phrases.stream().anyMatch(phrase -> text.indexOf(phrase, from) >= 0);
    assertThat(Phrases.of(phrases).anyIn(text, from)).isEqualTo(plain);
  }

  /** Letters that share what is left of them in the table. */
  @Property(tries = 5000)
  void isNotMisledByLettersOfOneSlot(
      @ForAll @Size(min = 1, max = 6) List<@StringLength(min = 2, max = 3) @CharRange(from = 'A', to = 'C') String> phrases,
      @ForAll @StringLength(max = 12) @CharRange(from = '\u0081', to = '\u0083') String text) {
    assertThat(Phrases.of(phrases).anyIn(text)).isFalse();
  }
}
