package app.regrip.helper;

import app.regrip.repair.RepairEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what the helper says until it ends, or until it says something that it never would. */
public final class EventReader {

  private EventReader() {}

  /**
   * @throws StrictLines.BrokenException at the first line that is no event; those before it were
   *     handed on
   */
  public static void readAll(InputStream in, Consumer<RepairEvent> events) throws IOException {
    StrictLines lines = new StrictLines(in, EventLine.LONGEST);
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      events.accept(
          EventLine.read(line.get())
              .orElseThrow(() -> new StrictLines.BrokenException("a line that is no event")));
    }
  }
}
