package app.regrip.session;

import app.regrip.helper.EventLine;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.RepairLock;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.repair.JournalEntry;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RunState;
import app.regrip.repair.RunState.PlanState;
import app.regrip.repair.Verdict;
import app.regrip.repair.steps.KeepUpdateHistory;
import app.regrip.session.MachineHistory.EndedRun;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the repair that was cut off, if there is one: a run with no end whose helper is gone. */
final class OpenRuns {

  private final FolderRunStore runs;
  private final PcFacts facts;

  OpenRuns(FolderRunStore runs, PcFacts facts) {
    this.runs = runs;
    this.facts = facts;
  }

  /** The helper that is at work, and on which run. One that has told its verdict only ends. */
  Optional<RepairLock.Holder> running() {
    return runs.lock().holder().filter(helper -> !hasToldItsVerdict(helper));
  }

  private boolean hasToldItsVerdict(RepairLock.Holder helper) {
    try (Stream<String> told = Files.lines(runs.events(helper.runId(), helper.turn()))) {
      return told.reduce((before, last) -> last)
          .flatMap(EventLine::read)
          .filter(RepairEvent.RunEnded.class::isInstance)
          .isPresent();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** The newest one that was cut off. */
  Optional<InterruptedRepair> newestInterrupted() throws IOException {
    Optional<String> running = running().map(RepairLock.Holder::runId);
    return newestFirst()
        .filter(id -> !running.equals(Optional.of(id)))
        .flatMap(id -> state(id).stream())
        .filter(run -> run.ended().isEmpty())
        .findFirst()
        .map(this::describe);
  }

  /** Their journals are read one by one, until somebody has what he looks for. */
  private Stream<String> newestFirst() throws IOException {
    List<String> ids = new ArrayList<>(runs.runIds());
    Collections.reverse(ids);
    return ids.stream();
  }

  /** Windows' list of past updates as all runs have kept it, newest first, each line once. */
  List<UpdateHistoryEntry> keptWindowsHistory() throws IOException {
    return runs.runIds().stream()
        .flatMap(id -> state(id).stream())
        .flatMap(run -> KeepUpdateHistory.keptBy(run).stream())
        .distinct()
        .sorted(Comparator.comparing(UpdateHistoryEntry::date).reversed())
        .toList();
  }

  /** What has ended on this PC, told by the journals alone. */
  MachineHistory ended() throws IOException {
    List<EndedRun> ended = new ArrayList<>();
    int unreadable = 0;
    for (String runId : runs.runIds()) {
      try {
        RunState.read(runs.journal(runId)).flatMap(OpenRuns::ended).ifPresent(ended::add);
      } catch (IOException e) {
        unreadable++;
      }
    }
    ended.sort(Comparator.comparing(EndedRun::endedAt).reversed());
    return new MachineHistory(
        List.copyOf(ended),
        unreadable == 0
            ? Optional.empty()
            : Optional.of(Message.of("session.notice.journals-passed-over", unreadable)));
  }

  /** What a repair did, as things stood when it ended so. */
  PastRepair past(Case.Entry.Tried repair) {
    try {
      return RunState.readAsOf(repair.verdict(), runs.journal(repair.runId()))
          .map(PastRepair::of)
          .orElseGet(() -> PastRepair.withoutJournal(repair));
    } catch (IOException e) {
      return PastRepair.untold(Message.of("session.notice.steps-unreadable"));
    }
  }

  /** How long that fix took in the newest run that carried it out without being cut off. */
  Optional<Duration> lastTook(Fix fix) throws IOException {
    return newestFirst()
        .flatMap(id -> state(id).stream())
        .flatMap(run -> run.plans().stream())
        .filter(plan -> plan.fix() == fix)
        .flatMap(plan -> plan.took().stream())
        .findFirst();
  }

  private static Optional<EndedRun> ended(RunState run) {
    JournalEntry.Begun begun = run.begun();
    return run.ended()
        .map(
            end ->
                new EndedRun(
                    begun.runId(),
                    begun.fix(),
                    begun.failed(),
                    begun.at(),
                    end.at(),
                    end.verdict()));
  }

  /** How a run ended, by its own journal. */
  Optional<Verdict> verdict(String runId) {
    return state(runId).flatMap(RunState::ended).map(JournalEntry.Ended::verdict);
  }

  /** What a run was for. */
  Optional<Failure> failed(String runId) {
    return state(runId).flatMap(state -> state.begun().failed());
  }

  /** Whether a run has changed something that stands. */
  boolean hasKeptWork(String runId) {
    return state(runId).map(RunState::hasKeptWork).orElse(false);
  }

  /** Whether what it did is complete only after a restart of the PC, which has not come yet. */
  boolean isRestartDue(String runId) {
    return state(runId)
        .filter(RunState::asksForRestart)
        .filter(run -> !run.begun().bootId().isEmpty() && run.begun().bootId().equals(bootId()))
        .isPresent();
  }

  boolean canBeTakenBack(String runId) {
    return state(runId).map(RunState::canBeTakenBack).orElse(false);
  }

  /** Empty too where the journal can't be read: another version of Regrip may have written it. */
  private Optional<RunState> state(String runId) {
    try {
      return RunState.read(runs.journal(runId));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private InterruptedRepair describe(RunState state) {
    boolean waits = state.awaitsRestart().isPresent();
    boolean notRestartedYet =
        state
            .awaitsRestart()
            .map(w -> bootId().isEmpty() || w.bootId().equals(bootId()))
            .orElse(false);
    Optional<PlanState> plan = state.openPlan();
    int step = plan.map(PlanState::currentStep).orElse(0);
    int steps = plan.map(p -> p.steps().size()).orElse(0);
    Message fix = FixText.of(plan.map(PlanState::fix).orElse(state.begun().fix())).title();
    Message words;
    if (state.isBeingTakenBack()) {
      words = Message.of("session.interrupted.taking-back", fix);
    } else if (waits && notRestartedYet) {
      words = Message.of("session.interrupted.awaits-restart", state.awaitsRestart().get().words());
    } else if (waits) {
      words = Message.of("session.interrupted.restarted");
    } else if (plan.isPresent()) {
      words = Message.of("session.interrupted.at-step", fix, step, steps);
    } else {
      words = Message.of("session.interrupted.early", fix);
    }
    return new InterruptedRepair(
        state.begun().runId(),
        state.begun().fix(),
        state.begun().at(),
        step,
        steps,
        words,
        waits && notRestartedYet);
  }

  private String bootId() {
    try {
      return facts.bootId();
    } catch (PcException e) {
      return "";
    }
  }
}
