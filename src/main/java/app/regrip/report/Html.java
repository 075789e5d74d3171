package app.regrip.report;

/** Text that is safe inside of a page. */
final class Html {

  private Html() {}

  /** The text itself, never markup; controls that could turn it around are made visible. */
  static String text(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(isHarmless(c) ? c : 0xFFFD);
              }
            });
    return html.toString();
  }

  private static boolean isHarmless(int c) {
    return c == '\n'
        || c == '\t'
        || Character.getType(c) != Character.CONTROL
            && Character.getType(c) != Character.FORMAT
            && Character.getType(c) != Character.SURROGATE;
  }
}
