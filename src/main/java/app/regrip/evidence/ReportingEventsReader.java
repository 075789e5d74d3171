package app.regrip.evidence;

import app.regrip.text.Message;
import java.util.Optional;

/** Reads ReportingEvents.log: one event a line. */
final class ReportingEventsReader implements LogReader {

  private final EvidenceSink sink;
  private long unread;
  private long firstUnread;
  private boolean wsusSeen;

  ReportingEventsReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String whole) {
    if (whole.isBlank()) {
      return;
    }
    String text = ReportingLine.withTabs(whole);
    Optional<LoggedEvent> event = ReportingLine.read(number, text);
    if (event.isEmpty()) {
      firstUnread = unread == 0 ? number : firstUnread;
      unread++;
      return;
    }
    sink.event(event.get());
    if (!wsusSeen && ReportingLine.isOfWsus(text)) {
      wsusSeen = true;
      sink.clue(new Hint(Hint.WSUS, "", Optional.empty(), event.get().time(), number));
    }
  }

  @Override
  public void end() {
    if (unread > 0) {
      sink.problem(new Problem(Message.of("evidence.lines-left-out", unread), firstUnread));
    }
  }
}
