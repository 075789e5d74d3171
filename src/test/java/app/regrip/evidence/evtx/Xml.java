package app.regrip.evidence.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@link ChunkWriter} writes as binary XML. */
sealed interface Xml {

  int NO_DEPENDENCY = 0xFFFF;

  record Element(String name, int dependency, List<Attribute> attributes, List<Xml> content)
      implements Xml {}

  record Attribute(String name, List<Xml> value) {}

  record Text(String text) implements Xml {}

  record Cdata(String text) implements Xml {}

  record Character(char code) implements Xml {}

  record Entity(String name) implements Xml {}

  record Instruction(String target, String data) implements Xml {}

  record Substitution(int index, int type, boolean optional) implements Xml {}

  /** A value of an instance, and what stands in it if that is binary XML. */
  record Value(int type, byte[] bytes, Instance inner, Element element) {}

  record Instance(Element template, List<Value> values) {}

  static Element element(String name, Xml... content) {
    return new Element(name, NO_DEPENDENCY, List.of(), List.of(content));
  }

  static Element element(String name, Attribute attribute, Xml... content) {
    return new Element(name, NO_DEPENDENCY, List.of(attribute), List.of(content));
  }

  static Element dependent(int on, String name, Xml... content) {
    return new Element(name, on, List.of(), List.of(content));
  }

  static Attribute attribute(String name, Xml... value) {
    return new Attribute(name, List.of(value));
  }

  static Text text(String text) {
    return new Text(text);
  }

  static Substitution value(int index) {
    return new Substitution(index, 1, false);
  }

  static Substitution optional(int index) {
    return new Substitution(index, 1, true);
  }

  static Value nothing() {
    return new Value(0, new byte[0], null, null);
  }

  static Value of(String text) {
    return new Value(1, text.getBytes(StandardCharsets.UTF_16LE), null, null);
  }

  static Value of(int type, long number, int size) {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number);
    byte[] cut = new byte[size];
    bytes.flip().get(cut);
    return new Value(type, cut, null, null);
  }

  static Value of(int type, int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return new Value(type, bytes, null, null);
  }

  static Value strings(String... texts) {
    String joined = String.join("\0", texts) + "\0";
    return new Value(0x81, joined.getBytes(StandardCharsets.UTF_16LE), null, null);
  }

  static Value of(Instance inner) {
    return new Value(0x21, new byte[0], inner, null);
  }

  static Value of(Element element) {
    return new Value(0x21, new byte[0], null, element);
  }
}
