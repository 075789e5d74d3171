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

  /** The full line, for who looks now. */
  public Message of(UpdateStatus status, Instant now) {
    return line(status, at -> TimeAgo.of(at, now, zone));
  }

  /** The full line for where it stays and nobody draws it anew: no word of it grows old. */
  public Message lasting(UpdateStatus status) {
    return line(status, Headline::moment);
  }

  private Message line(UpdateStatus status, Function<Instant, Message> when) {
    if (status instanceof Failing failing) {
      return Message.of(
          "update.headline." + operation(failing),
          when.apply(failing.last()),
          catalog.headline(failing.code()));
    } else if (status instanceof Working working) {
      return Message.of(
          working.upToDate() ? "update.headline.up-to-date" : "update.headline.working",
          when.apply(working.at()));
    } else if (status instanceof Repaired repaired) {
      return Message.of("update.headline.repaired", when.apply(repaired.at()));
    } else if (status instanceof Unknown unknown) {
      return Message.of("update.headline.unknown", unknown.why());
    }
    throw new IllegalArgumentException("not an update status: " + status);
  }

  /**
   * At most {@link #TOOLTIP_LENGTH} units; an error number is in it as a whole. An icon keeps it
   * for up to a day, so it is as {@link #lasting}.
   *
   * @param words puts a message into the language of whoever looks
   */
  public String tooltip(UpdateStatus status, Function<Message, String> words) {
    return shorterAndShorter(status).stream()
        .map(words)
        .filter(line -> line.length() <= TOOLTIP_LENGTH)
        .findFirst()
        .orElseGet(() -> cut(words.apply(lasting(status))));
  }

  private List<Message> shorterAndShorter(UpdateStatus status) {
    if (status instanceof Failing failing) {
      return shorterAndShorter(failing);
    } else if (status instanceof Repaired repaired) {
      return List.of(
          lasting(repaired), Message.of("update.tooltip.repaired", moment(repaired.at())));
    }
    return List.of(lasting(status));
  }

  private List<Message> shorterAndShorter(Failing failing) {
    Message error = catalog.headline(failing.code());
    String key = "update.tooltip." + operation(failing);
    return List.of(
        lasting(failing),
        Message.of(key, moment(failing.last()), error),
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

  private static Message moment(Instant at) {
    return Message.of("update.at", at);
  }

  private static String operation(Failing failing) {
    return failing.operation().name().toLowerCase(Locale.ROOT);
  }
}
