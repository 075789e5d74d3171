package app.regrip.helper;

import app.regrip.repair.RepairEvent;
import app.regrip.storage.Json;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One {@link RepairEvent} as one line of JSON, at most {@link #LONGEST} bytes of UTF-8: what the
 * helper writes and nothing else. A line that is none is dropped by the reader, never guessed at.
 */
public final class EventLine {

  public static final int LONGEST = 8 * 1024;

  private static final int LONGEST_SAID = 1000;

  private EventLine() {}

  /** Without a line end. */
  public static String of(RepairEvent event) {
    RepairEvent fitting =
        event instanceof RepairEvent.Said said
            ? new RepairEvent.Said(printable(said.line()))
            : event;
    return Json.gson().toJson(fitting, RepairEvent.class);
  }

  /** Empty where the line is too long, no JSON, or no event of this version. */
  public static Optional<RepairEvent> read(String line) {
    if (line.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.gson().fromJson(line, RepairEvent.class));
    } catch (JsonParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String printable(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= LONGEST_SAID ? clean : clean.substring(0, LONGEST_SAID) + "…";
  }
}
