package app.regrip.eventxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** The quick reading of a time against that of the JDK. */
class UtcTimeProperties {

  private static final String TIME = "2026-05-04T10:00:00.1234567Z";

  @Property
  void readsEveryTime(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant at = Instant.ofEpochSecond(second, nanos);
    String text = at.toString();
    assertThat(UtcTime.read(text)).contains(at);
  }

  /** Midnight may be written as 24:00 elsewhere; that is left to the other reading. */
  @Property(tries = 5000)
  void whatItReadsTheOtherReadsAlike(
      @ForAll @IntRange(max = 27) int at,
      @ForAll @IntRange(max = 3) int length,
      @ForAll
          @StringLength(max = 3)
          @Chars({'0', '1', '2', '3', '4', '6', '9', ':', '-', '.', 'T', 'Z', '+', 'é'})
          String by) {
    String text = TIME.substring(0, at) + by + TIME.substring(Math.min(TIME.length(), at + length));
    Optional<Instant> quick = UtcTime.read(text);
    quick.ifPresent(instant -> assertThat(other(text)).contains(instant));
  }

  private static Optional<Instant> other(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
