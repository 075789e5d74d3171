package app.regrip.update;

import app.regrip.errors.ErrorCatalog;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus.Failing;
import app.regrip.update.UpdateStatus.Repaired;
import app.regrip.update.UpdateStatus.Unknown;
import app.regrip.update.UpdateStatus.Working;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The state of Windows Update in one line, for menus, windows and tooltips. */
public final class Headline {

  /** What the tooltip of a tray icon holds, in UTF-16 units. */
  public static final int TOOLTIP_LENGTH = 64;

  private final ErrorCatalog catalog;
  private final ZoneId zone;

  public Headline(ErrorCatalog catalog, ZoneId zone) {
    this.catalog = catalog;
    this.zone = zone;
  }

  /** The full line. */
  public Message of(UpdateStatus status, Instant now) {
    if (status instanceof Failing failing) {
      return Message.of(
          "update.headline." + operation(failing),
          ago(failing.last(), now),
          catalog.headline(failing.code()));
    } else if (status instanceof Working working) {
      return Message.of(
          working.upToDate() ? "update.headline.up-to-date" : "update.headline.working",
          ago(working.at(), now));
    } else if (status instanceof Repaired repaired) {
      return Message.of("update.headline.repaired", ago(repaired.at(), now));
    } else if (status instanceof Unknown unknown) {
      return Message.of("update.headline.unknown", unknown.why());
    }
    throw new IllegalArgumentException("not an update status: " + status);
  }

  /**
   * At most {@link #TOOLTIP_LENGTH} units; an error number is in it as a whole.
   *
   * @param words puts a message into the language of whoever looks
   */
  public String tooltip(UpdateStatus status, Instant now, Function<Message, String> words) {
    List<Message> longestFirst =
        status instanceof Failing failing ? shorterAndShorter(failing, now) : List.of();
    return longestFirst.stream()
        .map(words)
        .filter(line -> line.length() <= TOOLTIP_LENGTH)
        .findFirst()
        .orElseGet(() -> cut(words.apply(of(status, now))));
  }

  private List<Message> shorterAndShorter(Failing failing, Instant now) {
    Message error = catalog.headline(failing.code());
    String key = "update.tooltip." + operation(failing);
    return List.of(
        of(failing, now),
        Message.of(key, ago(failing.last(), now), error),
        Message.of(key + ".short", error),
        Message.of("update.tooltip.other.short", failing.code().hex()));
  }

  /** Cuts between words, so that no number loses a digit. */
  private static String cut(String line) {
    if (line.length() <= TOOLTIP_LENGTH) {
      return line;
    }
    int space = line.lastIndexOf(' ', TOOLTIP_LENGTH - 1);
    int end = space > 0 ? space : TOOLTIP_LENGTH - 1;
    return line.substring(0, end).replaceFirst("[ ,;:–—]+$", "") + "…";
  }

  private Message ago(Instant at, Instant now) {
    return TimeAgo.of(at, now, zone);
  }

  private static String operation(Failing failing) {
    return failing.operation().name().toLowerCase(Locale.ROOT);
  }
}
