package app.regrip.evidence;

import app.regrip.evidence.evtx.RecordFields;
import app.regrip.text.Message;
import app.regrip.update.EventFields;
import java.util.Optional;

/**
 * Reads exported events: in a list, one after the other without a root, or alone. Each event is cut
 * out of the text and read by itself, so that a broken one costs none of the others, and an entity
 * declared around them means nothing.
 */
final class EventXmlReader implements LogReader {

  private static final char[] START = "<Event".toCharArray();
  private static final char[] END = "</Event".toCharArray();
  private static final int MOST_BLANKS = 1000;

  private final EvidenceSink sink;
  private final EventOfXml meaning = new EventOfXml();
  private final RecordFields content = new RecordFields(EventOfXml::knows, EventOfXml::asks);
  private final XmlScanner scanner = new XmlScanner(content);

  /** What is not read yet: from the start of an event, where there is one. */
  private char[] open = new char[1 << 17];

  private int from;
  private int searched;
  private int length;
  private boolean inEvent;
  private boolean skipping;
  private long startLine;
  private long unread;
  private long firstUnread;
  private String pc = "";
  private boolean wsusSeen;

  /** What a place in the text is. */
  private enum Tag {
    START,
    END,
    OTHER,
    /** Too little of it is here to tell. */
    CUT
  }

  EventXmlReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    if (length == open.length) {
      room(1);
    }
    open[length++] = '\n';
    continued(number, text);
  }

  @Override
  public void continued(long number, String text) {
    room(text.length());
    text.getChars(0, text.length(), open, length);
    length += text.length();
    while (toNextTag()) {
      Tag tag = tag(searched);
      if (tag == Tag.CUT) {
        break;
      }
      tag(number, tag);
    }
    if (!inEvent) {
      from = searched;
    } else if (searched - from > EventFields.LONGEST) {
      skipping = true;
      from = searched;
    }
  }

  private boolean toNextTag() {
    char[] characters = open;
    int last = length;
    int at = searched;
    while (at < last && characters[at] != '<') {
      at++;
    }
    searched = at;
    return at < last;
  }

  /** Moves what is left to the front, too. */
  private void room(int more) {
    if (open.length - length >= more) {
      return;
    }
    int left = length - from;
    char[] wide = left + more <= open.length ? open : new char[2 * (left + more)];
    System.arraycopy(open, from, wide, 0, left);
    open = wide;
    searched -= from;
    length = left;
    from = 0;
  }

  private void tag(long number, Tag tag) {
    if (tag == Tag.START) {
      if (inEvent) {
        // A second start before the end means that the first event was torn.
        unread();
      }
      inEvent = true;
      skipping = false;
      from = searched;
      startLine = number;
    } else if (tag == Tag.END && inEvent) {
      read(searched + END.length);
      inEvent = false;
    }
    searched++;
  }

  private Tag tag(int at) {
    if (at + 1 == length) {
      return Tag.CUT;
    }
    boolean end = open[at + 1] == '/';
    char[] tag = end ? END : START;
    int next = at + 1;
    for (int i = 1; i < tag.length; i++, next++) {
      if (next == length) {
        return Tag.CUT;
      }
      if (open[next] != tag[i]) {
        return Tag.OTHER;
      }
    }
    int blanks = next;
    while (end && next < length && isBlank(open[next])) {
      next++;
    }
    if (next == length) {
      return next - blanks > MOST_BLANKS ? Tag.OTHER : Tag.CUT;
    }
    if (end) {
      return open[next] == '>' ? Tag.END : Tag.OTHER;
    }
    return open[next] == '>' || isBlank(open[next]) ? Tag.START : Tag.OTHER;
  }

  private static boolean isBlank(char c) {
    return c <= ' ';
  }

  private void read(int to) {
    if (skipping) {
      unread();
      return;
    }
    int end = to;
    while (open[end - 1] != '>') {
      end++;
    }
    content.clear();
    EventFields fields = new EventFields(content.fields());
    boolean whole = scanner.read(open, from, end);
    Optional<LoggedEvent> event = whole ? meaning.of(fields, startLine) : Optional.empty();
    if (event.isEmpty()) {
      unread();
      return;
    }
    if (pc.isEmpty()) {
      pc = EventOfXml.pc(fields);
      sink.pc(pc);
    }
    sink.event(event.get());
    if (!wsusSeen && EventOfXml.isOfWsus(fields)) {
      wsusSeen = true;
      sink.clue(new Hint(Hint.WSUS, "", Optional.empty(), event.get().time(), startLine));
    }
  }

  private void unread() {
    firstUnread = unread == 0 ? startLine : firstUnread;
    unread++;
  }

  @Override
  public void end() {
    if (inEvent) {
      sink.problem(new Problem(Message.of("evidence.event-cut-off"), startLine));
    }
    if (unread > 0) {
      sink.problem(new Problem(Message.of("evidence.events-left-out", unread), firstUnread));
    }
  }
}
