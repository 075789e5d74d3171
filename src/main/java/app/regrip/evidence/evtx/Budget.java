package app.regrip.evidence.evtx;

import app.regrip.text.Message;

/**
 * How much may come out of one chunk. Templates let a few bytes stand for many: without a limit,
 * one chunk could be made to mean gigabytes. The busiest real chunks stay below a tenth of this.
 */
final class Budget {

  /** Of one record, in characters; as much as of an event in XML. */
  static final int LONGEST_RECORD = 1_000_000;

  private static final int MOST_TOKENS = 1 << 21;
  private static final int MOST_CHARACTERS = 1 << 24;

  private int tokens;
  private int characters;
  private int ofRecord;

  void newChunk() {
    tokens = 0;
    characters = 0;
  }

  void newRecord() {
    ofRecord = 0;
  }

  void token() throws EvtxException {
    if (++tokens > MOST_TOKENS) {
      throw new EvtxException(Message.of("evidence.evtx.why.swells"));
    }
  }

  void characters(int more) throws EvtxException {
    characters += more;
    ofRecord += more;
    if (ofRecord > LONGEST_RECORD) {
      throw new EvtxException(Message.of("evidence.evtx.why.too-long"));
    }
    if (characters > MOST_CHARACTERS) {
      throw new EvtxException(Message.of("evidence.evtx.why.swells"));
    }
  }
}
