package app.regrip.evidence;

/**
 * XML as a page on the web shows it: its angle brackets are written as letters, twice so where the
 * page was copied from its source.
 *
 * @param depth how often it was escaped; 0 where it was not
 */
record EscapedMarkup(int depth) {

  /** How often the beginning of an event in this line is escaped; 0 where none is there. */
  static int depthOf(String line) {
    if (!line.contains("lt;Event")) {
      return 0;
    }
    return line.contains("&lt;Event") ? 1 : line.contains("&amp;lt;Event") ? 2 : 0;
  }

  /** What gives the reader the lines as they were before they were escaped. */
  LogReader takenFrom(LogReader reader) {
    return depth > 0 ? new RestoredLines(this::original, this::original, reader) : reader;
  }

  private String original(String text) {
    String plain = text;
    for (int i = 0; i < depth; i++) {
      plain = WebText.plain(plain);
    }
    return plain;
  }
}
