package app.regrip.evidence.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.eventxml.JdkFields;
import app.regrip.eventxml.RecordFields;
import app.regrip.eventxml.XmlText;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: it ends, throws nothing but what it documents, and stays small. */
class EvtxProperties {

  private static final byte[] LOG = log();

  @Property(tries = 200)
  void arbitraryBytesAreNoLogOrAnEmptyOne(@ForAll byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 300)
  void arbitraryChunksEnd(@ForAll long seed) {
    byte[] bytes = LOG.clone();
    Random random = new Random(seed);
    byte[] noise = new byte[Chunk.SIZE - 512];
    random.nextBytes(noise);
    System.arraycopy(noise, 0, bytes, 4096 + 512, noise.length);
    check(bytes);
  }

  @Property(tries = 300)
  void arbitraryBinaryXmlEnds(@ForAll @Size(max = 600) byte[] content) {
    byte[] bytes = LOG.clone();
    ByteBuffer log = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int record = 4096 + 512;
    int size = log.getInt(record + 4);
    System.arraycopy(content, 0, bytes, record + 24, Math.min(content.length, size - 28));
    check(bytes);
  }

  @Property(tries = 1500)
  void mutatedLogsEnd(@ForAll("mutations") byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 300)
  void fieldsAreThoseOfTheXml(@ForAll("mutations") byte[] bytes) throws Exception {
    EvtxLog log = EvtxLog.open(new ByteArrayInputStream(bytes));
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    RecordFields brief = new RecordFields(provider -> false, field -> true);
    for (Optional<EvtxRecord> next = log.next(); next.isPresent(); next = log.next()) {
      XmlText xml = new XmlText();
      fields.clear();
      brief.clear();
      try {
        next.get().read(xml);
        next.get().read(fields);
        next.get().read(brief);
      } catch (EvtxException broken) {
        continue;
      }
      JdkFields.read(xml.toString())
          .ifPresent(
              expected -> {
                assertThat(fields.fields()).isEqualTo(expected);
                assertThat(expected.entrySet()).containsAll(brief.fields().entrySet());
                assertThat(brief.fields().get("EventID")).isEqualTo(expected.get("EventID"));
              });
    }
  }

  @Test
  void aNameThatBeginsWithAColonHasNoPrefix() {
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    fields.start(":EventID");
    fields.text("20");
    fields.end(":EventID");
    assertThat(fields.fields())
        .isEqualTo(JdkFields.read("<Event><:EventID>20</:EventID></Event>").get());
  }

  @Property(tries = 300)
  void logsCutOffAnywhereEnd(@ForAll @IntRange(max = 200_000) int length) {
    check(Arrays.copyOf(LOG, Math.min(length, LOG.length)));
  }

  @Test
  void logsCutOffAtEveryPlaceOfARecordEnd() {
    for (int length = 4096; length < 4096 + 3000; length += 3) {
      check(Arrays.copyOf(LOG, length));
    }
  }

  @Provide
  Arbitrary<byte[]> mutations() {
    return Arbitraries.longs().map(EvtxProperties::mutated);
  }

  /** Mostly small numbers that mean something, where records and templates stand. */
  private static byte[] mutated(long seed) {
    Random random = new Random(seed);
    byte[] bytes = LOG.clone();
    // The signature stays, or there is nothing to read.
    for (int i = 1 + random.nextInt(30); i > 0; i--) {
      int at =
          random.nextInt(4) == 0
              ? 8 + random.nextInt(bytes.length - 8)
              : 4096 + random.nextInt(4000);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] = (byte) random.nextInt(0x50);
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        default -> {
          int length = Math.min(random.nextInt(64), bytes.length - at);
          System.arraycopy(bytes, random.nextInt(bytes.length - length), bytes, at, length);
        }
      }
    }
    return bytes;
  }

  private static void check(byte[] bytes) {
    try {
      ReadLog log = ReadLog.of(bytes);
      long characters = log.records().stream().mapToLong(r -> r.xml().length()).sum();
      long chunks = bytes.length / Chunk.SIZE + 1;
      assertThat(log.records()).hasSizeLessThanOrEqualTo((int) chunks * Chunk.SIZE / 28);
      // What is written is at most six times as long as what is counted: &quot; for ".
      assertThat(characters).isLessThanOrEqualTo(chunks * 6 * (1 << 24));
    } catch (EvtxException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static byte[] log() {
    LogWriter log = new LogWriter();
    for (int i = 0; i < 40; i++) {
      Instant at = Instant.ofEpochSecond(1_700_000_000 + i);
      log.event("Microsoft-Windows-WindowsUpdateClient", 20, at, Map.of("errorCode", "0x80070006"));
      Xml.Element data = Xml.element("Data", Xml.value(0));
      log.event(
          "Service Control Manager",
          7000,
          at,
          Xml.of(
              new Xml.Instance(
                  Xml.element("EventData", data, Xml.element("Binary", Xml.optional(1))),
                  List.of(Xml.strings("a", "", "b"), Xml.of(14, 1, 2, 3)))));
      log.event("Other", i, at, Xml.of(Xml.element("UserData", Xml.element("A", Xml.text("x")))));
      if (i == 20) {
        log.endChunk();
      }
    }
    return log.bytes();
  }
}
