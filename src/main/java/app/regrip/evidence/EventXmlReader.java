package app.regrip.evidence;

import app.regrip.eventxml.EventFields;
import app.regrip.eventxml.RecordFields;
import app.regrip.eventxml.XmlScanner;
import app.regrip.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads exported events: in a list, one after the other without a root, or alone. Each event is cut
 * out of the text and read by itself, so that a broken one costs none of the others, and an entity
 * declared around them means nothing.
 */
final class EventXmlReader implements LogReader {

  private static final byte[] START = "<Event".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "</Event".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BLANKS = 1000;

  private final EvidenceSink sink;
  private final EventOfXml meaning = new EventOfXml();
  private final RecordFields content = new RecordFields(EventOfXml::knows, EventOfXml::asks);
  private final XmlScanner scanner = new XmlScanner(content);

  /** What is not read yet, in UTF-8: from the start of an event, where there is one. */
  private byte[] open = new byte[1 << 17];

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
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    plain(number, false, utf8, utf8.length);
  }

  @Override
  public void continued(long number, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    plain(number, true, utf8, utf8.length);
  }

  @Override
  public void plain(long number, boolean continued, byte[] bytes, int count) {
    room(count + 1);
    if (!continued) {
      open[length++] = '\n';
    }
    System.arraycopy(bytes, 0, open, length, count);
    length += count;
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
    byte[] bytes = open;
    int last = length;
    int at = searched;
    while (at < last && !(bytes[at] == '<' && mayMatter(bytes, at, last))) {
      at++;
    }
    searched = at;
    return at < last;
  }

  /** Most tags are told from those of events by a letter. */
  private static boolean mayMatter(byte[] bytes, int at, int last) {
    int next = at + 1 < last && bytes[at + 1] == '/' ? at + 2 : at + 1;
    return next >= last || bytes[next] == 'E';
  }

  /** Moves what is left to the front, too. */
  private void room(int more) {
    if (open.length - length >= more) {
      return;
    }
    int left = length - from;
    byte[] wide = left + more <= open.length ? open : new byte[2 * (left + more)];
    System.arraycopy(open, from, wide, 0, left);
    open = wide;
    searched -= from;
    length = left;
    from = 0;
  }

  private void tag(long number, Tag tag) {
    if (tag == Tag.START) {
      start(number);
    } else {
      if (tag == Tag.END && inEvent) {
        read(searched + END.length);
        inEvent = false;
      }
      searched++;
    }
  }

  /** Most events are whole and simple: their end need not be looked for before they are read. */
  private void start(long number) {
    if (inEvent) {
      // A second start before the end means that the first event was torn.
      unread();
    }
    skipping = false;
    from = searched;
    startLine = number;
    content.clear();
    inEvent = !scanner.readAhead(open, from, length);
    if (inEvent) {
      searched++;
    } else {
      searched = scanner.end();
      tell();
    }
  }

  private Tag tag(int at) {
    if (at + 1 == length) {
      return Tag.CUT;
    }
    boolean end = open[at + 1] == '/';
    byte[] tag = end ? END : START;
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

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
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
    if (scanner.read(open, from, end)) {
      tell();
    } else {
      unread();
    }
  }

  private void tell() {
    EventFields fields = new EventFields(content.fields());
    Optional<LoggedEvent> event = meaning.of(fields, startLine);
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
