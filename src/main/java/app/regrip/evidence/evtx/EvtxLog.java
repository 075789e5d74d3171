package app.regrip.evidence.evtx;

import app.regrip.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a binary event log from its beginning to its end, one chunk at a time, whatever state it is
 * in: how many chunks there are is seen, not believed.
 */
public final class EvtxLog {

  private static final int HEADER = 4096;
  private static final byte[] SIGNATURE = "ElfFile\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int CHUNKS = 42;
  private static final int FLAGS = 120;
  private static final int DIRTY = 1;
  private static final byte[] BLANK = new byte[Chunk.SIZE];

  private final InputStream in;
  private final Bytes bytes = new Bytes(Chunk.SIZE);
  private final Chunk chunk = new Chunk(bytes);
  private final Records records = new Records(bytes, chunk);
  private final Names names = new Names(bytes);
  private final Budget budget = new Budget();
  private final BinXml content = new BinXml(bytes, names, budget);
  private boolean dirty;
  private int announced;
  private int there;
  private boolean cutOff;
  private int chunks;
  private int damaged;
  private boolean inChunk;
  private boolean counted;

  private EvtxLog(InputStream in) {
    this.in = in;
  }

  /**
   * @throws EvtxException where it is no event log, or ends before the first record could come
   */
  public static EvtxLog open(InputStream in) throws IOException, EvtxException {
    EvtxLog log = new EvtxLog(in);
    log.readHeader();
    return log;
  }

  /** Whether these are the first bytes of one, or of a part of one. */
  public static boolean begins(byte[] head) {
    return beginsWith(head, head.length, SIGNATURE)
        || beginsWith(head, head.length, Chunk.SIGNATURE);
  }

  private static boolean beginsWith(byte[] head, int length, byte[] signature) {
    return length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }

  private void readHeader() throws IOException, EvtxException {
    int read = in.readNBytes(bytes.array, 0, HEADER);
    bytes.length(read);
    if (beginsWith(bytes.array, read, Chunk.SIGNATURE)) {
      beginChunk(read + in.readNBytes(bytes.array, read, Chunk.SIZE - read));
      return;
    }
    if (!beginsWith(bytes.array, read, SIGNATURE)) {
      throw new EvtxException(Message.of("evidence.evtx.why.not-a-log"));
    }
    if (read < HEADER) {
      throw new EvtxException(Message.of("evidence.evtx.why.header-cut"));
    }
    dirty = (bytes.i32(FLAGS) & DIRTY) != 0;
    announced = bytes.u16(CHUNKS);
  }

  /** Empty at the end of the log. */
  public Optional<EvtxRecord> next() throws IOException {
    try {
      while (!inChunk || !records.next()) {
        endChunk();
        int read = in.readNBytes(bytes.array, 0, Chunk.SIZE);
        if (read == 0) {
          cutOff |= there < announced;
          return Optional.empty();
        }
        beginChunk(read);
      }
    } catch (EvtxException e) {
      throw new IllegalStateException("records are looked for inside of their chunk only", e);
    }
    counted = true;
    return Optional.of(
        new EvtxRecord(bytes, content, records.at(), records.size(), records.isRecovered()));
  }

  private void beginChunk(int read) throws EvtxException {
    bytes.length(read);
    names.forget();
    budget.newChunk();
    chunk.judge();
    records.begin();
    there++;
    counted = chunk.hasHeader();
    boolean blank = Arrays.equals(bytes.array, 0, read, BLANK, 0, read);
    inChunk = !blank;
    cutOff |= !blank && read < Chunk.SIZE;
  }

  private void endChunk() {
    if (inChunk) {
      boolean bad = !chunk.isSound() || records.isTorn();
      damaged += bad ? 1 : 0;
      chunks += counted || bad ? 1 : 0;
      inChunk = false;
    }
  }

  /** Whether Windows had not closed it: a copy of a log in use, or a PC that lost power. */
  public boolean isDirty() {
    return dirty;
  }

  /** Whether its end is missing. Known at the end. */
  public boolean isCutOff() {
    return cutOff;
  }

  /** How many parts with something in them there were so far. */
  public int chunks() {
    return chunks;
  }

  /** How many of these are damaged, or cut off, or no parts of a log at all. */
  public int damagedChunks() {
    return damaged;
  }
}
