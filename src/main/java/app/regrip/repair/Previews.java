package app.regrip.repair;

import app.regrip.pc.Pc;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Tells what a fix would do on this PC, as it is now. Reads, and changes nothing. */
public final class Previews {

  private static final String NO_RUN = "preview";
  private static final String FIRST =
      "See whether it still fails; where the trouble has passed, nothing is repaired";

  private final Pc pc;
  private final Clock clock;

  public Previews(Pc pc, Clock clock) {
    this.pc = pc;
    this.clock = clock;
  }

  public Preview of(FixRequest request) {
    List<Finding> findings = new Diagnosis(clock).look(pc);
    FixText text = FixText.of(request.fix());
    List<String> couldLose = new ArrayList<>(text.couldLose());
    if (request.withCatroot2()) {
      couldLose.add(
          "Programs may be blocked for a while, until Windows has rebuilt its signature cache (catroot2).");
    }
    return new Preview(
        request,
        text.title(),
        findings,
        steps(request, findings),
        text.shortest(),
        text.longest(),
        couldLose,
        Gate.refusalAtOnce(request, findings));
  }

  private static List<String> steps(FixRequest request, List<Finding> findings) {
    if (request.fix() == Fix.TROUBLESHOOTER) {
      return List.of(Troubleshooter.STEP);
    }
    if (request.fix() != Fix.ALL) {
      List<String> steps =
          new ArrayList<>(new PlanBook().plan(request.fix(), request, NO_RUN).descriptions());
      steps.add("Check for updates, to see whether it worked");
      return steps;
    }
    List<String> steps = new ArrayList<>();
    if (!Ladder.knowsACause(findings)) {
      steps.add(FIRST);
    }
    for (Ladder.Rung rung : Ladder.rungs(findings, request.failed())) {
      steps.add(FixText.of(rung.fix()).title());
    }
    steps.add(
        "After each of these: see whether what had failed works, and stop as soon as it does");
    return steps;
  }
}
