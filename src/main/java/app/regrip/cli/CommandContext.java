package app.regrip.cli;

import app.regrip.selftest.Judged;
import app.regrip.session.Capability;
import app.regrip.session.PcChoice;
import app.regrip.session.Session;
import app.regrip.session.Sessions;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.text.Message;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every command has at hand.
 *
 * @param choice which PC was asked for; to be asked once the command line is read
 */
record CommandContext(
    Sessions sessions,
    Knowledge knowledge,
    Printer printer,
    Clock clock,
    Interrupts interrupts,
    Supplier<PcChoice> choice) {

  /**
   * Opens the session that was asked for.
   *
   * @throws UsageException where there is no such scenario
   */
  Session open(boolean watching) throws CannotOpenException {
    PcChoice pc = choice.get();
    pc.scenario().ifPresent(this::requireScenario);
    return sessions.open(pc, watching);
  }

  /** What works on the PC that was asked for. */
  List<Capability> examine() throws CannotOpenException {
    PcChoice pc = choice.get();
    pc.scenario().ifPresent(this::requireScenario);
    return sessions.examine(pc);
  }

  /** Asks the PC that was asked for about everything Regrip takes for granted of Windows. */
  List<Judged> selfTest(boolean elevated, Consumer<Judged> each)
      throws CannotOpenException, InterruptedException {
    PcChoice pc = choice.get();
    pc.scenario().ifPresent(this::requireScenario);
    return sessions.selfTest(pc, elevated, each);
  }

  void restartPretendPc() throws CannotOpenException {
    PcChoice pc = choice.get();
    pc.scenario().ifPresent(this::requireScenario);
    sessions.restartPretendPc(pc);
  }

  Moments times() {
    return new Moments(clock, printer.translator());
  }

  StatusLines statusPage() {
    return new StatusLines(printer, knowledge, times());
  }

  PlanPage planPage() {
    return new PlanPage(printer);
  }

  CasePage casePage() {
    return new CasePage(printer, knowledge, times());
  }

  MachineHistoryPage machineHistoryPage() {
    return new MachineHistoryPage(printer, times());
  }

  WindowsHistoryPage windowsHistoryPage() {
    return new WindowsHistoryPage(printer, knowledge, times());
  }

  /** Tells a repair in words from its start to its verdict, and gives the exit code. */
  int tellRepair(Session session, Runnable start) throws InterruptedException {
    Narration narration =
        printer.terminal().live()
            ? new LiveNarration(printer, times())
            : new PlainNarration(printer, times());
    return follower()
        .follow(
            session,
            start,
            new RepairNarrator(narration),
            verdict -> {
              new VerdictPage(printer, knowledge).show(verdict);
              return ExitCode.of(verdict);
            });
  }

  RepairFollower follower() {
    return new RepairFollower(interrupts);
  }

  JsonLines json() {
    return new JsonLines(printer);
  }

  /** In English, as programs expect it. */
  JsonShapes shapes() {
    return new JsonShapes(knowledge, clock);
  }

  /** In the user's language, for a page that is made of them. */
  JsonShapes shapesInWords() {
    return new JsonShapes(knowledge, clock, printer::say);
  }

  private void requireScenario(String name) {
    List<String> names = knowledge.scenarios().get().stream().map(NamedScenario::name).toList();
    if (!names.contains(name)) {
      throw new UsageException(
          Message.sentences(
              Message.of("cli.mistyped.scenario", name),
              NearMisses.hint(name, names),
              Message.of("cli.mistyped.there-are", String.join(", ", names))));
    }
  }

  /** What to type for the PC that was chosen, e.g. {@code regrip status --simulate=healthy}. */
  String typed(String words) {
    PcChoice pc = choice.get();
    Optional<String> scenario = pc.scenario().map(name -> " --simulate=" + name);
    String simulate = scenario.orElse(pc.simulate() ? " --simulate" : "");
    return "regrip "
        + words
        + simulate
        + pc.dataFolder().map(folder -> " --data=" + folder).orElse("");
  }
}
