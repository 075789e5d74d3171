package app.regrip.simulated;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The event log of the pretend PC: one file per event, numbered without a gap over both channels.
 */
final class SimulatedUpdateLog implements UpdateLog {

  private static final String TIME_BEFORE = "SystemTime='";

  private final PcFolder folder;
  private final Path events;

  /** The newest number seen so far; other processes may have written more. */
  private final AtomicLong newest = new AtomicLong();

  SimulatedUpdateLog(PcFolder folder) {
    this.folder = folder;
    this.events = folder.root().resolve("events");
  }

  @Override
  public List<String> eventsSince(Instant since, int limit) throws PcException {
    return folder.exclusively(
        Message.of("pc.event-log.read"),
        () -> {
          List<String> found = new ArrayList<>();
          for (long id = newestId(); id > 0 && found.size() < limit; id--) {
            String xml = Files.readString(file(id));
            if (!time(xml).isBefore(since)) {
              found.add(xml);
            }
          }
          Collections.reverse(found);
          return List.copyOf(found);
        });
  }

  @Override
  public Subscription subscribe(Runnable onNews, Consumer<PcException> onLost) throws PcException {
    long seen = folder.exclusively(Message.of("simulated.event-log.subscribe"), this::newestId);
    return EventSubscription.start(this, seen, onNews, onLost);
  }

  /** With the PC's lock held. */
  void append(ClientEvent event, Instant at) throws IOException {
    long id = newestId() + 1;
    folder.write(file(id), event.xml(id, at).getBytes(StandardCharsets.UTF_8));
    newest.set(id);
  }

  Path folderOfEvents() {
    return events;
  }

  /** Whether that event was written and the log not cleared since. Number 0 stands for no event. */
  boolean hasEvent(long id) {
    return id == 0 || Files.exists(file(id));
  }

  private long newestId() {
    long id = newest.get();
    if (!hasEvent(id)) {
      id = 0;
    }
    while (Files.exists(file(id + 1))) {
      id++;
    }
    newest.set(id);
    return id;
  }

  private Path file(long id) {
    return events.resolve(String.format("%08d.xml", id));
  }

  private static Instant time(String xml) {
    int start = xml.indexOf(TIME_BEFORE) + TIME_BEFORE.length();
    return Instant.parse(xml.substring(start, xml.indexOf('\'', start)));
  }
}
