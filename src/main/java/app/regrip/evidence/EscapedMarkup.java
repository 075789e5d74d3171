package app.regrip.evidence;

/**
 * Hands on XML that a page on the web shows: there it stands with its angle brackets written as
 * letters, twice so where the page was copied from its source.
 *
 * @param depth how often it was escaped
 */
record EscapedMarkup(int depth, LogReader reader) implements LogReader {

  /** How often the beginning of an event in this line is escaped; 0 where none is there. */
  static int depthOf(String line) {
    if (!line.contains("lt;Event")) {
      return 0;
    }
    return line.contains("&lt;Event") ? 1 : line.contains("&amp;lt;Event") ? 2 : 0;
  }

  static String plain(int depth, String text) {
    String plain = text;
    for (int i = 0; i < depth; i++) {
      plain = WebText.plain(plain);
    }
    return plain;
  }

  @Override
  public void line(long number, String text) {
    reader.line(number, plain(depth, text));
  }

  @Override
  public void continued(long number, String text) {
    reader.continued(number, plain(depth, text));
  }

  @Override
  public void end() {
    reader.end();
  }
}
