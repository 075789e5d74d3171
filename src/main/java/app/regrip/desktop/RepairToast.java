package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import app.regrip.pc.PcException;
import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.Snapshot;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A repair as a notification, while the window is closed: its bar moves with the repair, and in the
 * end it tells the result. Who sweeps it away has seen it; only the result comes after that. Who
 * wants to hear less is told less.
 */
final class RepairToast {

  static final String TAG = "repair";

  private static final System.Logger LOG = System.getLogger(RepairToast.class.getName());

  private final Notifications notifications;
  private final Supplier<NoticeChoice> choice;
  private final Executor pace;
  private final AtomicReference<Moment> waiting = new AtomicReference<>();
  private Optional<String> running = Optional.empty();
  private Optional<String> swept = Optional.empty();

  /** The run that was told of as cut off. */
  private Optional<String> told = Optional.empty();

  private boolean shown;

  private record Moment(Snapshot snapshot, boolean windowOpen) {}

  /**
   * @param choice how much is told; any thread
   * @param pace does one thing after the other, each a moment after it was handed over; of what
   *     happens meanwhile only the newest counts
   */
  RepairToast(Notifications notifications, Supplier<NoticeChoice> choice, Executor pace) {
    this.notifications = notifications;
    this.choice = choice;
    this.pace = pace;
  }

  /** Any thread. */
  void show(Snapshot snapshot, boolean windowOpen) {
    if (waiting.getAndSet(new Moment(snapshot, windowOpen)) == null) {
      pace.execute(this::catchUp);
    }
  }

  /** Takes a bar away that nobody will move any more; on the thread of the pace. */
  void leave() {
    try {
      if (running.isPresent()) {
        takeAway();
      }
    } catch (PcException e) {
      LOG.log(Level.INFO, "the notification of the repair stays where it is", e);
    }
  }

  private void catchUp() {
    Moment now = waiting.getAndSet(null);
    Optional<RepairProgress> repair = now.snapshot().repair();
    try {
      if (repair.isEmpty()) {
        tellOfTheCutOff(now);
      } else if (repair.get().verdict().isPresent()) {
        end(repair.get(), repair.get().verdict().get(), now.windowOpen());
      } else {
        running = Optional.of(repair.get().runId());
        if (now.windowOpen() || choice.get() != NoticeChoice.ALL) {
          takeAway();
        } else {
          showOrMove(repair.get());
        }
      }
    } catch (PcException e) {
      LOG.log(Level.INFO, "the repair goes on without a notification", e);
      swept = repair.map(RepairProgress::runId);
    }
  }

  /**
   * A repair that was cut off before this Regrip began, by a power cut for example, is told once.
   */
  private void tellOfTheCutOff(Moment now) throws PcException {
    Optional<InterruptedRepair> cut = now.snapshot().interrupted();
    if (now.windowOpen()) {
      takeAway();
    } else if (cut.isPresent()
        && !told.equals(cut.map(InterruptedRepair::runId))
        && choice.get().tellsOfFailures()) {
      told = cut.map(InterruptedRepair::runId);
      notifications.show(cutOff(cut.get()));
      shown = true;
    }
  }

  private static Notification cutOff(InterruptedRepair cut) {
    return new Notification(
        TAG,
        text(cut.waitsForRestart() ? "interrupted.restart.title" : "interrupted.title.early"),
        say(cut.words()),
        Action.DETAILS,
        List.of(new Button(text("tray.open"), Action.DETAILS)),
        Optional.empty(),
        false);
  }

  private void showOrMove(RepairProgress repair) throws PcException {
    if (swept.equals(running)) {
      return;
    }
    if (!shown) {
      notifications.show(progress(repair));
      shown = true;
    } else if (!notifications.move(TAG, bar(repair))) {
      shown = false;
      swept = running;
    }
  }

  /** A result is news only of a repair that was seen running, and only once. */
  private void end(RepairProgress repair, Verdict verdict, boolean windowOpen) throws PcException {
    boolean news = running.equals(Optional.of(repair.runId()));
    running = Optional.empty();
    if (news && !windowOpen && choice.get().tellsOf(verdict.kind())) {
      notifications.show(result(verdict));
      shown = true;
    } else if (windowOpen) {
      takeAway();
    }
  }

  private void takeAway() throws PcException {
    if (shown) {
      shown = false;
      notifications.remove(TAG);
    }
  }

  private static Notification progress(RepairProgress repair) {
    return new Notification(
        TAG,
        text("toast.repair"),
        text("toast.repair.words"),
        Action.OPEN,
        List.of(new Button(text("status.running.show"), Action.OPEN)),
        Optional.of(bar(repair)),
        false);
  }

  private static Notification result(Verdict verdict) {
    return new Notification(
        TAG,
        text("verdict", verdict.kind()),
        say(verdict.words().then(verdict.next())),
        Action.OPEN,
        List.of(new Button(text("tray.open"), Action.OPEN)),
        Optional.empty(),
        false);
  }

  private static Bar bar(RepairProgress repair) {
    OptionalDouble percent = repair.percent();
    return new Bar(
        say(FixText.of(lastRung(repair).map(Rung::fix).orElse(repair.fix())).title()),
        percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent,
        percent.isPresent() ? text("repair.percent", percent.getAsDouble()) : "",
        lastRung(repair)
            .filter(rung -> !repair.proving())
            .map(rung -> stepOf(rung, RepairPage.whatNow(repair)))
            .orElse(RepairPage.whatNow(repair)));
  }

  private static Optional<Rung> lastRung(RepairProgress repair) {
    List<Rung> rungs = repair.rungs();
    return rungs.isEmpty() ? Optional.empty() : Optional.of(rungs.get(rungs.size() - 1));
  }

  private static String stepOf(Rung rung, String whatNow) {
    long begun = rung.steps().stream().filter(s -> s.state() != StepState.WAITING).count();
    return text("toast.step", Math.max(1, begun), rung.steps().size(), whatNow);
  }
}
