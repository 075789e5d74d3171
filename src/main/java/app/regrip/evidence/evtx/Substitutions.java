package app.regrip.evidence.evtx;

import app.regrip.text.Message;
import java.util.Arrays;

/** The values of one instance of a template: where they stand, not what they say. */
final class Substitutions {

  private static final int NO_ITEM = -1;

  private final Bytes bytes;
  private final Values values;
  private int count;
  private int[] places = new int[32];
  private int[] sizes = new int[32];
  private int[] types = new int[32];

  /** While an element is repeated for the items of an array: where the current one stands. */
  private int[] items = new int[32];

  private boolean arrays;

  Substitutions(Bytes bytes) {
    this.bytes = bytes;
    this.values = new Values(bytes);
  }

  /**
   * Reads how many there are and the size and the type of each; the values follow.
   *
   * @return where the values end
   */
  int read(int at, int end) throws EvtxException {
    count = bytes.i32(at);
    if (count < 0 || count > (end - at) / 4) {
      throw new EvtxException(Message.of("evidence.evtx.why.too-many-values"));
    }
    makeRoom();
    arrays = false;
    int descriptor = at + 4;
    int value = descriptor + 4 * count;
    for (int i = 0; i < count; i++, descriptor += 4) {
      sizes[i] = bytes.u16(descriptor);
      types[i] = bytes.u8(descriptor + 2);
      places[i] = value;
      items[i] = NO_ITEM;
      arrays |= (types[i] & Values.ARRAY) != 0;
      value += sizes[i];
    }
    if (value > end) {
      throw new EvtxException(Message.of("evidence.evtx.why.values-beyond-end"));
    }
    return value;
  }

  private void makeRoom() {
    if (count > places.length) {
      int more = Math.max(count, 2 * places.length);
      places = Arrays.copyOf(places, more);
      sizes = Arrays.copyOf(sizes, more);
      types = Arrays.copyOf(types, more);
      items = Arrays.copyOf(items, more);
    }
  }

  /** One that is not there counts as null. */
  boolean isNull(int index) {
    return index >= count || types[index] == Values.NULL;
  }

  boolean hasArrays() {
    return arrays;
  }

  int type(int index) {
    if (index >= count) {
      return Values.NULL;
    }
    return items[index] == NO_ITEM ? types[index] : types[index] & ~Values.ARRAY;
  }

  int place(int index) {
    return items[index] == NO_ITEM ? places[index] : items[index];
  }

  int end(int index) {
    return places[index] + sizes[index];
  }

  /** Of the value, or of the current item of the array. */
  int size(int index) throws EvtxException {
    return items[index] == NO_ITEM ? sizes[index] : itemSize(index);
  }

  /** At least 1, so that there is an end. */
  int itemSize(int index) throws EvtxException {
    return Math.max(1, values.itemSize(types[index], items[index], end(index)));
  }

  /** Whether the element around it is to be repeated. */
  boolean repeats(int index) {
    return index < count
        && (types[index] & Values.ARRAY) != 0
        && items[index] == NO_ITEM
        && sizes[index] > 0;
  }

  void item(int index, int place) {
    items[index] = place;
  }

  void noItem(int index) {
    items[index] = NO_ITEM;
  }
}
