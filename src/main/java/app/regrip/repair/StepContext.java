package app.regrip.repair;

import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a step works with: the PC, the time, the user's wish to stop, a way to tell how it goes, and
 * what earlier steps of its plan found.
 */
public final class StepContext {

  private final Pc pc;
  private final Clock clock;
  private final Pause pause;
  private final Cancellation cancellation;
  private final Consumer<RepairEvent> events;
  private final Map<String, UndoData> befores = new HashMap<>();
  private final Map<String, StepResult> results = new HashMap<>();

  /** Waiting, so that tests need not. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration howLong) throws InterruptedException;
  }

  public StepContext(
      Pc pc, Clock clock, Pause pause, Cancellation cancellation, Consumer<RepairEvent> events) {
    this.pc = pc;
    this.clock = clock;
    this.pause = pause;
    this.cancellation = cancellation;
    this.events = events;
  }

  public Pc pc() {
    return pc;
  }

  public Clock clock() {
    return clock;
  }

  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * @param percent 0 to 100 @param note a plain word for the user, or empty
   */
  public void progressed(double percent, Message note) {
    tell(new RepairEvent.StepProgressed(percent, note));
  }

  /** A wait that the user should know of: what for, and how long at most. */
  public void waits(Message words) {
    progressed(0, words);
    said(words);
  }

  /** For the log on demand. */
  public void said(Message line) {
    tell(new RepairEvent.Said(line));
  }

  /** As it stands: the line of a program. */
  public void said(String line) {
    said(Message.asIs(line));
  }

  public void tell(RepairEvent event) {
    events.accept(event);
  }

  /** Waits, unless the user has asked to stop. */
  public void pause(Duration howLong) throws StepFailedException {
    stopIfAsked();
    try {
      pause.of(howLong);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StepFailedException.cancelled();
    }
    stopIfAsked();
  }

  /** Waits whatever the user has asked for: while things are put back, for example. */
  public void settle(Duration howLong) {
    try {
      pause.of(howLong);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the step here if the user has asked to stop. */
  public void stopIfAsked() throws StepFailedException {
    if (cancellation.isRequested()) {
      throw StepFailedException.cancelled();
    }
  }

  /** How things were before an earlier step of this plan. */
  public UndoData beforeOf(String stepId) {
    return befores.getOrDefault(stepId, UndoData.NOTHING);
  }

  Optional<UndoData> knownBefore(String stepId) {
    return Optional.ofNullable(befores.get(stepId));
  }

  /** What an earlier step of this plan found. */
  public StepResult resultOf(String stepId) {
    return results.getOrDefault(stepId, StepResult.skipped(Message.NONE));
  }

  void remember(String stepId, UndoData before) {
    befores.put(stepId, before);
  }

  void remember(String stepId, StepResult result) {
    results.put(stepId, result);
  }

  /** The same workplace for the next plan, which knows nothing of this one's steps. */
  StepContext forNextPlan() {
    return new StepContext(pc, clock, pause, cancellation, events);
  }
}
