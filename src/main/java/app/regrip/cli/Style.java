package app.regrip.cli;

/** What a piece of text is, as a colour; ECMA-48 "select graphic rendition". */
enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  CAUTION("33");

  private final String parameter;

  Style(String parameter) {
    this.parameter = parameter;
  }

  String on(String text) {
    return parameter.isEmpty() || text.isEmpty()
        ? text
        : "\033[" + parameter + "m" + text + "\033[0m";
  }
}
