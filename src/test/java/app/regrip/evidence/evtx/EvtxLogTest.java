package app.regrip.evidence.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvtxLogTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final int FIRST_CHUNK = 4096;

  @Test
  void aLogOfSeveralChunksIsReadInTheirOrder() throws EvtxException {
    ReadLog log = ReadLog.of(log(3, 100));
    assertThat(log.numbers()).isEqualTo(numbers(1, 300));
    assertThat(log.recovered()).isEmpty();
    assertThat(log.log().chunks()).isEqualTo(3);
    assertThat(log.log().damagedChunks()).isZero();
    assertThat(log.log().isDirty()).isFalse();
    assertThat(log.log().isCutOff()).isFalse();
  }

  @Test
  void aDirtyLogIsReadLikeAnyOther() throws EvtxException {
    byte[] bytes = log(1, 5);
    bytes[120] = 1;
    ReadLog log = ReadLog.of(bytes);
    assertThat(log.log().isDirty()).isTrue();
    assertThat(log.numbers()).hasSize(5);
  }

  @Test
  void recordsBehindAChecksumThatDoesNotFitAreRecovered() throws EvtxException {
    byte[] bytes = log(2, 5);
    bytes[FIRST_CHUNK + 52] ^= 1;
    ChunkHeader.of(bytes, 0).sealHeaderOnly();
    ReadLog log = ReadLog.of(bytes);
    assertThat(log.numbers()).isEqualTo(numbers(1, 10));
    assertThat(log.recovered()).isEqualTo(numbers(1, 5));
    assertThat(log.log().damagedChunks()).isEqualTo(1);
  }

  @Test
  void checksumsThatWereNeverWrittenSayNothing() throws EvtxException {
    byte[] none = log(1, 5);
    ByteBuffer chunk = ChunkHeader.of(none, 0).bytes();
    chunk.putInt(52, 0).putInt(124, 0);
    assertThat(ReadLog.of(none).recovered()).isEmpty();
    byte[] disclaimed = log(1, 5);
    chunk = ChunkHeader.of(disclaimed, 0).bytes();
    chunk.putInt(120, 5).putInt(52, 7).putInt(124, 7);
    assertThat(ReadLog.of(disclaimed).recovered()).isEmpty();
    assertThat(ReadLog.of(disclaimed).numbers()).hasSize(5);
  }

  @Test
  void aTornRecordCostsNoOther() throws EvtxException {
    byte[] bytes = log(1, 9);
    ByteBuffer chunk = ChunkHeader.of(bytes, 0).bytes();
    int third = place(chunk, 3);
    int size = chunk.getInt(third + 4);
    for (int i = third + 24; i < third + size; i++) {
      chunk.put(i, (byte) 0x55);
    }
    ReadLog log = ReadLog.of(bytes);
    assertThat(log.broken()).containsExactly(3L);
    assertThat(log.numbers()).containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(log.recovered()).hasSize(8);
  }

  @Test
  void aDamagedNameOrSizeInATemplateCostsNoEvent() throws EvtxException {
    Xml.Element template = Xml.element("E", Xml.attribute("name", Xml.value(0)), Xml.text("x"));
    byte[] bytes =
        new LogWriter()
            .record(new Xml.Instance(template, List.of(Xml.of("a"))))
            .record(new Xml.Instance(template, List.of(Xml.of("b"))))
            .bytes();
    ByteBuffer chunk = ChunkHeader.of(bytes, 0).bytes();
    int element = chunk.getInt(512 + 24 + 4 + 6) + 24 + 4;
    int attributes = chunk.getInt(element + 7) + 8 + 2 * "E".length() + 2;
    int name = chunk.getInt(attributes + 5) + 8;
    chunk.putInt(attributes, 0x00770000).putChar(name + 2, '<');
    assertThat(ReadLog.of(bytes).records())
        .extracting(ReadLog.Read::xml)
        .containsExactly("<E n_me=\"a\">x</E>", "<E n_me=\"b\">x</E>");
  }

  @Test
  void aRecordWithoutASizeIsReadAsFarAsTheNext() throws EvtxException {
    byte[] bytes = log(1, 9);
    ByteBuffer chunk = ChunkHeader.of(bytes, 0).bytes();
    chunk.putInt(place(chunk, 3) + 4, 0);
    assertThat(ReadLog.of(bytes).numbers()).isEqualTo(numbers(1, 9));
  }

  @Test
  void recordsOfAChunkWithoutItsHeaderAreSearchedFor() throws EvtxException {
    byte[] bytes = log(2, 5);
    Arrays.fill(bytes, FIRST_CHUNK, FIRST_CHUNK + 512, (byte) 0);
    ReadLog log = ReadLog.of(bytes);
    assertThat(log.numbers()).isEqualTo(numbers(1, 10));
    assertThat(log.recovered()).isEqualTo(numbers(1, 5));
  }

  @Test
  void whatALogHasGivenUpStaysUnreadUnlessItGoesOn() throws EvtxException {
    byte[] bytes = log(1, 9);
    ByteBuffer chunk = ChunkHeader.of(bytes, 0).bytes();
    endAt(bytes, 6);
    assertThat(ReadLog.of(bytes).numbers()).as("the header lags").isEqualTo(numbers(1, 9));
    assertThat(ReadLog.of(bytes).recovered()).isEqualTo(numbers(7, 9));
    chunk.putLong(place(chunk, 7) + 8, 3);
    assertThat(ReadLog.of(bytes).numbers()).as("remains").isEqualTo(numbers(1, 6));
    assertThat(ReadLog.of(bytes).log().damagedChunks()).isZero();
  }

  @Test
  void aLogIsReadUpToWhereItIsCutOff() throws EvtxException {
    byte[] bytes = log(2, 5);
    ByteBuffer second = ChunkHeader.of(bytes, 1).bytes();
    int cut = FIRST_CHUNK + Chunk.SIZE + place(second, 8) + 30;
    ReadLog log = ReadLog.of(Arrays.copyOf(bytes, cut));
    assertThat(log.numbers()).isEqualTo(numbers(1, 7));
    assertThat(log.broken()).containsExactly(8L);
    assertThat(log.recovered()).containsExactly(6L, 7L);
    assertThat(log.log().isCutOff()).isTrue();
    ReadLog whole = ReadLog.of(Arrays.copyOf(bytes, FIRST_CHUNK + Chunk.SIZE));
    assertThat(whole.numbers()).hasSize(5);
    assertThat(whole.log().isCutOff()).as("a chunk is missing").isTrue();
  }

  @Test
  void unusedChunksAreNoDamage() throws EvtxException {
    byte[] bytes = log(1, 5);
    ReadLog log = ReadLog.of(Arrays.copyOf(bytes, bytes.length + 3 * Chunk.SIZE));
    assertThat(log.numbers()).hasSize(5);
    assertThat(log.log().damagedChunks()).isZero();
    assertThat(log.log().isCutOff()).isFalse();
  }

  @Test
  void aChunkAloneIsReadToo() throws EvtxException {
    byte[] bytes = log(2, 5);
    ReadLog log = ReadLog.of(Arrays.copyOfRange(bytes, FIRST_CHUNK, bytes.length));
    assertThat(log.numbers()).isEqualTo(numbers(1, 10));
    assertThat(log.recovered()).isEmpty();
  }

  @Test
  void whatIsNoLogIsRefused() {
    for (byte[] bytes :
        List.of(
            new byte[0],
            "ElfFile".getBytes(StandardCharsets.US_ASCII),
            new byte[10_000],
            Arrays.copyOf(log(1, 1), 4000))) {
      assertThatThrownBy(() -> ReadLog.of(bytes)).isInstanceOf(EvtxException.class);
    }
  }

  @Test
  void aTemplateThatStandsForTooMuchIsRefused() throws EvtxException {
    Xml.Substitution[] many = new Xml.Substitution[3000];
    Arrays.fill(many, Xml.value(0));
    Xml.Element bomb = Xml.element("E", many);
    String text = "x".repeat(10_000);
    ReadLog log =
        ReadLog.of(
            new LogWriter()
                .record(new Xml.Instance(bomb, List.of(Xml.of(text))))
                .record(new Xml.Instance(Xml.element("E", Xml.value(0)), List.of(Xml.of("ok"))))
                .bytes());
    assertThat(log.broken()).containsExactly(1L);
    assertThat(log.numbers()).containsExactly(2L);
  }

  @Test
  void nestingHasAnEnd() throws EvtxException {
    Xml.Element deep = Xml.element("E", Xml.text("x"));
    Xml.Instance deepValue = new Xml.Instance(deep, List.of());
    for (int i = 0; i < 100; i++) {
      deep = Xml.element("E", deep);
      deepValue = new Xml.Instance(Xml.element("V", Xml.value(0)), List.of(Xml.of(deepValue)));
    }
    ReadLog log =
        ReadLog.of(
            new LogWriter().record(new Xml.Instance(deep, List.of())).record(deepValue).bytes());
    assertThat(log.records())
        .extracting(ReadLog.Read::broken)
        .containsExactly("it is nested too deeply", "it is nested too deeply");
  }

  @Test
  void arraysInOneElementHaveAnEnd() throws EvtxException {
    Xml.Substitution[] arrays = new Xml.Substitution[1000];
    Xml.Value[] values = new Xml.Value[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = Xml.value(i);
      values[i] = Xml.of(0x84, 1);
    }
    Xml.Instance content = new Xml.Instance(Xml.element("E", arrays), List.of(values));
    assertThat(ReadLog.of(new LogWriter().record(content).bytes()).records())
        .extracting(ReadLog.Read::broken)
        .containsExactly("an element in it has too many arrays");
  }

  @Test
  void aTemplateInsideOfATemplateIsRefused() throws EvtxException {
    byte[] bytes =
        new LogWriter()
            .record(new Xml.Instance(Xml.element("E", Xml.text("x")), List.of()))
            .bytes();
    ByteBuffer chunk = ChunkHeader.of(bytes, 0).bytes();
    int definition = chunk.getInt(512 + 24 + 4 + 6);
    int element = definition + 24 + 4;
    chunk.put(element, (byte) 0x0C).putInt(element + 6, definition);
    assertThat(ReadLog.of(bytes).broken()).containsExactly(1L);
  }

  private static byte[] log(int chunks, int perChunk) {
    LogWriter log = new LogWriter();
    for (int i = 0; i < chunks * perChunk; i++) {
      log.event("Provider", i, AT.plusSeconds(i), Map.of("n", "value " + i));
      if (i % perChunk == perChunk - 1) {
        log.endChunk();
      }
    }
    return log.bytes();
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  /** Where a record begins in its chunk. */
  private static int place(ByteBuffer chunk, long number) {
    int place = 512;
    while (chunk.getLong(place + 8) != number) {
      place += chunk.getInt(place + 4);
    }
    return place;
  }

  /** Makes the header say that a record was the last. */
  private static void endAt(byte[] log, long number) {
    ByteBuffer chunk = ChunkHeader.of(log, 0).bytes();
    int next = place(chunk, number + 1);
    chunk.putLong(16, number).putLong(32, number).putInt(48, next);
    ChunkHeader.of(log, 0).seal();
  }

  /** A chunk inside of a log. */
  private record ChunkHeader(byte[] log, int at) {

    static ChunkHeader of(byte[] log, int index) {
      return new ChunkHeader(log, FIRST_CHUNK + index * Chunk.SIZE);
    }

    ByteBuffer bytes() {
      return ByteBuffer.wrap(log, at, Chunk.SIZE).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    void seal() {
      byte[] chunk = Arrays.copyOfRange(log, at, at + Chunk.SIZE);
      ChunkWriter.seal(chunk);
      System.arraycopy(chunk, 0, log, at, Chunk.SIZE);
    }

    void sealHeaderOnly() {
      int wrong = bytes().getInt(52);
      byte[] chunk = Arrays.copyOfRange(log, at, at + Chunk.SIZE);
      ChunkWriter.sealHeader(chunk, wrong);
      System.arraycopy(chunk, 0, log, at, Chunk.SIZE);
    }
  }
}
