package app.regrip.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML of events whose elements stand in a namespace with a name, as other programs write it.
 *
 * @param prefix that name with its colon; empty where there is none
 */
record PrefixedMarkup(String prefix) {

  private static final Pattern EVENT = Pattern.compile("<([A-Za-z]\\w{0,20}:)Event[\\s>]");

  /** The name in a line that begins an event. */
  static Optional<String> prefixOf(String line) {
    Matcher event = EVENT.matcher(line);
    return line.contains(":Event") && event.find() ? Optional.of(event.group(1)) : Optional.empty();
  }

  /** What gives the reader the elements by their own names. */
  LogReader takenFrom(LogReader reader) {
    return prefix.isEmpty() ? reader : new RestoredLines(this::original, this::original, reader);
  }

  private String original(String text) {
    return text.replace("<" + prefix, "<").replace("</" + prefix, "</");
  }
}
