package app.regrip.evidence.evtx;

import app.regrip.eventxml.XmlHandler;
import java.time.Instant;
import java.util.Optional;

/** One record of a log. It is good until the next one is asked for. */
public final class EvtxRecord {

  /** Signature, size, number and time; the size once more at the end. */
  static final int HEAD = 24;

  static final int TAIL = 4;

  private final Bytes bytes;
  private final BinXml content;
  private final int place;
  private final int size;
  private final boolean recovered;

  EvtxRecord(Bytes bytes, BinXml content, int place, int size, boolean recovered) {
    this.bytes = bytes;
    this.content = content;
    this.place = place;
    this.size = size;
    this.recovered = recovered;
  }

  /** The number that Windows gave it; counts up over the life of the log. */
  public long number() {
    return Chunk.number(bytes, place);
  }

  /** When it was written, by the clock of that PC. */
  public Optional<Instant> written() {
    return FileTimes.instant(Chunk.written(bytes, place));
  }

  /** Whether it stands where the log is damaged, so that it may be wrong or out of order. */
  public boolean isRecovered() {
    return recovered;
  }

  /**
   * Tells its XML.
   *
   * @throws EvtxException where it is broken; what was told until then is to be thrown away
   */
  public void read(XmlHandler handler) throws EvtxException {
    content.read(place + HEAD, place + size - TAIL, handler);
  }
}
