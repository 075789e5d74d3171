package app.regrip.cli;

import app.regrip.session.InterruptedRepair;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;

/** How Windows Update is doing, in words. */
final class StatusLines {

  private final Printer printer;
  private final Knowledge knowledge;
  private final Moments times;

  StatusLines(Printer printer, Knowledge knowledge, Moments times) {
    this.printer = printer;
    this.knowledge = knowledge;
    this.times = times;
  }

  void show(Snapshot snapshot) {
    headline("", snapshot.status());
    details(snapshot.status());
    snapshot.interrupted().ifPresent(this::interrupted);
    snapshot.notice().ifPresent(notice -> printer.line(Style.CAUTION, "! ", notice));
    snapshot
        .watchingUntil()
        .ifPresent(
            until ->
                printer.line(
                    Style.FAINT, "  ", Message.of("cli.status.watching", times.moment(until))));
    snapshot
        .snoozedUntil()
        .filter(until -> until.isAfter(times.now()))
        .ifPresent(
            until ->
                printer.line(
                    Style.FAINT, "  ", Message.of("cli.status.snoozed", times.moment(until))));
  }

  /** The one sentence, with what it means as a sign and a colour. {@code before} stands first. */
  void headline(String before, UpdateStatus status) {
    printer.line(
        style(status), before + sign(status) + " ", knowledge.headline(status, times.now()));
  }

  /** What is known beyond the headline. */
  void details(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing failing) {
      printer.line(Style.PLAIN, "  ", knowledge.explain(failing.code()).oneLine());
      printer.line(Style.PLAIN, "  ", capitalised(printer.say(failed(failing))));
    } else if (status instanceof UpdateStatus.Working working) {
      detail(Message.of("cli.status.last-success", times.moment(working.at())));
    } else if (status instanceof UpdateStatus.Repaired repaired) {
      detail(Message.of("cli.status.proven", times.moment(repaired.at())));
    } else if (status instanceof UpdateStatus.Unknown unknown) {
      printer.line(Style.PLAIN, "  ", unknown.why());
    }
  }

  void interrupted(InterruptedRepair repair) {
    printer.line(Style.CAUTION, "! ", repair.words());
  }

  /** {@code installing "KB5000001"}. */
  static Message titled(Message operation, String title) {
    return title.isBlank() ? operation : Message.of("cli.operation.titled", operation, title);
  }

  private void detail(Message text) {
    printer.line(Style.PLAIN, "  ", text);
  }

  private Message failed(UpdateStatus.Failing failing) {
    Message what = titled(failing.operation().inWords(), failing.title());
    if (failing.count() <= 1) {
      return Message.of("cli.status.failed-once", what, times.moment(failing.last()));
    }
    return Message.of(
        "cli.status.failed-often",
        what,
        failing.count(),
        times.moment(failing.first()),
        times.moment(failing.last()));
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
