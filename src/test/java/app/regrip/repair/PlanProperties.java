package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Faults.Mode;
import app.regrip.repair.Faults.PowerCut;
import app.regrip.repair.PlanRunner.Outcome;
import app.regrip.repair.StepFailedException.Reaction;
import app.regrip.text.Message;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Any plan of up to six steps that each write some values, whichever of them fails and wherever the
 * power is cut.
 */
class PlanProperties {

  /**
   * @param writes what it sets, by name @param fails whether it fails half-way
   */
  record Part(Map<String, String> writes, boolean fails) {}

  @Property(tries = 2000)
  void aPlanIsKeptAsAWholeOrNotAtAll(
      @ForAll("plans") List<Part> parts,
      @ForAll Mode mode,
      @ForAll @IntRange(min = 1, max = 40) int at,
      @ForAll RecoveryChoice choice)
      throws IOException {
    Map<String, String> first = new TreeMap<>(Map.of("a", "0", "b", "0", "c", "0"));
    Map<String, String> values = new TreeMap<>(first);
    Map<String, String> last = new TreeMap<>(first);
    parts.forEach(p -> last.putAll(p.writes()));
    MemoryLines lines = new MemoryLines();

    runUntilCut(new Faults(mode, at), lines, plan(parts, values));
    recover(lines, plan(parts, values), choice);

    assertThat(values).isIn(first, last);
    if (parts.stream().anyMatch(Part::fails)) {
      assertThat(values).isEqualTo(first);
    }
    Map<String, String> recovered = new TreeMap<>(values);
    recover(lines, plan(parts, values), choice);
    assertThat(values).as("recovering twice is recovering once").isEqualTo(recovered);
  }

  @Provide
  Arbitrary<List<Part>> plans() {
    Arbitrary<Map<String, String>> writes =
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.of("1", "2", "3")).ofMaxSize(3);
    Arbitrary<Boolean> fails =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.just(false)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(true)));
    return net.jqwik.api.Combinators.combine(writes, fails)
        .as(Part::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static void runUntilCut(Faults faults, MemoryLines lines, Plan plan) {
    try {
      runner(new Journal(faults.in(lines))).run(plan, Message.asIs("why"));
    } catch (PowerCut e) {
      // The case this is about.
    }
  }

  private static void recover(MemoryLines lines, Plan plan, RecoveryChoice choice)
      throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    entries.add(
        new JournalEntry.Begun(
            "run",
            Fix.RESET,
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            Clock.systemUTC().instant(),
            "boot"));
    Journal journal = new Journal(lines);
    entries.addAll(journal.read());
    Optional<RunState.PlanState> open = RunState.of(entries).orElseThrow().openPlan();
    if (open.isEmpty()) {
      return;
    }
    StepFailedException why =
        new StepFailedException(
            Message.asIs("undone"), Message.NONE, Optional.empty(), Reaction.CANCELLED);
    Outcome outcome =
        choice == RecoveryChoice.UNDO || open.get().isPuttingBack()
            ? runner(journal).putBack(plan, open.get(), why)
            : runner(journal).finish(plan, open.get());
    assertThat(outcome).isNotInstanceOf(Outcome.Stuck.class);
  }

  private static PlanRunner runner(Journal journal) {
    return new PlanRunner(
        journal,
        new StepContext(
            new MemoryPc(), Clock.systemUTC(), howLong -> {}, Cancellation.never(), event -> {}));
  }

  private static Plan plan(List<Part> parts, Map<String, String> values) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      steps.add(new Writing("step-" + i, parts.get(i), values));
    }
    return new Plan(Fix.RESET, steps);
  }

  /** Sets values one after the other; one that fails does so after the first of them. */
  private record Writing(String id, Part part, Map<String, String> values) implements Step {

    @Override
    public Message title() {
      return Message.asIs("set " + part.writes());
    }

    @Override
    public UndoData capture(StepContext context) {
      Map<String, String> before = new TreeMap<>(values);
      before.keySet().retainAll(part.writes().keySet());
      return new UndoData(before);
    }

    @Override
    public StepResult apply(StepContext context, UndoData before)
        throws PcException, StepFailedException {
      for (Map.Entry<String, String> write : part.writes().entrySet()) {
        values.put(write.getKey(), write.getValue());
        if (part.fails()) {
          break;
        }
      }
      if (part.fails()) {
        throw new StepFailedException(
            Message.asIs("it failed"), Message.NONE, Optional.empty(), Reaction.TRY_NEXT_FIX);
      }
      return StepResult.done(Message.asIs("done"));
    }

    @Override
    public void verify(StepContext context, UndoData before) throws StepFailedException {
      if (!values.entrySet().containsAll(part.writes().entrySet())) {
        throw new StepFailedException(
            Message.asIs("it does not hold"),
            Message.NONE,
            Optional.empty(),
            Reaction.TRY_NEXT_FIX);
      }
    }

    @Override
    public void undo(StepContext context, UndoData before) {
      values.putAll(before.facts());
    }
  }
}
