package app.regrip.evidence.evtx;

import app.regrip.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names of elements and attributes. A chunk holds each once, where it was first used, and names
 * it by that place.
 */
final class Names {

  /** Of the next name with the same hash, the hash, and the number of characters. */
  private static final int HEAD = 8;

  private static final int LONGEST = 1024;
  private static final int SLOTS = 1 << 10;

  private final Bytes bytes;
  private final int[] places = new int[SLOTS];
  private final String[] names = new String[SLOTS];

  Names(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Another chunk has come. */
  void forget() {
    Arrays.fill(places, 0);
  }

  String at(int place) throws EvtxException {
    int slot = (place ^ place >>> 10) & SLOTS - 1;
    if (places[slot] == place && place != 0) {
      return names[slot];
    }
    String name = read(place);
    places[slot] = place;
    names[slot] = name;
    return name;
  }

  /** How many bytes a name takes where it stands. */
  int size(int place) throws EvtxException {
    return HEAD + 2 * bytes.u16(place + 6) + 2;
  }

  private String read(int place) throws EvtxException {
    int characters = bytes.u16(place + 6);
    bytes.need(place, HEAD + 2 * characters);
    if (characters == 0 || characters > LONGEST) {
      throw new EvtxException(Message.of("evidence.evtx.why.name-length"));
    }
    char[] name =
        new String(bytes.array, place + HEAD, 2 * characters, StandardCharsets.UTF_16LE)
            .toCharArray();
    for (int i = 0; i < name.length; i++) {
      // One damaged letter is no reason to lose every event that shares the name.
      name[i] = isOfName(name[i], i == 0) ? name[i] : '_';
    }
    return new String(name);
  }

  /** Stricter than XML would be above ASCII, where no program names its fields. */
  private static boolean isOfName(char c, boolean first) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
    boolean later = c >= '0' && c <= '9' || c == '-' || c == '.';
    return letter || !first && later || c >= 0x80 && Character.isLetterOrDigit(c);
  }
}
