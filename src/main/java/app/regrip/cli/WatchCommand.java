package app.regrip.cli;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.Alert;
import app.regrip.update.UpdateStatus;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code watch}: a line whenever something changes, until Ctrl+C. */
@Command(name = "watch", description = "${bundle:cli.help.watch}", sortOptions = false)
final class WatchCommand implements Callable<Integer> {

  @Mixin private JsonOption json;
  private final CommandContext context;

  WatchCommand(CommandContext context) {
    this.context = context;
  }

  /** What may happen while watching. */
  private sealed interface Event {
    record Changed(Snapshot now) implements Event {}

    record Alerted(Alert alert) implements Event {}

    record Ended() implements Event {}
  }

  @Override
  public Integer call() throws Exception {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    try (Session session = context.open(true);
        Interrupts.Registration ctrlC =
            context.interrupts().onInterrupt(() -> events.add(new Event.Ended()))) {
      session.listen(listener(events));
      tellUntilEnded(events);
    }
    return ExitCode.FINE;
  }

  private void tellUntilEnded(BlockingQueue<Event> events) throws InterruptedException {
    Optional<Snapshot> told = Optional.empty();
    while (!context.printer().isGone()) {
      Event event = events.take();
      if (event instanceof Event.Ended) {
        return;
      } else if (event instanceof Event.Alerted alerted) {
        tell(alerted.alert());
      } else if (event instanceof Event.Changed changed) {
        tell(told, changed.now());
        told = Optional.of(changed.now());
      }
    }
  }

  private void tell(Optional<Snapshot> told, Snapshot now) {
    if (told.isEmpty() && !json.isOn()) {
      context.printer().line(Style.STRONG, Message.of("cli.watch.began", now.pcName()));
    }
    if (told.isEmpty() || isNews(told.get(), now)) {
      tell(now);
    }
  }

  private static Session.Listener listener(BlockingQueue<Event> events) {
    return new Session.Listener() {
      @Override
      public void changed(Snapshot snapshot) {
        events.add(new Event.Changed(snapshot));
      }

      @Override
      public void alert(Alert alert) {
        events.add(new Event.Alerted(alert));
      }
    };
  }

  private static boolean isNews(Snapshot before, Snapshot now) {
    return !before.status().equals(now.status())
        || before.isRepairing() != now.isRepairing()
        || !before.interrupted().equals(now.interrupted());
  }

  private void tell(Snapshot now) {
    if (json.isOn()) {
      context.json().print(context.shapes().status(now));
      return;
    }
    context.statusPage().headline(moment(), now.status());
    if (now.isRepairing()) {
      context.printer().line(Style.PLAIN, moment(), Message.of("cli.watch.repairing"));
    }
    now.interrupted().ifPresent(context.statusPage()::interrupted);
  }

  private void tell(Alert alert) {
    if (json.isOn()) {
      context.json().print(context.shapes().alert(alert));
      return;
    }
    UpdateStatus.Failing failure = alert.failure();
    Message what = context.knowledge().explain(failure.code()).oneLine();
    context
        .printer()
        .line(
            Style.BAD,
            moment() + "! ",
            Message.sentences(
                failure.title().isBlank()
                    ? what
                    : Message.of("cli.watch.of-update", what, failure.title()),
                alert.recurrence() > 1
                    ? Message.of("cli.watch.came-back", alert.recurrence())
                    : Message.NONE,
                Message.of("cli.next.repair", context.typed("fix all"))));
  }

  private String moment() {
    return context.times().moment(context.times().now()) + "  ";
  }
}
