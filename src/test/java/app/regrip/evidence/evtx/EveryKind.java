package app.regrip.evidence.evtx;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A log with values of every type, alone and in arrays, in text, attributes and fragments. */
final class EveryKind {

  private static final int[] NUMBERS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 20, 21};

  private EveryKind() {}

  static byte[] log() {
    Random random = new Random(1);
    LogWriter log = new LogWriter();
    for (int i = 0; i < 2000; i++) {
      log.event("Provider " + i % 7, i, Instant.ofEpochSecond(1_700_000_000L + i), data(random, i));
    }
    return log.bytes();
  }

  private static Xml.Value data(Random random, int i) {
    int type = NUMBERS[i % NUMBERS.length];
    int width = Values.width(type);
    Xml.Element template =
        switch (i % 5) {
          case 0 -> Xml.element("EventData", Xml.element("Data", Xml.value(0)), named("b", 1));
          case 1 -> Xml.element("EventData", named("a", 0), Xml.element("Binary", Xml.optional(1)));
          case 2 ->
              Xml.element(
                  "UserData",
                  Xml.element(
                      "A", Xml.attribute("v", Xml.value(0)), Xml.text("<x> & "), Xml.value(1)));
          case 3 ->
              Xml.element(
                  "UserData",
                  Xml.element("A", Xml.optional(0)),
                  Xml.element("B", Xml.text("n"), new Xml.Entity("lt"), Xml.text("m")));
          default -> Xml.element("EventData", Xml.element("Data", Xml.value(1)), named("c", 0));
        };
    byte[] number = new byte[width];
    random.nextBytes(number);
    if (type == 11 || type == 12) {
      number = Xml.of(type, type == 11 ? 0x40490FDBL : 0x400921FB54442D18L, width).bytes();
    } else if (type == 17) {
      number = Xml.of(17, 133_000_000_000_000_000L + random.nextInt(), 8).bytes();
    } else if (type == 13) {
      number = Xml.of(13, i % 2, 4).bytes();
    }
    return Xml.of(
        new Xml.Instance(
            template, List.of(new Xml.Value(type, number, null, null), second(random, i))));
  }

  private static Xml.Element named(String name, int value) {
    return Xml.element("Data", Xml.attribute("Name", Xml.text(name)), Xml.value(value));
  }

  private static Xml.Value second(Random random, int i) {
    return switch (i % 8) {
      case 0 -> Xml.strings("one", "", "three " + i);
      case 1 -> Xml.of(14, 1, 2, i & 0xFF);
      case 2 -> Xml.of("Grüße & 更新 <" + i + ">");
      case 3 -> Xml.nothing();
      case 4 -> Xml.of(0x13, 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0);
      case 5 -> Xml.of(0x86, 1, 0, 2, 0, 3, 0);
      case 6 -> Xml.of(0x12, 0xEA, 7, 5, 0, 5, 0, 8, 0, 9, 0, 10, 0, 11, 0, 12, 0);
      default -> Xml.of(0x95, random.nextInt(256), 1, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0);
    };
  }
}
