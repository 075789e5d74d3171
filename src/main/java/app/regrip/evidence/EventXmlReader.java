package app.regrip.evidence;

import app.regrip.update.EventFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads exported events: in a list, one after the other without a root, or alone. Each event is cut
 * out of the text and read by itself, so that a broken one costs none of the others, and an entity
 * declared around them means nothing.
 */
final class EventXmlReader implements LogReader {

  private static final Pattern START = Pattern.compile("<Event[\\s>]");
  private static final Pattern EITHER = Pattern.compile("<Event[\\s>]|</Event\\s*>");

  /** As much of a tag as may stand at the end of a piece. */
  private static final int TAG = "</Event >".length();

  private final EvidenceSink sink;
  private final EventOfXml meaning = new EventOfXml();
  private final StringBuilder open = new StringBuilder();
  private boolean inEvent;
  private boolean skipping;
  private int searched;
  private long startLine;
  private long unread;
  private long firstUnread;
  private boolean wsusSeen;

  EventXmlReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    open.append('\n');
    continued(number, text);
  }

  @Override
  public void continued(long number, String text) {
    open.append(text);
    while (inEvent ? endsEvent(number) : beginsEvent(number)) {
      searched = 0;
    }
    if (open.length() > EventFields.LONGEST) {
      skipping = true;
      open.delete(0, open.length() - TAG);
      searched = 0;
    }
  }

  private boolean beginsEvent(long number) {
    Matcher start = START.matcher(open);
    if (start.find()) {
      open.delete(0, start.start());
      inEvent = true;
      skipping = false;
      startLine = number;
      return true;
    }
    open.delete(0, Math.max(0, open.length() - TAG));
    return false;
  }

  /** A second start before the end means that the first event was torn. */
  private boolean endsEvent(long number) {
    Matcher next = EITHER.matcher(open).region(Math.max(searched, 1), open.length());
    if (!next.find()) {
      searched = Math.max(1, open.length() - TAG);
      return false;
    }
    if (next.group().startsWith("</")) {
      read(open.substring(0, next.end()));
      open.delete(0, next.end());
      inEvent = false;
    } else {
      unread();
      open.delete(0, next.start());
      startLine = number;
      skipping = false;
    }
    return true;
  }

  private void read(String xml) {
    Optional<EventFields> fields = skipping ? Optional.empty() : EventFields.read(legal(xml));
    Optional<LoggedEvent> event = fields.flatMap(read -> meaning.of(read, startLine));
    if (event.isEmpty()) {
      unread();
      return;
    }
    sink.pc(EventOfXml.pc(fields.get()));
    sink.event(event.get());
    if (!wsusSeen && EventOfXml.isOfWsus(fields.get())) {
      wsusSeen = true;
      sink.clue(new Clue(Clue.WSUS, "", Optional.empty(), event.get().time(), startLine));
    }
  }

  /** Control characters, as text or as references, are what makes Windows' own export no XML. */
  private static String legal(String xml) {
    String text = xml.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    return text.contains("&#")
        ? text.replaceAll(
            "&#(?:[0-8]|1[124-9]|2[0-9]|3[01]|x0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));", " ")
        : text;
  }

  private void unread() {
    firstUnread = unread == 0 ? startLine : firstUnread;
    unread++;
  }

  @Override
  public void end() {
    if (inEvent) {
      sink.problem(new Problem("The file ends in the middle of an event.", startLine));
    }
    if (unread > 0) {
      sink.problem(
          new Problem(
              unread == 1
                  ? "One event is broken and was left out."
                  : unread + " events are broken and were left out, from here on.",
              firstUnread));
    }
  }
}
