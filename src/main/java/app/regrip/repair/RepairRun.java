package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.Power;
import app.regrip.pc.RepairSource;
import app.regrip.pc.UpdateAgent;
import app.regrip.repair.Ladder.Rung;
import app.regrip.repair.PlanRunner.Outcome;
import app.regrip.repair.RunState.PlanState;
import app.regrip.repair.StepFailedException.Reaction;
import app.regrip.repair.Verdict.Kind;
import app.regrip.repair.steps.RestartService;
import app.regrip.repair.steps.StopServices;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One repair from the first look to the verdict: diagnosis, a fix (or the ladder of them, one rung
 * at a time), proof after each. All it does is in the journal of the run, so that it can be taken
 * up or taken back by a later process, also after a restart of the PC.
 */
public final class RepairRun {

  /** A run that ends so can be taken up. */
  private static final Set<Kind> OPEN_END = Set.of(Kind.INTERRUPTED, Kind.RESTART_NEEDED);

  private final Pc pc;
  private final RunStore runs;
  private final Clock clock;
  private final PlanBook book = new PlanBook();
  private final StepContext context;

  public RepairRun(
      Pc pc,
      RunStore runs,
      Clock clock,
      StepContext.Pause pause,
      Cancellation cancellation,
      Consumer<RepairEvent> events) {
    this.pc = pc;
    this.runs = runs;
    this.clock = clock;
    this.context = new StepContext(pc, clock, pause, cancellation, events);
  }

  /** Begins a new run and sees it through. Never throws: what goes wrong is in the verdict. */
  public Verdict start(String runId, FixRequest request) {
    context.tell(new RepairEvent.RunStarted(runId, request.fix(), clock.instant()));
    if (request.fix() == Fix.COPIES) {
      return letCopiesGo();
    }
    Journal journal = new Journal(runs.journal(runId));
    return conclude(
        journal,
        () -> {
          Optional<Message> unsettled = settleEarlierRuns(runId);
          if (unsettled.isPresent()) {
            return Verdicts.interruptedBefore(unsettled.get());
          }
          journal.write(
              new JournalEntry.Begun(
                  runId,
                  request.fix(),
                  request.source().map(RepairSource::toString),
                  request.withCatroot2(),
                  request.failed(),
                  request.onManagedPc(),
                  clock.instant(),
                  bootId()));
          return new Run(runId, request, journal).fromTheStart();
        });
  }

  /**
   * Takes up a run that was cut off or waits for a restart, or takes back what a run did, also one
   * that ended well.
   */
  public Verdict recover(String runId, RecoveryChoice choice) {
    Journal journal = new Journal(runs.journal(runId));
    return conclude(
        journal,
        () -> {
          Optional<RunState> state = RunState.of(journal.read());
          if (state.isEmpty()) {
            return Verdicts.nothingToUndo();
          }
          JournalEntry.Begun begun = state.get().begun();
          context.tell(new RepairEvent.RunStarted(runId, begun.fix(), begun.at()));
          if (choice == RecoveryChoice.UNDO && state.get().isLettingGo()) {
            return Verdicts.copiesWereDeleted();
          }
          Run run = new Run(runId, state.get().request(), journal);
          if (choice == RecoveryChoice.FINISH && run.waitsStill(state.get())) {
            return Verdicts.notRestartedYet();
          }
          journal.write(new JournalEntry.TakenUp(choice, clock.instant()));
          return choice == RecoveryChoice.UNDO
              ? run.takeBack(state.get())
              : run.takeUp(state.get());
        });
  }

  /** No run of its own: what it does is in the journals of the repairs that set things aside. */
  private Verdict letCopiesGo() {
    Verdict verdict;
    try {
      verdict = new Housekeeping(context, runs).letAllGo();
    } catch (IOException | PcException e) {
      verdict = Verdicts.copiesStay(List.of(PcException.what(e)));
    } catch (RuntimeException e) {
      verdict = Verdicts.stumbled(e);
    }
    context.tell(new RepairEvent.RunEnded(verdict));
    return verdict;
  }

  /**
   * Starts the services that a run which was cut off has stopped. The run stays open: Undo and
   * Finish find out what holds.
   *
   * <p>What can't be started is left to them; nobody is there to be told.
   */
  public void startServicesMeanwhile(String runId) {
    try {
      Optional<PlanState> open =
          readable(new Journal(runs.journal(runId))).flatMap(RunState::openPlan);
      if (open.isPresent()) {
        StopServices.startAgainMeanwhile(context, open.get().begun());
        RestartService.startAgainMeanwhile(context, open.get().begun());
      }
    } catch (PcException e) {
      context.said(Message.of("repair.said.services-not-started", e.what()));
    }
  }

  /**
   * No repair begins over one that was cut off in the middle of a fix: it would take what that one
   * left for how things were. One that only waits, for a restart or for its proof, is over now.
   *
   * @return the fix that was cut off, if one was
   */
  private Optional<Message> settleEarlierRuns(String runId) throws IOException {
    for (String earlier : runs.runIds()) {
      Journal journal = new Journal(runs.journal(earlier));
      Optional<RunState> state = earlier.equals(runId) ? Optional.empty() : readable(journal);
      if (state.isPresent() && state.get().ended().isEmpty()) {
        if (state.get().openPlan().isPresent() || state.get().isBeingTakenBack()) {
          return Optional.of(FixText.of(state.get().begun().fix()).title());
        }
        journal.write(new JournalEntry.Ended(Verdicts.superseded(), clock.instant()));
      }
    }
    return Optional.empty();
  }

  /** A journal that can't be read is left to the version that can. */
  private Optional<RunState> readable(Journal journal) {
    try {
      return RunState.of(journal.read());
    } catch (IOException e) {
      context.said(Message.of("repair.said.journal-passed-over", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Something that ends in a verdict, unless the journal can't be read or written. */
  private interface Body {
    Verdict run() throws IOException;
  }

  private Verdict conclude(Journal journal, Body body) {
    Verdict verdict;
    try (Power.Hold hold = pc.power().stayAwake(Message.of("pc.repairing"))) {
      verdict = body.run();
    } catch (IOException e) {
      verdict = Verdicts.journalTrouble(e);
    } catch (RuntimeException e) {
      verdict = Verdicts.stumbled(e);
    }
    if (!OPEN_END.contains(verdict.kind())) {
      try {
        journal.write(new JournalEntry.Ended(verdict, clock.instant()));
      } catch (IOException e) {
        context.said(Message.of("repair.said.end-not-written", String.valueOf(e.getMessage())));
      }
    }
    context.tell(new RepairEvent.RunEnded(verdict));
    return verdict;
  }

  private String bootId() {
    try {
      return pc.facts().bootId();
    } catch (PcException e) {
      return "";
    }
  }

  /** The course of one run. */
  private final class Run {
    private final String runId;
    private final FixRequest request;
    private final Journal journal;
    private Optional<StepFailedException> lastFailure = Optional.empty();
    private boolean earlierFixesStand;
    private boolean afterRestart;

    Run(String runId, FixRequest request, Journal journal) {
      this.runId = runId;
      this.request = request;
      this.journal = journal;
    }

    Verdict fromTheStart() throws IOException {
      ServicingLull.await(context);
      List<Finding> findings = new Diagnosis(clock).look(pc);
      Optional<Message> refusal = Gate.refusal(request, findings);
      if (refusal.isPresent()) {
        return Gate.isForRestart(findings)
            ? awaitRestart(Optional.of(request.fix()), refusal.get())
            : Verdicts.refused(refusal.get());
      }
      new Housekeeping(context, runs).afterQuietDays();
      Optional<Verdict> needless =
          request.fix() == Fix.ALL && !Ladder.knowsACause(findings)
              ? firstTheQuestion()
              : Optional.empty();
      return needless.isPresent() ? needless.get() : climb(rungs(findings, Set.of()));
    }

    /** A verdict where nothing is to be repaired, or no fix could do anything about it. */
    private Optional<Verdict> firstTheQuestion() throws IOException {
      Proof proof = ask(UpdateAgent.PATIENCE);
      if (context.cancellation().isRequested()) {
        return Optional.of(Verdicts.cancelled(earlierFixesStand));
      }
      return switch (proof.result()) {
        case PROVEN -> Optional.of(passed(proof));
        case CANNOT_TELL ->
            proof.code().flatMap(Obstacle::of).map(o -> Verdicts.inTheWay(proof, o));
        case UP_TO_WINDOWS -> hindered().or(() -> elsewhere(proof));
        case STILL_FAILING -> elsewhere(proof);
      };
    }

    private Verdict passed(Proof proof) {
      return afterRestart
          ? Verdicts.settledByRestart(proof)
          : Verdicts.passed(proof, request.failed().isPresent());
    }

    /** What can't be asked to happen again is judged by the number it had failed with. */
    private Optional<Verdict> hindered() {
      return request
          .failed()
          .flatMap(
              failure ->
                  Obstacle.of(failure.code())
                      .map(o -> Verdicts.inTheWay(Proof.failed(failure), o)));
    }

    /** Where the trouble is one that no fix reaches: by what fails now, or by what had failed. */
    private Optional<Verdict> elsewhere(Proof proof) {
      Optional<HResult> code = proof.code().or(() -> request.failed().map(Failure::code));
      return code.flatMap(
          number ->
              Elsewhere.of(number, proof.update())
                  .map(place -> Verdicts.elsewhere(place, number, earlierFixesStand)));
    }

    Verdict takeUp(RunState state) throws IOException {
      if (state.isBeingTakenBack()) {
        return takeBack(state);
      }
      Set<Fix> tried = state.plans().stream().map(PlanState::fix).collect(Collectors.toSet());
      earlierFixesStand = state.hasKeptWork();
      Optional<PlanState> open = state.openPlan();
      if (open.isPresent()) {
        return open.get().isPuttingBack()
            ? goOn(open.get().fix(), finishPuttingBack(open.get()), rest(tried))
            : goOn(open.get().fix(), finish(open.get()), rest(tried));
      }
      if (state.plans().isEmpty()) {
        afterRestart = state.awaitsRestart().isPresent();
        return fromTheStart();
      }
      state.goOnWith().ifPresent(tried::remove);
      PlanState last = state.plans().get(state.plans().size() - 1);
      boolean restartNeeded =
          bootId().equals(state.begun().bootId())
              && last.done().values().stream().anyMatch(StepResult::restartNeeded);
      List<Rung> rest = rest(tried);
      Optional<Verdict> proven =
          prove(
              Optional.of(last.fix()),
              new Outcome.Kept(Message.NONE, restartNeeded, last.changedSomething()),
              rest);
      return proven.isPresent() ? proven.get() : climbIfAllowed(rest);
    }

    private Outcome finish(PlanState plan) {
      return new PlanRunner(journal, context.forNextPlan()).finish(plan(plan.fix()), plan);
    }

    private Verdict goOn(Fix fix, Outcome outcome, List<Rung> rest) throws IOException {
      Optional<Verdict> verdict = judge(fix, outcome, rest);
      return verdict.isPresent() ? verdict.get() : climbIfAllowed(rest);
    }

    /**
     * The PC may have changed since the run began; where a fix must not start now, the run stays
     * open.
     */
    private Verdict climbIfAllowed(List<Rung> rungs) throws IOException {
      if (!rungs.isEmpty()) {
        ServicingLull.await(context);
      }
      Optional<Message> refusal =
          rungs.isEmpty() ? Optional.empty() : Gate.refusal(request, new Diagnosis(clock).look(pc));
      return refusal.isPresent() ? Verdicts.notNow(refusal.get()) : climb(rungs);
    }

    Verdict takeBack(RunState state) throws IOException {
      List<PlanState> backwards = new ArrayList<>(state.plans());
      Collections.reverse(backwards);
      StepFailedException why =
          new StepFailedException(
              Message.of("repair.why.taken-back"),
              Message.NONE,
              Optional.empty(),
              Reaction.CANCELLED);
      List<Message> notPutBack = new ArrayList<>();
      for (PlanState plan : backwards) {
        if (!plan.isEnded() || plan.isKept()) {
          journal.write(new JournalEntry.Reopened(plan.fix()));
          Outcome outcome =
              new PlanRunner(journal, context.forNextPlan()).putBack(plan(plan.fix()), plan, why);
          if (outcome instanceof Outcome.Stuck stuck) {
            notPutBack.addAll(stuck.notPutBack());
            break;
          }
        }
      }
      return notPutBack.isEmpty() ? Verdicts.undone() : Verdicts.stuck(Message.NONE, notPutBack);
    }

    /** A fix that had failed was being put back when it was cut off. */
    private Outcome finishPuttingBack(PlanState plan) {
      StepFailedException why =
          new StepFailedException(
              Message.of("repair.why.put-back-cut-off"),
              Message.of("repair.why.put-back-cut-off.next"),
              Optional.empty(),
              Reaction.TRY_NEXT_FIX);
      return new PlanRunner(journal, context.forNextPlan()).putBack(plan(plan.fix()), plan, why);
    }

    boolean waitsStill(RunState state) {
      String boot = bootId();
      return state
          .awaitsRestart()
          .map(w -> boot.isEmpty() || w.bootId().equals(boot))
          .orElse(false);
    }

    private Verdict climb(List<Rung> rungs) throws IOException {
      for (int i = 0; i < rungs.size(); i++) {
        Rung rung = rungs.get(i);
        if (context.cancellation().isRequested()) {
          return Verdicts.cancelled(earlierFixesStand);
        }
        Outcome outcome =
            new PlanRunner(journal, context.forNextPlan()).run(plan(rung.fix()), rung.why());
        Optional<Verdict> verdict = judge(rung.fix(), outcome, rungs.subList(i + 1, rungs.size()));
        if (verdict.isPresent()) {
          return verdict.get();
        }
      }
      return Verdicts.callAProfessional(lastFailure, RepairInstallation.words(pc));
    }

    /** The verdict after a fix; empty where the ladder goes on with {@code rest}. */
    private Optional<Verdict> judge(Fix fix, Outcome outcome, List<Rung> rest) throws IOException {
      if (outcome instanceof Outcome.Stuck stuck) {
        return Optional.of(Verdicts.stuck(stuck.why().why(), stuck.notPutBack()));
      }
      if (outcome instanceof Outcome.PutBack back) {
        return afterFailure(fix, back.why(), rest);
      }
      earlierFixesStand = true;
      return prove(Optional.of(fix), (Outcome.Kept) outcome, rest);
    }

    private Optional<Verdict> afterFailure(Fix fix, StepFailedException why, List<Rung> rest)
        throws IOException {
      return switch (why.reaction()) {
        case CANCELLED -> Optional.of(Verdicts.cancelled(earlierFixesStand));
        case RESTART_FIRST -> Optional.of(awaitRestart(Optional.of(fix), why.why()));
        case CALL_A_PROFESSIONAL -> Optional.of(Verdicts.beyondUs(why));
        case ASK_THE_USER -> Optional.of(Verdicts.failed(why, Optional.of(fix), earlierFixesStand));
        case TRY_NEXT_FIX -> {
          lastFailure = Optional.of(why);
          yield rest.isEmpty() && request.fix() != Fix.ALL
              ? Optional.of(Verdicts.failed(why, fix.next(), earlierFixesStand))
              : Optional.empty();
        }
      };
    }

    private Proof ask(Duration patience) throws IOException {
      context.tell(new RepairEvent.ProofStarted());
      Proof proof;
      try {
        proof = new FailureCheck(context, request.failed(), patience).ask();
      } catch (StepFailedException cancelled) {
        proof = Proof.cannotTell(Optional.empty(), Message.of("repair.proof.stopped"));
      }
      boolean proven = proof.result() == Proof.Result.PROVEN;
      journal.write(new JournalEntry.Proof(proven, proof.code(), proof.words(), clock.instant()));
      context.tell(new RepairEvent.ProofEnded(proven, proof.code(), proof.words()));
      return proof;
    }

    private Optional<Verdict> prove(Optional<Fix> fix, Outcome.Kept outcome, List<Rung> rest)
        throws IOException {
      boolean restartNeeded = outcome.restartNeeded();
      Proof proof = ask(UpdateAgent.PATIENCE_AFTER_A_REPAIR);
      if (context.cancellation().isRequested() && proof.result() != Proof.Result.PROVEN) {
        return Optional.of(Verdicts.cancelled(earlierFixesStand));
      }
      return switch (proof.result()) {
        case PROVEN -> Optional.of(Verdicts.proven(proof, restartNeeded));
        case CANNOT_TELL -> Optional.of(Verdicts.notProvenYet(proof, restartNeeded));
        case UP_TO_WINDOWS ->
            outcome.changedSomething() || rest.isEmpty()
                ? Optional.of(Verdicts.upToWindows(proof, request.failed(), restartNeeded))
                : Optional.empty();
        case STILL_FAILING -> {
          Optional<Verdict> elsewhere = restartNeeded ? Optional.empty() : elsewhere(proof);
          if (elsewhere.isPresent()) {
            yield elsewhere;
          }
          if (restartNeeded) {
            yield Optional.of(
                awaitRestart(
                    rest.stream().map(Rung::fix).findFirst(),
                    Message.of("repair.why.restart-makes-it-so")));
          }
          yield !rest.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  fix.flatMap(Fix::next).filter(next -> request.fix() != Fix.ALL).isPresent()
                      ? Verdicts.stillFailing(proof, fix.get().next().get())
                      : Verdicts.callAProfessional(lastFailure, RepairInstallation.words(pc)));
        }
      };
    }

    private Verdict awaitRestart(Optional<Fix> goOnWith, Message words) throws IOException {
      journal.write(new JournalEntry.AwaitsRestart(goOnWith, bootId(), words));
      return Verdicts.restartNeeded(words);
    }

    private List<Rung> rest(Set<Fix> tried) {
      return request.fix() == Fix.ALL || !tried.contains(request.fix())
          ? rungs(new Diagnosis(clock).look(pc), tried)
          : List.of();
    }

    private List<Rung> rungs(List<Finding> findings, Set<Fix> tried) {
      List<Rung> rungs =
          request.fix() == Fix.ALL
              ? Ladder.rungs(findings, request.failed())
              : List.of(new Rung(request.fix(), Message.of("repair.why.asked-for-this")));
      return rungs.stream().filter(r -> !tried.contains(r.fix())).toList();
    }

    private Plan plan(Fix fix) {
      return book.plan(fix, request, runId);
    }
  }
}
