package app.regrip.evidence;

import java.util.List;

/** Reads a text that holds several kinds, one after the other or mixed, with a reader for each. */
record SeveralReaders(List<LogReader> readers) implements LogReader {

  @Override
  public void line(long number, String text) {
    readers.forEach(reader -> reader.line(number, text));
  }

  @Override
  public void continued(long number, String text) {
    readers.forEach(reader -> reader.continued(number, text));
  }

  @Override
  public void end() {
    readers.forEach(LogReader::end);
  }
}
