package app.regrip.evidence;

/** Hands on the lines of CBS.log and dism.log out of a text that holds other things too. */
record LinesOfServicing(LogReader reader) implements LogReader {

  @Override
  public void line(long number, String text) {
    if (!ServicingLine.read(text).level().isEmpty()) {
      reader.line(number, text);
    }
  }

  @Override
  public void end() {
    reader.end();
  }
}
