package app.regrip.update;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An event log in memory that can be told to refuse. */
final class FakeUpdateLog implements UpdateLog {

  final List<String> events = new ArrayList<>();
  boolean refusesReading;
  boolean refusesSubscribing;
  RuntimeException breaksWith;

  /** What happens while it is read. */
  Runnable meanwhile = () -> {};

  int reads;
  int subscriptions;
  int closed;
  private Runnable onNews;
  private Consumer<PcException> onLost;

  static PcException refusal() {
    return new PcException(Message.asIs("The event log did not answer"), HResult.ofWin32(5));
  }

  void push(String xml) {
    events.add(xml);
    onNews.run();
  }

  void lose() {
    onLost.accept(refusal());
  }

  @Override
  public List<String> eventsSince(Instant since, int limit) throws PcException {
    reads++;
    meanwhile.run();
    if (breaksWith != null) {
      throw breaksWith;
    }
    if (refusesReading) {
      throw refusal();
    }
    return List.copyOf(events);
  }

  @Override
  public Subscription subscribe(Runnable onNews, Consumer<PcException> onLost) throws PcException {
    subscriptions++;
    if (refusesSubscribing) {
      throw refusal();
    }
    this.onNews = onNews;
    this.onLost = onLost;
    return () -> closed++;
  }
}
