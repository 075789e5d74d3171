package app.regrip.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes and however they are cut. */
class ConsoleProperties {

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void dismOutputIsTheSameInEveryCut(
      @ForAll("streams") byte[] bytes, @ForAll int exitCode, @ForAll long cuts) {
    RecordingListener whole = new RecordingListener();
    DismOutput atOnce = new DismOutput(whole);
    atOnce.feed(bytes);
    DismOutcome expected = atOnce.end(exitCode);

    RecordingListener pieces = new RecordingListener();
    DismOutput cut = new DismOutput(pieces);
    cut(bytes, cuts).forEach(cut::feed);

    assertThat(cut.end(exitCode)).isEqualTo(expected);
    assertThat(pieces.lines).isEqualTo(whole.lines);
    assertRises(whole.percents);
    assertRises(pieces.percents);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void sfcOutputIsTheSameInEveryCut(@ForAll("streams") byte[] bytes, @ForAll long cuts) {
    RecordingListener whole = new RecordingListener();
    SfcOutput atOnce = new SfcOutput(whole);
    atOnce.feed(bytes);
    SfcOutcome expected = atOnce.end();

    RecordingListener pieces = new RecordingListener();
    SfcOutput cut = new SfcOutput(pieces);
    cut(bytes, cuts).forEach(cut::feed);

    assertThat(cut.end()).isEqualTo(expected);
    assertThat(pieces.lines).isEqualTo(whole.lines);
    assertRises(whole.percents);
    assertRises(pieces.percents);
  }

  @Property(tries = 200)
  void exitCodeZeroNeverMakesSuccessOfNoise(@ForAll byte[] noise) {
    DismOutput output = new DismOutput(new RecordingListener());
    output.feed(noise);
    assertThat(output.end(0).verdict())
        .isNotIn(DismVerdict.HEALTHY, DismVerdict.REPAIRED, DismVerdict.SUCCEEDED);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aFailingExitCodeIsNeverGood(@ForAll("streams") byte[] bytes) {
    DismOutput output = new DismOutput(new RecordingListener());
    output.feed(bytes);
    assertThat(output.end(1726).verdict())
        .isIn(DismVerdict.FAILED, DismVerdict.NOT_REPAIRABLE, DismVerdict.RESTART_NEEDED);
  }

  /** Pieces of real output and of noise, in 8 and in 16 bits. */
  @Provide
  Arbitrary<byte[]> streams() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\r",
                "\n",
                "\r\n",
                "Error: 0x800f081f",
                "Fehler: 740",
                "The component store is repairable.",
                "The component store cannot be repaired.",
                "The restore operation completed successfully.",
                "Windows Resource Protection did not find any integrity violations.",
                "Verification 41% complete.",
                "Überprüfung 7 % abgeschlossen.",
                "验证 100% 已完成。",
                "[==   120.0%   ]",
                "\u001B[2K"),
            Arbitraries.integers().between(0, 1000).map(tenths -> Recording.bar(tenths / 10.0)),
            Arbitraries.strings().ofMaxLength(20));
    Arbitrary<byte[]> text =
        Combinators.combine(piece.list().ofMaxSize(30), Arbitraries.of(true, false))
            .as(
                (pieces, wide) ->
                    wide
                        ? Recording.utf16(String.join("", pieces))
                        : Recording.utf8(String.join("", pieces)));
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    return Combinators.combine(text, noise, text)
        .as((a, b, c) -> Recording.joined(a, Recording.joined(b, c)));
  }

  private static List<byte[]> cut(byte[] bytes, long seed) {
    Random random = new Random(seed);
    List<byte[]> chunks = new ArrayList<>();
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + random.nextInt(random.nextBoolean() ? 4 : 80));
      chunks.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return chunks;
  }

  private static void assertRises(List<Double> percents) {
    for (int i = 0; i < percents.size(); i++) {
      assertThat(percents.get(i)).isBetween(i == 0 ? 0 : Math.nextUp(percents.get(i - 1)), 100.0);
    }
  }
}
