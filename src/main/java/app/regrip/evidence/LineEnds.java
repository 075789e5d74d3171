package app.regrip.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Ends of lines that got lost on the way, or that are written out: as tags of a page on the web, as
 * {@code \r\n} in a string of JSON, or not at all, where each line of a log tells by its date where
 * it begins.
 */
enum LineEnds {
  /** As they are. */
  THERE(""),
  TAGS("(?i)<br ?/?>|</(?:p|div|li|tr|pre|h[1-6])>"),
  WRITTEN_OUT("(?:\\\\r)?\\\\n|(?<!\\\\)\"(?:,|\\s?:)\\s?\"|^\\{\"|(?<!\\\\)\"(?=, \"|\\})"),
  LOST(
      " (?=[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}, (?:Info|Warning|Error) )"
          + "| (?=[0-9]{4}-[0-9]{2}-[0-9]{2}[ \\t][0-9]{2}:[0-9]{2}:[0-9]{2}:[0-9]{3}[ \\t])"
          + "| (?=[0-9]{4}/[0-9]{2}/[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{7} )");

  private static final int FEWEST = 2;

  /** In a path the letter is part of a name. */
  private static final Pattern PATH = Pattern.compile("[A-Za-z]:\\\\[^\\\\rn]");

  private final Pattern end;

  LineEnds(String end) {
    this.end = Pattern.compile(end);
  }

  static LineEnds of(List<String> lines) {
    for (LineEnds form : List.of(TAGS, LOST, WRITTEN_OUT)) {
      if (lines.stream().anyMatch(form::isIn)) {
        return form;
      }
    }
    return THERE;
  }

  private boolean isIn(String line) {
    boolean may =
        switch (this) {
          case TAGS -> line.indexOf("</") >= 0 || line.contains("<br") || line.contains("<BR");
          case WRITTEN_OUT -> line.contains("\\n") && !PATH.matcher(line).find();
          case LOST -> line.length() > 60;
          case THERE -> false;
        };
    return may && end.matcher(line).results().limit(FEWEST).count() >= FEWEST;
  }

  /** What gives the reader the lines one by one. */
  LogReader takenFrom(LogReader reader) {
    return this == THERE ? reader : new Cut(this, reader);
  }

  private List<String> cut(String text) {
    if (!isIn(text)) {
      return List.of(text);
    }
    List<String> lines = List.of(end.split(text));
    return this == WRITTEN_OUT ? lines.stream().map(LineEnds::unescaped).toList() : lines;
  }

  private static String unescaped(String text) {
    return text.replace("\\t", "\t").replace("\\\"", "\"").replace("\\\\", "\\");
  }

  private record Cut(LineEnds ends, LogReader reader) implements LogReader {

    @Override
    public void line(long number, String text) {
      ends.cut(text).forEach(line -> reader.line(number, line));
    }

    @Override
    public void continued(long number, String text) {
      List<String> lines = ends.cut(text);
      reader.continued(number, lines.get(0));
      lines.stream().skip(1).forEach(line -> reader.line(number, line));
    }

    @Override
    public void end() {
      reader.end();
    }
  }
}
