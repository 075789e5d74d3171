package app.regrip.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A version that comes from outside is three plain numbers or none. */
class VersionProperties {

  @Property
  void whatIsWrittenIsRead(@ForAll("versions") Version version) {
    assertThat(Version.parse(version.toString())).contains(version);
  }

  @Property
  void whatIsReadIsWrittenAlikeSoNothingElseIsUnderstood(@ForAll("almostVersions") String text) {
    assertThat(Version.parse(text))
        .satisfiesAnyOf(
            none -> assertThat(none).isEmpty(),
            some -> assertThat(some.orElseThrow()).hasToString(text));
  }

  /** Against a comparison of its own: digit by digit, without a limit. */
  @Property
  void theyAreInTheOrderOfTheirNumbers(
      @ForAll("versions") Version one, @ForAll("versions") Version other) {
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(Integer.signum(Arrays.compare(numbers(one), numbers(other))));
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
  }

  private static BigInteger[] numbers(Version version) {
    return Arrays.stream(version.toString().split("\\."))
        .map(BigInteger::new)
        .toArray(BigInteger[]::new);
  }

  @Provide
  Arbitrary<Version> versions() {
    Arbitrary<Integer> number =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 99999));
    return Combinators.combine(number, number, number).as(Version::new);
  }

  /** Digits of other scripts, signs, blanks, numbers too long for any type, and ends of lines. */
  @Provide
  Arbitrary<String> almostVersions() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-3, 120000).map(String::valueOf),
            Arbitraries.strings().withChars("0123456789").ofMaxLength(40),
            Arbitraries.of(
                "٣", "１", "+1", "-0", "00", "01", " 1", "1 ", "1\n", "\r\n", "1e3", "", "v1", "0x1",
                "∞"));
    return Arbitraries.oneOf(
        part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(".", parts)),
        Arbitraries.strings().ofMaxLength(20));
  }
}
