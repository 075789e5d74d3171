package app.regrip.session;

import app.regrip.repair.Fix;
import app.regrip.repair.JournalEntry;
import app.regrip.repair.Plan;
import app.regrip.repair.PlanBook;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.RunState;
import app.regrip.repair.RunState.PlanState;
import app.regrip.repair.Step;
import app.regrip.repair.StepResult;
import app.regrip.repair.Verdict;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.text.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a repair that is over did, step by step, by its own journal.
 *
 * @param rungs the fixes that were begun, in their order
 * @param notice why they can't be told, where they can't
 */
public record PastRepair(List<Rung> rungs, Optional<Message> notice) {

  /** They change nothing that could be put back, and keep no journal. */
  private static final Set<Fix> WITHOUT_JOURNAL = EnumSet.of(Fix.TROUBLESHOOTER, Fix.COPIES);

  /** One that did nothing. */
  private static final PastRepair NOTHING = new PastRepair(List.of(), Optional.empty());

  /** What can't be told, and why. */
  static PastRepair untold(Message why) {
    return new PastRepair(List.of(), Optional.of(why));
  }

  static PastRepair withoutJournal(Case.Entry.Tried repair) {
    return WITHOUT_JOURNAL.contains(repair.fix()) || repair.verdict().kind() == Verdict.Kind.REFUSED
        ? NOTHING
        : untold(Message.of("session.notice.steps-not-kept"));
  }

  static PastRepair of(RunState run) {
    return new PastRepair(
        run.plans().stream().map(plan -> rung(run, plan)).toList(), Optional.empty());
  }

  private static Rung rung(RunState run, PlanState state) {
    Plan plan = new PlanBook().plan(state.fix(), run.request(), run.begun().runId());
    return new Rung(
        state.fix(),
        state.why(),
        state.steps().stream().map(id -> step(id, plan.step(id), state)).toList(),
        state.isKept() ? Message.NONE : state.words(),
        state.proof().map(JournalEntry.Proof::words).orElse(Message.NONE));
  }

  /** What a step is called is not in the journal; one of another version is told by its id. */
  private static RepairProgress.Step step(String id, Optional<Step> known, PlanState plan) {
    Message title = known.map(Step::title).orElse(Message.asIs(id));
    boolean putBack = plan.isUndone(id) && known.map(Step::isPutBack).orElse(true);
    Optional<Message> trouble = plan.failed(id);
    Optional<StepResult> result = Optional.ofNullable(plan.done().get(id));
    if (trouble.isPresent()) {
      return new RepairProgress.Step(
          title, plan.isStopped(id) ? StepState.STOPPED : StepState.FAILED, trouble.get());
    } else if (result.isPresent() && !result.get().done()) {
      return new RepairProgress.Step(title, StepState.SKIPPED, result.get().words());
    } else if (putBack) {
      return new RepairProgress.Step(title, StepState.UNDONE, Message.NONE);
    } else if (result.isPresent()) {
      return new RepairProgress.Step(title, StepState.DONE, result.get().words());
    }
    return new RepairProgress.Step(
        title, plan.begun().containsKey(id) ? StepState.STOPPED : StepState.WAITING, Message.NONE);
  }
}
