package app.regrip.cli;

import app.regrip.session.InterruptedRepair;
import app.regrip.session.Snapshot;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateStatus;

/** How Windows Update is doing, in words. */
final class StatusLines {

  private final Screen screen;
  private final Knowledge knowledge;
  private final Moments times;

  StatusLines(Screen screen, Knowledge knowledge, Moments times) {
    this.screen = screen;
    this.knowledge = knowledge;
    this.times = times;
  }

  void show(Snapshot snapshot) {
    headline("", snapshot.status());
    details(snapshot.status());
    snapshot.interrupted().ifPresent(this::interrupted);
    snapshot.notice().ifPresent(notice -> screen.line(Style.CAUTION, "! ", notice));
    snapshot
        .watchingUntil()
        .ifPresent(
            until ->
                screen.line(
                    Style.FAINT,
                    "  ",
                    "Watching until " + times.moment(until) + " whether it comes back."));
    snapshot
        .snoozedUntil()
        .filter(until -> until.isAfter(times.now()))
        .ifPresent(
            until ->
                screen.line(
                    Style.FAINT, "  ", "No notifications until " + times.moment(until) + "."));
  }

  /** The one sentence, with what it means as a sign and a colour. {@code before} stands first. */
  void headline(String before, UpdateStatus status) {
    screen.line(
        style(status), before + sign(status) + " ", knowledge.headline(status, times.now()));
  }

  /** What is known beyond the headline. */
  void details(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing failing) {
      detail(knowledge.explain(failing.code()).oneLine().english());
      detail(
          capitalised(operation(failing.operation()))
              + (failing.title().isBlank() ? "" : " \"" + failing.title() + "\"")
              + " failed "
              + count(failing)
              + ".");
    } else if (status instanceof UpdateStatus.Working working) {
      detail("It last succeeded on " + times.moment(working.at()) + ".");
    } else if (status instanceof UpdateStatus.Repaired repaired) {
      detail("It was proven to work on " + times.moment(repaired.at()) + ".");
    } else if (status instanceof UpdateStatus.Unknown unknown) {
      detail(unknown.why());
    }
  }

  void interrupted(InterruptedRepair repair) {
    screen.line(Style.CAUTION, "! ", repair.words());
  }

  static String operation(UpdateEvent.Operation operation) {
    return switch (operation) {
      case SEARCH -> "looking for updates";
      case DOWNLOAD -> "downloading";
      case INSTALL -> "installing";
      case UNINSTALL -> "uninstalling";
      case OTHER -> "an update task";
    };
  }

  private void detail(String text) {
    screen.line(Style.PLAIN, "  ", text);
  }

  private String count(UpdateStatus.Failing failing) {
    if (failing.count() <= 1) {
      return "on " + times.moment(failing.last());
    }
    return failing.count()
        + " times since it last worked, first on "
        + times.moment(failing.first())
        + " and last on "
        + times.moment(failing.last());
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String sign(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing) {
      return "✗";
    }
    return status instanceof UpdateStatus.Unknown ? "?" : "✓";
  }

  private static Style style(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing) {
      return Style.BAD;
    }
    return status instanceof UpdateStatus.Unknown ? Style.CAUTION : Style.GOOD;
  }
}
