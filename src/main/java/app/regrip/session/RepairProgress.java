package app.regrip.session;

import app.regrip.repair.Fix;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A repair as a window shows it: the sum of its {@link RepairEvent}s so far.
 *
 * @param fix what was asked for
 * @param rungs the fixes begun so far, the running one last
 * @param now what is at work
 * @param followed whether another Regrip has started it, or this one before it was started anew:
 *     then it can't be stopped from here
 * @param log the newest lines, at most {@link #LOG_LINES}
 * @param verdict present once it has ended
 */
public record RepairProgress(
    String runId,
    Fix fix,
    Instant startedAt,
    List<Rung> rungs,
    Now now,
    boolean cancelRequested,
    boolean followed,
    List<Message> log,
    Optional<Verdict> verdict) {

  public static final int LOG_LINES = 2000;

  private static final Set<Verdict.Kind> OPEN_ENDS =
      Set.of(Verdict.Kind.INTERRUPTED, Verdict.Kind.RESTART_NEEDED);

  /**
   * What is at work.
   *
   * @param percent of the running step, where it tells
   * @param note a plain word on the running step, or empty
   * @param cancellable whether asking to cancel ends the running step early
   * @param proving whether Windows is asked if updates work, and no step runs
   */
  public record Now(OptionalDouble percent, Message note, boolean cancellable, boolean proving) {

    /** No step that tells how far it is, and no proof. */
    static Now quiet(boolean cancellable) {
      return new Now(OptionalDouble.empty(), Message.NONE, cancellable, false);
    }
  }

  /**
   * One fix of the ladder.
   *
   * @param words why it failed, once it has
   * @param proof what the check for updates after it said, once it has
   */
  public record Rung(Fix fix, Message why, List<Step> steps, Message words, Message proof) {
    public Rung(Fix fix, Message why, List<Step> steps, Message words) {
      this(fix, why, steps, words, Message.NONE);
    }

    Rung with(List<Step> changed) {
      return new Rung(fix, why, changed, words, proof);
    }

    Rung ended(Message said) {
      return new Rung(fix, why, steps, said, proof);
    }

    Rung proven(Message said) {
      return new Rung(fix, why, steps, words, said);
    }

    /** What is to be said below its steps: what came of it, unless that has been said above. */
    public Message conclusion() {
      boolean said = words.equals(why) || steps.stream().anyMatch(s -> s.words().equals(words));
      return !proof.isEmpty() ? proof : said ? Message.NONE : words;
    }
  }

  /** One step of a fix. */
  public record Step(Message title, StepState state, Message words) {
    Step to(StepState next, Message nextWords) {
      return new Step(title, next, nextWords);
    }
  }

  public static RepairProgress starting(String runId, Fix fix, Instant now) {
    return new RepairProgress(
        runId, fix, now, List.of(), Now.quiet(true), false, false, List.of(), Optional.empty());
  }

  public OptionalDouble percent() {
    return now.percent();
  }

  public Message note() {
    return now.note();
  }

  public boolean cancellable() {
    return now.cancellable();
  }

  public boolean proving() {
    return now.proving();
  }

  /** One that ended where its steps could not be watched. */
  static RepairProgress ended(String runId, Fix fix, Instant startedAt, Verdict verdict) {
    return starting(runId, fix, startedAt).after(new RepairEvent.RunEnded(verdict));
  }

  /** Whether it has ended in a way that another process may go on from. */
  boolean isOpenEnded() {
    return verdict.map(Verdict::kind).filter(OPEN_ENDS::contains).isPresent();
  }

  /** This, after {@code event}. */
  public RepairProgress after(RepairEvent event) {
    if (event instanceof RepairEvent.RunStarted e) {
      Now begun = new Now(percent(), note(), cancellable(), false);
      return new RepairProgress(
          e.runId(), e.fix(), e.startedAt(), rungs, begun, cancelRequested, followed, log, verdict);
    } else if (event instanceof RepairEvent.RungStarted e) {
      List<Step> steps =
          e.steps().stream().map(t -> new Step(t, StepState.WAITING, Message.NONE)).toList();
      return with(
          plus(rungs, new Rung(e.fix(), e.why(), steps, Message.NONE)), Now.quiet(cancellable()));
    } else if (event instanceof RepairEvent.StepStarted e) {
      return with(step(e.step(), StepState.RUNNING, Message.NONE), Now.quiet(e.cancellable()));
    } else if (event instanceof RepairEvent.StepProgressed e) {
      OptionalDouble shown = proving() ? OptionalDouble.empty() : OptionalDouble.of(e.percent());
      return with(rungs, new Now(shown, e.note(), cancellable(), proving()));
    } else if (event instanceof RepairEvent.StepEnded e) {
      return with(step(e.step(), e.state(), e.words()), Now.quiet(cancellable()));
    } else if (event instanceof RepairEvent.RungEnded e) {
      return with(withLast(rung -> rung.ended(e.words())), Now.quiet(cancellable()));
    } else if (event instanceof RepairEvent.ProofStarted) {
      return with(rungs, new Now(OptionalDouble.empty(), Message.NONE, true, true));
    } else if (event instanceof RepairEvent.ProofEnded e) {
      return with(withLast(rung -> rung.proven(e.words())), Now.quiet(cancellable()));
    } else if (event instanceof RepairEvent.Said e) {
      List<Message> lines = plus(log, e.line());
      List<Message> newest = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return with(rungs, now, cancelRequested, followed, List.copyOf(newest), verdict);
    } else if (event instanceof RepairEvent.RunEnded e) {
      Optional<Verdict> end = Optional.of(e.verdict());
      return with(withNothingRunning(), Now.quiet(false), cancelRequested, followed, log, end);
    }
    throw new IllegalArgumentException("not a repair event: " + event);
  }

  public RepairProgress cancelling() {
    return with(rungs, now, true, followed, log, verdict);
  }

  /** This, as one that was started elsewhere. */
  public RepairProgress asFollowed() {
    return with(rungs, now, cancelRequested, true, log, verdict);
  }

  private RepairProgress with(List<Rung> rungs, Now now) {
    return with(rungs, now, cancelRequested, followed, log, verdict);
  }

  private RepairProgress with(
      List<Rung> rungs,
      Now now,
      boolean cancelRequested,
      boolean followed,
      List<Message> log,
      Optional<Verdict> verdict) {
    return new RepairProgress(
        runId, fix, startedAt, rungs, now, cancelRequested, followed, log, verdict);
  }

  private List<Rung> step(int index, StepState state, Message words) {
    return withLast(
        rung -> {
          List<Step> steps = new ArrayList<>(rung.steps());
          if (index >= 0 && index < steps.size()) {
            Step before = steps.get(index);
            steps.set(index, stays(before, state) ? before : before.to(state, words));
          }
          return rung.with(List.copyOf(steps));
        });
  }

  /** Where nothing had to be done there is nothing to put back. */
  private static boolean stays(Step step, StepState next) {
    return step.state() == StepState.FAILED
        || step.state() == StepState.SKIPPED && next == StepState.UNDONE;
  }

  /** The rungs, with the last one changed where there is one. */
  private List<Rung> withLast(UnaryOperator<Rung> change) {
    if (rungs.isEmpty()) {
      return rungs;
    }
    int last = rungs.size() - 1;
    return plus(rungs.subList(0, last), change.apply(rungs.get(last)));
  }

  /** After the end nothing runs: what did was cut off. */
  private List<Rung> withNothingRunning() {
    return rungs.stream()
        .map(rung -> rung.with(rung.steps().stream().map(RepairProgress::stopped).toList()))
        .toList();
  }

  private static Step stopped(Step step) {
    return step.state() == StepState.RUNNING ? step.to(StepState.STOPPED, Message.NONE) : step;
  }

  private static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
