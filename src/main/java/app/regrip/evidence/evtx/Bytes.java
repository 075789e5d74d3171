package app.regrip.evidence.evtx;

import app.regrip.text.Message;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in a block of bytes; whatever reaches outside of it is refused. */
final class Bytes {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final byte[] array;
  private int length;

  Bytes(int capacity) {
    array = new byte[capacity];
  }

  int length() {
    return length;
  }

  /** How many of the bytes are of the file; the rest is left from an earlier chunk. */
  void length(int read) {
    length = read;
  }

  void need(int at, int count) throws EvtxException {
    if (at < 0 || count < 0 || at > length - count) {
      throw new EvtxException(Message.of("evidence.evtx.why.points-outside"));
    }
  }

  int u8(int at) throws EvtxException {
    need(at, 1);
    return array[at] & 0xFF;
  }

  int u16(int at) throws EvtxException {
    need(at, 2);
    return (short) SHORTS.get(array, at) & 0xFFFF;
  }

  int i32(int at) throws EvtxException {
    need(at, 4);
    return (int) INTS.get(array, at);
  }

  long i64(int at) throws EvtxException {
    need(at, 8);
    return (long) LONGS.get(array, at);
  }

  /** A size or an offset: whatever does not fit into a chunk is refused. */
  int size(int at) throws EvtxException {
    int size = i32(at);
    if (size < 0 || size > length) {
      throw new EvtxException(Message.of("evidence.evtx.why.size-outside"));
    }
    return size;
  }
}
