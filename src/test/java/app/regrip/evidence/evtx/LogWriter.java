package app.regrip.evidence.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes event logs as Windows does, for tests. */
public final class LogWriter {

  private static final long SECONDS_BEFORE_1970 = 11_644_473_600L;
  private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

  /** What Windows' own template has around the data of every event. */
  private static final Xml.Element EVENT =
      Xml.element(
          "Event",
          Xml.attribute("xmlns", Xml.text(NAMESPACE)),
          Xml.element(
              "System",
              new Xml.Element(
                  "Provider",
                  Xml.NO_DEPENDENCY,
                  List.of(
                      Xml.attribute("Name", Xml.optional(0)),
                      Xml.attribute("Guid", Xml.optional(1))),
                  List.of()),
              Xml.element("EventID", Xml.attribute("Qualifiers", Xml.optional(2)), Xml.optional(3)),
              Xml.dependent(4, "Version", Xml.optional(4)),
              Xml.element("Keywords", Xml.optional(5)),
              Xml.element("TimeCreated", Xml.attribute("SystemTime", Xml.optional(6))),
              Xml.element("EventRecordID", Xml.optional(7)),
              Xml.element("Correlation", Xml.attribute("ActivityID", Xml.optional(8))),
              Xml.element("Channel", Xml.text("System")),
              Xml.element("Security", Xml.attribute("UserID", Xml.optional(9)))),
          Xml.optional(10));

  private final List<byte[]> chunks = new ArrayList<>();
  private ChunkWriter chunk = new ChunkWriter();
  private long number;
  private boolean open;

  /** An event with named data; its number is one more than that of the last. */
  public LogWriter event(String provider, int id, Instant at, Map<String, String> data) {
    List<Xml> elements = new ArrayList<>();
    List<Xml.Value> values = new ArrayList<>();
    data.forEach(
        (name, value) -> {
          elements.add(
              Xml.element("Data", Xml.attribute("Name", Xml.text(name)), Xml.value(values.size())));
          values.add(Xml.of(value));
        });
    Xml.Element template = Xml.element("EventData", elements.toArray(Xml[]::new));
    return event(provider, id, at, Xml.of(new Xml.Instance(template, values)));
  }

  LogWriter event(String provider, int id, Instant at, Xml.Value data) {
    number++;
    long ticks = ticks(at);
    record(
        ticks,
        new Xml.Instance(
            EVENT,
            List.of(
                Xml.of(provider),
                Xml.nothing(),
                Xml.nothing(),
                Xml.of(6, id, 2),
                Xml.nothing(),
                Xml.of(0x15, 0x8000000000000000L, 8),
                Xml.of(0x11, ticks, 8),
                Xml.of(10, number, 8),
                Xml.nothing(),
                Xml.of(0x13, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0),
                data)));
    return this;
  }

  /** A record of any content. */
  LogWriter record(Xml.Instance content) {
    number++;
    record(0, content);
    return this;
  }

  private void record(long ticks, Xml.Instance content) {
    if (!chunk.record(number, ticks, content)) {
      endChunk();
      if (!chunk.record(number, ticks, content)) {
        throw new IllegalArgumentException("no chunk has room for it");
      }
    }
    open = true;
  }

  /** What comes next stands in another chunk. */
  public LogWriter endChunk() {
    if (open) {
      chunks.add(chunk.bytes());
      chunk = new ChunkWriter();
      open = false;
    }
    return this;
  }

  static long ticks(Instant at) {
    return (at.getEpochSecond() + SECONDS_BEFORE_1970) * 10_000_000 + at.getNano() / 100;
  }

  /** All of it. */
  public byte[] bytes() {
    endChunk();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header());
    chunks.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private byte[] header() {
    ByteBuffer header = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    header.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
    header.putLong(0).putLong(Math.max(0, chunks.size() - 1)).putLong(number + 1);
    header.putInt(128).putShort((short) 1).putShort((short) 3).putShort((short) 4096);
    header.putShort((short) chunks.size());
    CRC32 crc = new CRC32();
    crc.update(header.array(), 0, 120);
    header.putInt(124, (int) crc.getValue());
    return header.array();
  }
}
