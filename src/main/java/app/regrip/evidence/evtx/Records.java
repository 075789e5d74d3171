package app.regrip.evidence.evtx;

/**
 * Finds the records of a chunk one after the other. Where one is torn, the next that is whole is
 * searched for: records begin at multiples of 8 and say their size at both ends.
 *
 * <p>Behind the last record a chunk holds remains of its earlier use, which Windows has given up;
 * they stay unread. Only what goes on with the very next number is taken: it was written and the
 * header not yet, as in a copy of a log that was in use.
 */
final class Records {

  private static final int ALIGNMENT = 8;

  private final Bytes bytes;
  private final Chunk chunk;
  private int end;
  private int at;
  private int size;
  private boolean recovered;
  private int next;
  private long last;
  private boolean any;
  private boolean torn;
  private int searchedFrom;
  private int searchedTo;

  Records(Bytes bytes, Chunk chunk) {
    this.bytes = bytes;
    this.chunk = chunk;
  }

  /** New bytes have come. */
  void begin() throws EvtxException {
    end = chunk.end();
    next = Chunk.HEADER;
    any = false;
    torn = false;
    searchedFrom = Integer.MAX_VALUE;
  }

  int at() {
    return at;
  }

  int size() {
    return size;
  }

  boolean isRecovered() {
    return recovered;
  }

  /** Whether something that should have been a record was none. */
  boolean isTorn() {
    return torn;
  }

  /** Goes to the next record; false where there is none. */
  boolean next() throws EvtxException {
    if (next < end && !isLastOfHeader()) {
      if (chunk.isRecordAt(next) && (chunk.hasHeader() || goesOn(next))) {
        return found(next);
      }
      torn |= chunk.hasHeader();
      int whole = search(next);
      if (whole < end) {
        return found(whole);
      }
      next = end;
    }
    if (!isLate()) {
      return false;
    }
    found(next);
    recovered = true;
    return true;
  }

  private boolean isLastOfHeader() throws EvtxException {
    return any && chunk.hasHeader() && last == chunk.lastNumber();
  }

  private boolean isLate() throws EvtxException {
    return any
        && chunk.hasHeader()
        && chunk.isRecordAt(next)
        && chunk.isWhole(next)
        && Chunk.number(bytes, next) == last + 1;
  }

  /** Remains of an earlier use have lower numbers. */
  private boolean goesOn(int record) {
    return !any || Chunk.number(bytes, record) > last;
  }

  private boolean found(int record) throws EvtxException {
    at = record;
    if (chunk.isWhole(record)) {
      size = chunk.size(record);
    } else {
      torn = true;
      int following = search(record + ALIGNMENT);
      size =
          Math.min(following, chunk.hasSize(record) ? record + chunk.size(record) : end) - record;
    }
    recovered = torn || !chunk.isSound();
    last = Chunk.number(bytes, record);
    any = true;
    next = record + size;
    return true;
  }

  /** The next whole record, or the end. */
  private int search(int from) throws EvtxException {
    if (from >= searchedFrom && from <= searchedTo) {
      return searchedTo;
    }
    int aligned = from + ALIGNMENT - 1 & -ALIGNMENT;
    while (aligned < end && !isLikely(aligned)) {
      aligned += ALIGNMENT;
    }
    searchedFrom = from;
    searchedTo = Math.min(aligned, end);
    return searchedTo;
  }

  private boolean isLikely(int record) throws EvtxException {
    return chunk.isRecordAt(record)
        && chunk.isWhole(record)
        && goesOn(record)
        && (!chunk.hasHeader() || Chunk.number(bytes, record) <= chunk.lastNumber());
  }
}
