package app.regrip.evidence.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/** Writes one chunk of a log, as Windows does: each name and each template once. */
final class ChunkWriter {

  private final ByteBuffer out = ByteBuffer.allocate(4 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private Map<String, Integer> names = new HashMap<>();
  private Map<Xml.Element, Integer> templates = new HashMap<>();
  private long first = -1;
  private long last;
  private int lastPlace = 512;

  ChunkWriter() {
    out.position(512);
  }

  /** False, and nothing written, where it has no more room for it. */
  boolean record(long number, long filetime, Xml.Instance content) {
    Map<String, Integer> namesBefore = new HashMap<>(names);
    Map<Xml.Element, Integer> templatesBefore = new HashMap<>(templates);
    int start = out.position();
    out.putInt(0x2A2A).putInt(0).putLong(number).putLong(filetime);
    fragmentHeader();
    instance(content);
    out.put((byte) 0);
    while ((out.position() + 4) % 8 != 0) {
      out.put((byte) 0);
    }
    int size = out.position() + 4 - start;
    out.putInt(size).putInt(start + 4, size);
    if (out.position() > Chunk.SIZE) {
      out.position(start);
      names = namesBefore;
      templates = templatesBefore;
      return false;
    }
    first = first < 0 ? number : first;
    last = number;
    lastPlace = start;
    return true;
  }

  /** With its header and checksums. */
  byte[] bytes() {
    int free = out.position();
    byte[] chunk = new byte[Chunk.SIZE];
    System.arraycopy(out.array(), 0, chunk, 0, free);
    ByteBuffer header = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    header.put(Chunk.SIGNATURE);
    header.putLong(first).putLong(last).putLong(first).putLong(last);
    header.putInt(128).putInt(lastPlace).putInt(free);
    seal(chunk);
    return chunk;
  }

  /** Makes the checksums fit what is there. */
  static void seal(byte[] chunk) {
    int free = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getInt(48);
    CRC32 records = new CRC32();
    records.update(chunk, 512, free - 512);
    sealHeader(chunk, (int) records.getValue());
  }

  /** Claims a checksum for the records, and makes that of the header fit. */
  static void sealHeader(byte[] chunk, int ofRecords) {
    ByteBuffer header = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(52, ofRecords);
    CRC32 own = new CRC32();
    own.update(chunk, 0, 120);
    own.update(chunk, 128, 384);
    header.putInt(124, (int) own.getValue());
  }

  private void fragmentHeader() {
    out.put((byte) 0x0F).put((byte) 1).put((byte) 1).put((byte) 0);
  }

  private void instance(Xml.Instance instance) {
    out.put((byte) 0x0C).put((byte) 1).putInt(instance.template().hashCode());
    Integer known = templates.get(instance.template());
    if (known == null) {
      definition(instance.template());
    } else {
      out.putInt(known);
    }
    out.putInt(instance.values().size());
    int descriptor = out.position();
    out.position(descriptor + 4 * instance.values().size());
    for (Xml.Value value : instance.values()) {
      int start = out.position();
      value(value);
      out.putShort(descriptor, (short) (out.position() - start));
      out.put(descriptor + 2, (byte) value.type()).put(descriptor + 3, (byte) 0);
      descriptor += 4;
    }
  }

  private void definition(Xml.Element template) {
    int place = out.position() + 4;
    out.putInt(place);
    templates.put(template, place);
    out.putInt(0).putLong(template.hashCode()).putLong(0).putInt(0);
    int body = out.position();
    fragmentHeader();
    element(template, true);
    out.put((byte) 0);
    out.putInt(body - 4, out.position() - body);
  }

  private void value(Xml.Value value) {
    if (value.inner() != null) {
      fragmentHeader();
      instance(value.inner());
      out.put((byte) 0);
    } else if (value.element() != null) {
      fragmentHeader();
      element(value.element(), false);
      out.put((byte) 0);
    } else {
      out.put(value.bytes());
    }
  }

  private void element(Xml.Element element, boolean dependent) {
    boolean attributed = !element.attributes().isEmpty();
    out.put((byte) (attributed ? 0x41 : 0x01));
    if (dependent) {
      out.putShort((short) element.dependency());
    }
    int size = out.position();
    out.putInt(0);
    name(element.name());
    if (attributed) {
      attributes(element);
    }
    if (element.content().isEmpty()) {
      out.put((byte) 0x03);
    } else {
      out.put((byte) 0x02);
      element.content().forEach(part -> part(part, dependent));
      out.put((byte) 0x04);
    }
    out.putInt(size, out.position() - size - 4);
  }

  private void attributes(Xml.Element element) {
    int size = out.position();
    out.putInt(0);
    int left = element.attributes().size();
    for (Xml.Attribute attribute : element.attributes()) {
      out.put((byte) (--left > 0 ? 0x46 : 0x06));
      name(attribute.name());
      attribute.value().forEach(part -> part(part, true));
    }
    out.putInt(size, out.position() - size - 4);
  }

  private void part(Xml part, boolean dependent) {
    if (part instanceof Xml.Element element) {
      element(element, dependent);
    } else if (part instanceof Xml.Text text) {
      out.put((byte) 0x05).put((byte) 1);
      string(text.text());
    } else if (part instanceof Xml.Cdata cdata) {
      out.put((byte) 0x07);
      string(cdata.text());
    } else if (part instanceof Xml.Character character) {
      out.put((byte) 0x08).putShort((short) character.code());
    } else if (part instanceof Xml.Entity entity) {
      out.put((byte) 0x09);
      name(entity.name());
    } else if (part instanceof Xml.Instruction instruction) {
      out.put((byte) 0x0A);
      name(instruction.target());
      out.put((byte) 0x0B);
      string(instruction.data());
    } else if (part instanceof Xml.Substitution substitution) {
      out.put((byte) (substitution.optional() ? 0x0E : 0x0D));
      out.putShort((short) substitution.index()).put((byte) substitution.type());
    }
  }

  private void string(String text) {
    out.putShort((short) text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private void name(String name) {
    Integer known = names.get(name);
    if (known != null) {
      out.putInt(known);
      return;
    }
    int place = out.position() + 4;
    names.put(name, place);
    out.putInt(place).putInt(0).putShort((short) name.hashCode());
    string(name);
    out.putShort((short) 0);
  }
}
