package app.regrip.session;

import app.regrip.repair.Fix;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A repair as a window shows it: the sum of its {@link RepairEvent}s so far.
 *
 * @param fix what was asked for
 * @param rungs the fixes begun so far, the running one last
 * @param percent of the running step, where it tells
 * @param note a plain word on the running step, or empty
 * @param cancellable whether asking to cancel ends the running step early
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
    OptionalDouble percent,
    String note,
    boolean cancellable,
    boolean cancelRequested,
    boolean followed,
    boolean proving,
    List<String> log,
    Optional<Verdict> verdict) {

  public static final int LOG_LINES = 2000;

  private static final Set<Verdict.Kind> OPEN_ENDS =
      Set.of(Verdict.Kind.INTERRUPTED, Verdict.Kind.RESTART_NEEDED);

  /**
   * One fix of the ladder.
   *
   * @param words why it failed, once it has
   * @param proof what the check for updates after it said, once it has
   */
  public record Rung(Fix fix, String why, List<Step> steps, String words, String proof) {
    public Rung(Fix fix, String why, List<Step> steps, String words) {
      this(fix, why, steps, words, "");
    }

    /** What is to be said below its steps: what came of it, unless that has been said above. */
    public String conclusion() {
      boolean said = words.equals(why) || steps.stream().anyMatch(s -> s.words().equals(words));
      return !proof.isEmpty() ? proof : said ? "" : words;
    }
  }

  /** One step of a fix. */
  public record Step(String title, StepState state, String words) {
    Step to(StepState next, String nextWords) {
      return new Step(title, next, nextWords);
    }
  }

  public static RepairProgress starting(String runId, Fix fix, Instant now) {
    return new RepairProgress(
        runId,
        fix,
        now,
        List.of(),
        OptionalDouble.empty(),
        "",
        true,
        false,
        false,
        false,
        List.of(),
        Optional.empty());
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
      return new RepairProgress(
          e.runId(),
          e.fix(),
          e.startedAt(),
          rungs,
          percent,
          note,
          cancellable,
          cancelRequested,
          followed,
          false,
          log,
          verdict);
    } else if (event instanceof RepairEvent.RungStarted e) {
      List<Step> steps = e.steps().stream().map(t -> new Step(t, StepState.WAITING, "")).toList();
      return with(
          plus(rungs, new Rung(e.fix(), e.why(), steps, "")),
          OptionalDouble.empty(),
          "",
          cancellable,
          false);
    } else if (event instanceof RepairEvent.StepStarted e) {
      return with(
          step(e.step(), StepState.RUNNING, ""),
          OptionalDouble.empty(),
          "",
          e.cancellable(),
          false);
    } else if (event instanceof RepairEvent.StepProgressed e) {
      OptionalDouble shown = proving ? OptionalDouble.empty() : OptionalDouble.of(e.percent());
      return with(rungs, shown, e.note(), cancellable, proving);
    } else if (event instanceof RepairEvent.StepEnded e) {
      return with(
          step(e.step(), e.state(), e.words()), OptionalDouble.empty(), "", cancellable, false);
    } else if (event instanceof RepairEvent.RungEnded e) {
      List<Rung> all = new ArrayList<>(rungs);
      if (!all.isEmpty()) {
        Rung last = all.remove(all.size() - 1);
        all.add(new Rung(last.fix(), last.why(), last.steps(), e.words(), last.proof()));
      }
      return with(all, OptionalDouble.empty(), "", cancellable, false);
    } else if (event instanceof RepairEvent.ProofStarted) {
      return with(rungs, OptionalDouble.empty(), "", true, true);
    } else if (event instanceof RepairEvent.ProofEnded e) {
      return with(proven(e.words()), OptionalDouble.empty(), "", cancellable, false);
    } else if (event instanceof RepairEvent.Said e) {
      List<String> lines = plus(log, e.line());
      List<String> newest = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return new RepairProgress(
          runId,
          fix,
          startedAt,
          rungs,
          percent,
          note,
          cancellable,
          cancelRequested,
          followed,
          proving,
          List.copyOf(newest),
          verdict);
    } else if (event instanceof RepairEvent.RunEnded e) {
      return new RepairProgress(
          runId,
          fix,
          startedAt,
          withNothingRunning(),
          OptionalDouble.empty(),
          "",
          false,
          cancelRequested,
          followed,
          false,
          log,
          Optional.of(e.verdict()));
    }
    throw new IllegalArgumentException("not a repair event: " + event);
  }

  public RepairProgress cancelling() {
    return new RepairProgress(
        runId,
        fix,
        startedAt,
        rungs,
        percent,
        note,
        cancellable,
        true,
        followed,
        proving,
        log,
        verdict);
  }

  /** This, as one that was started elsewhere. */
  public RepairProgress asFollowed() {
    return new RepairProgress(
        runId,
        fix,
        startedAt,
        rungs,
        percent,
        note,
        cancellable,
        cancelRequested,
        true,
        proving,
        log,
        verdict);
  }

  private RepairProgress with(
      List<Rung> rungs, OptionalDouble percent, String note, boolean cancellable, boolean proving) {
    return new RepairProgress(
        runId,
        fix,
        startedAt,
        List.copyOf(rungs),
        percent,
        note,
        cancellable,
        cancelRequested,
        followed,
        proving,
        log,
        verdict);
  }

  private List<Rung> step(int index, StepState state, String words) {
    List<Rung> all = new ArrayList<>(rungs);
    if (all.isEmpty()) {
      return all;
    }
    Rung last = all.remove(all.size() - 1);
    List<Step> steps = new ArrayList<>(last.steps());
    if (index >= 0 && index < steps.size()) {
      Step before = steps.get(index);
      steps.set(index, before.state() == StepState.FAILED ? before : before.to(state, words));
    }
    all.add(new Rung(last.fix(), last.why(), List.copyOf(steps), last.words(), last.proof()));
    return all;
  }

  /** After the end nothing runs: what did was cut off. */
  private List<Rung> withNothingRunning() {
    return rungs.stream()
        .map(
            rung ->
                new Rung(
                    rung.fix(),
                    rung.why(),
                    rung.steps().stream()
                        .map(
                            step ->
                                step.state() == StepState.RUNNING
                                    ? step.to(StepState.STOPPED, "")
                                    : step)
                        .toList(),
                    rung.words(),
                    rung.proof()))
        .toList();
  }

  private List<Rung> proven(String words) {
    List<Rung> all = new ArrayList<>(rungs);
    if (!all.isEmpty()) {
      Rung last = all.remove(all.size() - 1);
      all.add(new Rung(last.fix(), last.why(), last.steps(), last.words(), words));
    }
    return all;
  }

  private static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }
}
