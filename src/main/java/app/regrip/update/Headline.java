package app.regrip.update;

import app.regrip.errors.ErrorCatalog;
import app.regrip.update.UpdateStatus.Failing;
import app.regrip.update.UpdateStatus.Repaired;
import app.regrip.update.UpdateStatus.Unknown;
import app.regrip.update.UpdateStatus.Working;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

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
  public String of(UpdateStatus status, Instant now) {
    if (status instanceof Failing failing) {
      return "Last %s: failed %s — %s"
          .formatted(
              operation(failing),
              ago(failing.last(), now),
              catalog.headline(failing.code()).english());
    } else if (status instanceof Working working) {
      return working.upToDate()
          ? "Windows is up to date, checked " + ago(working.at(), now)
          : "Windows Update works, last success " + ago(working.at(), now);
    } else if (status instanceof Repaired repaired) {
      return "Repaired: Windows Update works again, proven " + ago(repaired.at(), now);
    } else if (status instanceof Unknown unknown) {
      return "Unknown: " + unknown.why().english();
    }
    throw new IllegalArgumentException("not an update status: " + status);
  }

  /** At most {@link #TOOLTIP_LENGTH} units; an error number is in it as a whole. */
  public String tooltip(UpdateStatus status, Instant now) {
    List<String> longestFirst =
        status instanceof Failing failing ? shorterAndShorter(failing, now) : List.of();
    return longestFirst.stream()
        .filter(line -> line.length() <= TOOLTIP_LENGTH)
        .findFirst()
        .orElseGet(() -> cut(of(status, now)));
  }

  private List<String> shorterAndShorter(Failing failing, Instant now) {
    String error = catalog.headline(failing.code()).english();
    String ago = ago(failing.last(), now);
    return List.of(
        of(failing, now),
        "%s failed %s — %s".formatted(shortOperation(failing), ago, error),
        "%s failed — %s".formatted(shortOperation(failing), error),
        "Update failed — " + failing.code().hex());
  }

  /** Cuts between words, so that no number loses a digit. */
  private static String cut(String line) {
    if (line.length() <= TOOLTIP_LENGTH) {
      return line;
    }
    int space = line.lastIndexOf(' ', TOOLTIP_LENGTH - 1);
    int end = space > 0 ? space : TOOLTIP_LENGTH - 1;
    return line.substring(0, end).replaceFirst("[ ,;:—]+$", "") + "…";
  }

  private String ago(Instant at, Instant now) {
    return TimeAgo.of(at, now, zone);
  }

  private static String operation(Failing failing) {
    return switch (failing.operation()) {
      case SEARCH -> "update check";
      case DOWNLOAD -> "update download";
      case INSTALL -> "update installation";
      case UNINSTALL -> "update removal";
      case OTHER -> "update work";
    };
  }

  private static String shortOperation(Failing failing) {
    return switch (failing.operation()) {
      case SEARCH -> "Check";
      case DOWNLOAD -> "Download";
      case INSTALL -> "Install";
      case UNINSTALL -> "Removal";
      case OTHER -> "Update";
    };
  }
}
