package app.regrip.evidence.evtx;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One of the parts of 64 KiB of which a log is made, each with a header, records, the names and
 * templates these share, and checksums of its own. Takes what is there, and judges it.
 */
final class Chunk {

  static final int SIZE = 1 << 16;
  static final int HEADER = 512;
  static final byte[] SIGNATURE = "ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final int RECORD_SIGNATURE = 0x00002A2A;
  private static final int LAST_NUMBER = 32;
  private static final int FREE_SPACE = 48;
  private static final int RECORDS_CHECKSUM = 52;
  private static final int FLAGS = 120;
  private static final int CHECKSUM = 124;
  private static final int TABLES = 128;

  /** Windows writes logs without checksums too, and says so. */
  private static final int NO_CHECKSUMS = 4;

  private final Bytes bytes;
  private boolean header;
  private boolean sound;

  Chunk(Bytes bytes) {
    this.bytes = bytes;
  }

  /** New bytes have come. */
  void judge() throws EvtxException {
    header = false;
    sound = false;
    if (bytes.length() < HEADER || !hasSignature()) {
      return;
    }
    int free = bytes.i32(FREE_SPACE);
    header = free >= HEADER && free <= SIZE && matches(CHECKSUM, checksumOfHeader());
    sound =
        header
            && bytes.length() == SIZE
            && matches(RECORDS_CHECKSUM, checksum(HEADER, free - HEADER));
  }

  private boolean hasSignature() {
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (bytes.array[i] != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }

  /** A checksum that was never written says nothing against what it should protect. */
  private boolean matches(int place, int computed) throws EvtxException {
    int written = bytes.i32(place);
    return written == computed || written == 0 || (bytes.i32(FLAGS) & NO_CHECKSUMS) != 0;
  }

  private int checksumOfHeader() {
    CRC32 crc = new CRC32();
    crc.update(bytes.array, 0, FLAGS);
    crc.update(bytes.array, TABLES, HEADER - TABLES);
    return (int) crc.getValue();
  }

  private int checksum(int from, int count) {
    CRC32 crc = new CRC32();
    crc.update(bytes.array, from, count);
    return (int) crc.getValue();
  }

  /** Whether its header can be believed. */
  boolean hasHeader() {
    return header;
  }

  /** Whether its records can be believed. */
  boolean isSound() {
    return sound;
  }

  /** Where the records end, as far as is known. */
  int end() throws EvtxException {
    return header ? Math.min(bytes.i32(FREE_SPACE), bytes.length()) : bytes.length();
  }

  /** The number of the last record; only of a believable header. */
  long lastNumber() throws EvtxException {
    return bytes.i64(LAST_NUMBER);
  }

  boolean isRecordAt(int at) throws EvtxException {
    return at <= bytes.length() - EvtxRecord.HEAD - EvtxRecord.TAIL
        && bytes.i32(at) == RECORD_SIGNATURE;
  }

  /** Whether the size at a record's beginning may be its size. */
  boolean hasSize(int at) throws EvtxException {
    int size = size(at);
    return size >= EvtxRecord.HEAD + EvtxRecord.TAIL && size <= bytes.length() - at;
  }

  /** Whether a record says the same size at both of its ends. */
  boolean isWhole(int at) throws EvtxException {
    return hasSize(at) && bytes.i32(at + size(at) - EvtxRecord.TAIL) == size(at);
  }

  int size(int at) throws EvtxException {
    return bytes.i32(at + 4);
  }

  static long number(Bytes bytes, int record) {
    return longAt(bytes, record + 8);
  }

  static long written(Bytes bytes, int record) {
    return longAt(bytes, record + 16);
  }

  private static long longAt(Bytes bytes, int at) {
    try {
      return bytes.i64(at);
    } catch (EvtxException e) {
      throw new IllegalStateException("there is no record", e);
    }
  }
}
