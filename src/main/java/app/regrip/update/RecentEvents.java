package app.regrip.update;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.update.UpdateEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What Windows Update has finished lately, well or not. */
public final class RecentEvents {

  private static final Duration LOOK_BACK = Duration.ofDays(30);

  /** Of many events that only tell of a beginning, some tell of an end. */
  private static final int MOST_READ = 200;

  private RecentEvents() {}

  /** Newest first; empty where there is something, and none of it is understood. */
  public static Optional<List<UpdateEvent>> read(UpdateLog log, Instant now, int most)
      throws PcException {
    List<String> texts = log.eventsSince(now.minus(LOOK_BACK), MOST_READ);
    List<UpdateEvent> events = UpdateEventXml.parseAll(texts);
    return events.isEmpty() && !texts.isEmpty()
        ? Optional.empty()
        : Optional.of(finished(events, most));
  }

  static List<UpdateEvent> finished(List<UpdateEvent> events, int most) {
    return events.stream()
        .filter(UpdateEvent::isAboutWindows)
        .filter(event -> event.outcome() == Outcome.SUCCEEDED || event.outcome() == Outcome.FAILED)
        .distinct()
        .sorted(
            Comparator.comparing(UpdateEvent::at).thenComparing(UpdateEvent::recordId).reversed())
        .limit(most)
        .toList();
  }
}
