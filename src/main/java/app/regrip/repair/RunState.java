package app.regrip.repair;

import app.regrip.pc.RepairSource;
import app.regrip.storage.Lines;
import app.regrip.text.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a run stands: the sum of its journal. */
public final class RunState {

  private JournalEntry.Begun begun;
  private final List<PlanState> plans = new ArrayList<>();
  private Optional<JournalEntry.AwaitsRestart> awaitsRestart = Optional.empty();
  private Optional<JournalEntry.Ended> ended = Optional.empty();
  private Optional<JournalEntry.AwaitsRestart> lastRestart = Optional.empty();
  private boolean takenBack;
  private boolean lettingGo;

  /** Since when the newest plan is at work, where nothing came in between. */
  private Optional<Instant> since = Optional.empty();

  private RunState() {}

  /** Empty where not even the first line was written: such a run touched nothing. */
  public static Optional<RunState> of(List<JournalEntry> entries) {
    RunState state = new RunState();
    entries.forEach(state::add);
    return state.begun == null ? Optional.empty() : Optional.of(state);
  }

  /** Where the run of this journal stands; empty where it touched nothing. */
  public static Optional<RunState> read(Lines journal) throws IOException {
    return of(new Journal(journal).read());
  }

  /**
   * Where the run of this journal stood when it ended with this verdict, whatever came of it later;
   * where it never did, where it stands.
   */
  public static Optional<RunState> readAsOf(Verdict verdict, Lines journal) throws IOException {
    List<JournalEntry> entries = new Journal(journal).read();
    for (int i = 0; i < entries.size(); i++) {
      if (isEnd(entries.get(i), verdict)) {
        return of(entries.subList(0, i + 1));
      }
    }
    return of(entries);
  }

  private static boolean isEnd(JournalEntry entry, Verdict verdict) {
    return entry instanceof JournalEntry.Ended end
        ? end.verdict().equals(verdict)
        : entry instanceof JournalEntry.AwaitsRestart
            && verdict.kind() == Verdict.Kind.RESTART_NEEDED;
  }

  public JournalEntry.Begun begun() {
    return begun;
  }

  public FixRequest request() {
    return new FixRequest(
        begun.fix(),
        begun.source().flatMap(RepairSource::parse),
        begun.withCatroot2(),
        begun.failed(),
        begun.onManagedPc());
  }

  /** The plans of the run so far, the running one last. */
  public List<PlanState> plans() {
    return List.copyOf(plans);
  }

  /** The plan that was cut off, if one was. */
  public Optional<PlanState> openPlan() {
    return plans.isEmpty() || plans.get(plans.size() - 1).isEnded()
        ? Optional.empty()
        : Optional.of(plans.get(plans.size() - 1));
  }

  /** What it waits for, if it waits for a restart of the PC. */
  public Optional<JournalEntry.AwaitsRestart> awaitsRestart() {
    return awaitsRestart;
  }

  public Optional<JournalEntry.Ended> ended() {
    return ended;
  }

  /** Whether somebody chose to undo it; from then on it is only taken back. */
  public boolean isBeingTakenBack() {
    return takenBack && ended.isEmpty();
  }

  /**
   * The fix to go on with after the restart it waits for or waited for; empty once that has begun.
   */
  public Optional<Fix> goOnWith() {
    return lastRestart.flatMap(JournalEntry.AwaitsRestart::goOnWith);
  }

  /** Whether it has left something on the PC. */
  public boolean hasKeptWork() {
    return plans.stream().anyMatch(PlanState::isKept);
  }

  /** Whether something that it left on the PC takes effect only with a restart. */
  public boolean asksForRestart() {
    return plans.stream()
        .filter(PlanState::isKept)
        .flatMap(plan -> plan.done().values().stream())
        .anyMatch(StepResult::restartNeeded);
  }

  /** Whether what it has set aside is, or was being, deleted. */
  public boolean isLettingGo() {
    return lettingGo;
  }

  /** Whether it has left something on the PC, and has all that it takes to take that back. */
  public boolean canBeTakenBack() {
    return hasKeptWork() && !lettingGo;
  }

  private void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.LettingGo) {
      lettingGo = true;
    } else if (entry instanceof JournalEntry.Begun e) {
      begun = e;
      since = Optional.of(e.at());
    } else if (entry instanceof JournalEntry.Planned e) {
      plans.add(new PlanState(e));
      lastRestart = Optional.empty();
    } else if (entry instanceof JournalEntry.AwaitsRestart e) {
      awaitsRestart = Optional.of(e);
      lastRestart = awaitsRestart;
      since = Optional.empty();
    } else if (entry instanceof JournalEntry.TakenUp e) {
      since = Optional.empty();
      awaitsRestart = Optional.empty();
      ended = Optional.empty();
      takenBack |= e.choice() == RecoveryChoice.UNDO;
    } else if (entry instanceof JournalEntry.Ended e) {
      ended = Optional.of(e);
      takenBack = false;
    } else if (entry instanceof JournalEntry.Reopened e) {
      plans.stream().filter(p -> p.fix() == e.fix()).reduce((a, b) -> b).ifPresent(this::reopen);
    } else if (!plans.isEmpty()) {
      plans.get(plans.size() - 1).add(entry);
      time(plans.get(plans.size() - 1), entry);
    }
  }

  private void time(PlanState plan, JournalEntry entry) {
    if (entry instanceof JournalEntry.Proof e) {
      plan.took = since.map(begin -> Duration.between(begin, e.at()));
      since = Optional.of(e.at());
    } else if (entry instanceof JournalEntry.PlanEnded e && !e.kept()) {
      since = Optional.empty();
    }
  }

  private void reopen(PlanState plan) {
    plan.reopen();
    plans.remove(plan);
    plans.add(plan);
  }

  /** Where one plan of the run stands. */
  public static final class PlanState {
    private final JournalEntry.Planned planned;
    private final Map<String, UndoData> begun = new LinkedHashMap<>();
    private final Map<String, StepResult> done = new LinkedHashMap<>();
    private final Map<String, Message> failed = new LinkedHashMap<>();
    private final Set<String> undone = new HashSet<>();
    private Optional<JournalEntry.Proof> proof = Optional.empty();
    private Optional<Duration> took = Optional.empty();
    private boolean puttingBack;
    private Optional<JournalEntry.PlanEnded> ended = Optional.empty();

    PlanState(JournalEntry.Planned planned) {
      this.planned = planned;
    }

    public Fix fix() {
      return planned.fix();
    }

    public Message why() {
      return planned.why();
    }

    public List<String> steps() {
      return planned.steps();
    }

    /** The steps that may have touched something, with how things were before them, in order. */
    public Map<String, UndoData> begun() {
      return begun;
    }

    public Map<String, StepResult> done() {
      return done;
    }

    /** Why that step did not do what it is for, or was stopped in the middle of it. */
    public Optional<Message> failed(String step) {
      return Optional.ofNullable(failed.get(step))
          .filter(why -> begun.containsKey(step) || !why.equals(StepFailedException.BY_THE_USER));
    }

    /** Whether that step ended early because the user wished it. */
    public boolean isStopped(String step) {
      return failed(step).filter(StepFailedException.BY_THE_USER::equals).isPresent();
    }

    /** Whether what that step changed was put back. */
    public boolean isUndone(String step) {
      return undone.contains(step);
    }

    /** What Windows said to the question after it, if it was asked. */
    public Optional<JournalEntry.Proof> proof() {
      return proof;
    }

    /** How long it took, with the question after it; empty where something cut it off. */
    public Optional<Duration> took() {
      return took;
    }

    /** What came of it; empty as long as it has not ended. */
    public Message words() {
      return ended.map(JournalEntry.PlanEnded::words).orElse(Message.NONE);
    }

    /** Whether it found something to mend; a plan that only looked has not. */
    boolean changedSomething() {
      return done.values().stream().anyMatch(StepResult::changedSomething);
    }

    public boolean isPuttingBack() {
      return puttingBack;
    }

    public boolean isEnded() {
      return ended.isPresent();
    }

    /** Whether it ended and its work stands. */
    public boolean isKept() {
      return ended.map(JournalEntry.PlanEnded::kept).orElse(false);
    }

    /** "Interrupted at step 3 of 7": counts from 1. */
    public int currentStep() {
      return Math.min(steps().size(), puttingBack ? Math.max(1, begun.size()) : done.size() + 1);
    }

    private void reopen() {
      puttingBack = true;
      ended = Optional.empty();
    }

    private void add(JournalEntry entry) {
      if (entry instanceof JournalEntry.Intent e) {
        begun.putIfAbsent(e.step(), e.before());
      } else if (entry instanceof JournalEntry.Done e) {
        done.put(e.step(), e.result());
      } else if (entry instanceof JournalEntry.Failed e) {
        failed.put(e.step(), e.words());
      } else if (entry instanceof JournalEntry.Undone e) {
        undone.add(e.step());
      } else if (entry instanceof JournalEntry.Proof e) {
        proof = Optional.of(e);
      } else if (entry instanceof JournalEntry.PuttingBack) {
        puttingBack = true;
        ended = Optional.empty();
      } else if (entry instanceof JournalEntry.PlanEnded e) {
        ended = Optional.of(e);
      }
    }
  }
}
