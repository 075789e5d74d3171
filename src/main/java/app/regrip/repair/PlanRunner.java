package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.StepFailedException.Reaction;
import app.regrip.text.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Carries out a plan so that it can be cut off at any instant: what a step is about to change is in
 * the journal before the step acts, and a step that fails takes all that came before it back. If
 * even that fails, the plan stays open in the journal and is offered again at the next start.
 */
final class PlanRunner {

  private static final HResult DISK_FULL = HResult.ofWin32(112);

  private final Journal journal;
  private final StepContext context;

  PlanRunner(Journal journal, StepContext context) {
    this.journal = journal;
    this.context = context;
  }

  /** How a plan came out. */
  sealed interface Outcome {

    /**
     * @param changedSomething false where all that the fix looks at was as it should be
     */
    record Kept(Message words, boolean restartNeeded, boolean changedSomething)
        implements Outcome {}

    /** All is as it was before the plan. */
    record PutBack(StepFailedException why) implements Outcome {}

    /** Something could not be put back; the plan stays open. */
    record Stuck(StepFailedException why, List<Message> notPutBack) implements Outcome {}
  }

  Outcome run(Plan plan, Message why) {
    context.tell(new RepairEvent.RungStarted(plan.fix(), why, plan.titles()));
    try {
      journal.write(
          new JournalEntry.Planned(plan.fix(), why, plan.steps().stream().map(Step::id).toList()));
    } catch (IOException e) {
      return ended(plan, new Outcome.PutBack(journalFailed(e)));
    }
    return carryOut(plan, 0);
  }

  /** Goes on with a plan that was cut off. */
  Outcome finish(Plan plan, RunState.PlanState state) {
    context.tell(new RepairEvent.RungStarted(plan.fix(), state.why(), plan.titles()));
    remember(state);
    int first = 0;
    while (first < plan.steps().size() && state.done().containsKey(plan.steps().get(first).id())) {
      context.tell(
          new RepairEvent.StepEnded(
              first, StepState.DONE, state.done().get(plan.steps().get(first).id()).words()));
      first++;
    }
    for (Step step : plan.steps().subList(0, first)) {
      try {
        doAgainUnlessItHolds(step, state);
      } catch (StepFailedException | PcException | RuntimeException e) {
        return ended(plan, undo(plan, plan.steps().subList(0, first), asFailure(step, e)));
      }
    }
    return carryOut(plan, first);
  }

  /**
   * What the journal calls done may not be so any more: a restart of the PC starts services again,
   * and a plan whose putting back could not be written down has been put back all the same.
   */
  private void doAgainUnlessItHolds(Step step, RunState.PlanState state)
      throws StepFailedException, PcException {
    boolean over = step.holdsUntil().map(state.done()::containsKey).orElse(false);
    if (over) {
      return;
    }
    UndoData before = context.beforeOf(step.id());
    try {
      step.verify(context, before);
    } catch (StepFailedException e) {
      step.apply(context, before);
      step.verify(context, before);
    }
  }

  /**
   * Takes back all that a plan did, whether it was cut off, or ended well and is now unwanted. What
   * is undone already is undone once more: a restart of the PC may have started services again that
   * had been stopped for it, and what is repeated late must not have the last word over an earlier
   * step.
   */
  Outcome putBack(Plan plan, RunState.PlanState state, StepFailedException why) {
    context.tell(new RepairEvent.RungStarted(plan.fix(), why.why(), plan.titles()));
    remember(state);
    List<Step> begun =
        plan.steps().stream().filter(s -> state.begun().containsKey(s.id())).toList();
    begun.stream()
        .filter(step -> !step.isPutBack())
        .forEach(
            step ->
                context.tell(
                    new RepairEvent.StepEnded(
                        plan.steps().indexOf(step),
                        StepState.SKIPPED,
                        Message.of("repair.step.nothing-to-put-back"))));
    return ended(plan, undo(plan, begun, why));
  }

  private void remember(RunState.PlanState state) {
    state.begun().forEach(context::remember);
    state.done().forEach(context::remember);
  }

  private Outcome carryOut(Plan plan, int first) {
    List<Step> begun = new ArrayList<>(plan.steps().subList(0, first));
    boolean restartNeeded =
        plan.steps().stream().anyMatch(s -> context.resultOf(s.id()).restartNeeded());
    Message words = Message.NONE;
    for (int i = first; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      try {
        context.stopIfAsked();
        UndoData before = begin(step);
        begun.add(step);
        context.tell(new RepairEvent.StepStarted(i, step.isCancellable()));
        StepResult result = applied(step, before);
        journal.write(new JournalEntry.Done(step.id(), result));
        context.remember(step.id(), result);
        restartNeeded |= result.restartNeeded();
        words = result.words().isEmpty() ? words : result.words();
        context.tell(
            new RepairEvent.StepEnded(
                i, result.done() ? StepState.DONE : StepState.SKIPPED, result.words()));
      } catch (StepFailedException | PcException | IOException | RuntimeException e) {
        StepFailedException why = asFailure(step, e);
        boolean stopped = why.reaction() == Reaction.CANCELLED;
        if (!stopped || begun.contains(step)) {
          context.tell(
              new RepairEvent.StepEnded(
                  i, stopped ? StepState.STOPPED : StepState.FAILED, why.why()));
        }
        writeIfPossible(new JournalEntry.Failed(step.id(), why.why()));
        return ended(plan, undo(plan, begun, why));
      }
    }
    try {
      journal.write(new JournalEntry.PlanEnded(plan.fix(), true, words));
    } catch (IOException e) {
      return ended(plan, undo(plan, begun, journalFailed(e)));
    }
    return ended(plan, new Outcome.Kept(words, restartNeeded, changedSomething(plan)));
  }

  private boolean changedSomething(Plan plan) {
    return plan.steps().stream().anyMatch(s -> context.resultOf(s.id()).changedSomething());
  }

  /** What must hold for a while may be ended by others at once; then it is done once more. */
  private StepResult applied(Step step, UndoData before) throws PcException, StepFailedException {
    StepResult result = step.apply(context, before);
    try {
      step.verify(context, before);
      return result;
    } catch (StepFailedException e) {
      if (step.holdsUntil().isEmpty()) {
        throw e;
      }
    }
    result = step.apply(context, before);
    step.verify(context, before);
    return result;
  }

  /**
   * A step that was begun before a crash keeps the {@link UndoData} of that time: what it would see
   * now may be its own doing.
   */
  private UndoData begin(Step step) throws PcException, IOException {
    Optional<UndoData> known = context.knownBefore(step.id());
    if (known.isPresent()) {
      return known.get();
    }
    UndoData before = step.capture(context);
    journal.write(new JournalEntry.Intent(step.id(), before));
    context.remember(step.id(), before);
    return before;
  }

  private Outcome undo(Plan plan, List<Step> begun, StepFailedException why) {
    writeIfPossible(new JournalEntry.PuttingBack(why.why()));
    List<Message> notPutBack = new ArrayList<>();
    List<Step> backwards = new ArrayList<>(begun);
    Collections.reverse(backwards);
    for (Step step : backwards) {
      try {
        step.undo(context, context.beforeOf(step.id()));
        journal.write(new JournalEntry.Undone(step.id()));
        if (step.isPutBack()) {
          context.tell(
              new RepairEvent.StepEnded(
                  plan.steps().indexOf(step), StepState.UNDONE, Message.NONE));
        }
      } catch (PcException | RuntimeException e) {
        notPutBack.add(Message.of("repair.stuck.step", step.title(), PcException.what(e)));
        context.said(Message.of("repair.said.not-put-back", step.title(), PcException.what(e)));
      } catch (IOException e) {
        notPutBack.add(Message.of("repair.stuck.journal", String.valueOf(e.getMessage())));
      }
    }
    if (notPutBack.isEmpty()) {
      try {
        journal.write(new JournalEntry.PlanEnded(plan.fix(), false, why.why()));
        return new Outcome.PutBack(why);
      } catch (IOException e) {
        notPutBack.add(Message.of("repair.stuck.journal", String.valueOf(e.getMessage())));
      }
    }
    return new Outcome.Stuck(why, List.copyOf(notPutBack));
  }

  private Outcome ended(Plan plan, Outcome outcome) {
    Message whyNot =
        outcome instanceof Outcome.PutBack back
            ? back.why().why()
            : outcome instanceof Outcome.Stuck stuck ? stuck.why().why() : Message.NONE;
    context.tell(new RepairEvent.RungEnded(plan.fix(), outcome instanceof Outcome.Kept, whyNot));
    return outcome;
  }

  private void writeIfPossible(JournalEntry entry) {
    try {
      journal.write(entry);
    } catch (IOException e) {
      context.said(Message.of("repair.said.journal-not-written", String.valueOf(e.getMessage())));
    }
  }

  private static StepFailedException asFailure(Step step, Exception e) {
    if (e instanceof StepFailedException failure) {
      return failure;
    }
    if (e instanceof IOException io) {
      return journalFailed(io);
    }
    if (e instanceof PcException pc && pc.isWin32(5)) {
      return new StepFailedException(
          Message.of("repair.why.access-denied", pc.what()),
          Message.of("repair.why.access-denied.next"),
          Optional.of(pc.code()),
          Reaction.TRY_NEXT_FIX);
    }
    if (e instanceof PcException pc && pc.code().equals(DISK_FULL)) {
      return new StepFailedException(
          Message.of("repair.why.disk-full", pc.what()),
          Message.of("repair.why.disk-full.next"),
          Optional.of(pc.code()),
          Reaction.ASK_THE_USER);
    }
    Optional<HResult> code =
        e instanceof PcException pc ? Optional.of(pc.code()) : Optional.empty();
    return new StepFailedException(
        Message.of("repair.why.step-failed", step.title(), PcException.what(e)),
        Message.of("repair.why.step-failed.next"),
        code,
        Reaction.TRY_NEXT_FIX);
  }

  private static StepFailedException journalFailed(IOException e) {
    return new StepFailedException(
        Message.of("repair.why.no-journal", String.valueOf(e.getMessage())),
        Message.of("repair.why.no-journal.next"),
        Optional.of(DISK_FULL),
        Reaction.ASK_THE_USER);
  }
}
