package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.RepairSource;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.checks.ByteSize;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a fix would do on this PC, as it is now. Reads, and changes nothing. */
public final class Previews {

  private static final String NO_RUN = "preview";
  private static final String FIRST =
      "See whether it still fails; where the trouble has passed, nothing is repaired";

  private final Pc pc;
  private final Clock clock;
  private final KeptCopies copies;

  public Previews(Pc pc, RunStore runs, Clock clock) {
    this.pc = pc;
    this.clock = clock;
    this.copies = new KeptCopies(pc.updateFolders(), runs);
  }

  public Preview of(FixRequest request) {
    return request.fix() == Fix.COPIES ? ofCopies(request) : ofRepair(request);
  }

  private Preview ofCopies(FixRequest request) {
    FixText text = FixText.of(Fix.COPIES);
    List<String> steps = new ArrayList<>();
    Optional<String> refusal = Optional.empty();
    try {
      List<Name> names = KeptCopies.names(copies.byRun());
      for (Name name : names) {
        steps.add(
            "Delete "
                + name.fileName()
                + ", "
                + ByteSize.size(copies.size(List.of(name)))
                + ", for good");
      }
      refusal = names.isEmpty() ? Optional.of(Verdicts.noCopies().words()) : Optional.empty();
    } catch (IOException | PcException e) {
      refusal =
          Optional.of("What repairs have set aside can't be looked at: " + e.getMessage() + ".");
    }
    return new Preview(
        request,
        text.title(),
        List.of(),
        steps,
        text.shortest(),
        text.longest(),
        text.couldLose(),
        List.of(),
        refusal);
  }

  private Preview ofRepair(FixRequest request) {
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
        sources(request.fix()),
        Gate.refusalAtOnce(request, findings).or(() -> wrongMedia(request)));
  }

  /** Before anybody is asked for permission. */
  private Optional<String> wrongMedia(FixRequest request) {
    boolean used = request.fix() == Fix.DISM || request.fix() == Fix.ALL;
    return request
        .source()
        .filter(source -> used)
        .map(source -> RepairMedia.of(pc, source))
        .filter(judgement -> judgement.source().isEmpty())
        .map(judgement -> judgement.words() + " " + judgement.next());
  }

  private List<RepairSource> sources(Fix fix) {
    if (fix != Fix.DISM && fix != Fix.ALL) {
      return List.of();
    }
    try {
      return pc.programs().repairSources();
    } catch (PcException e) {
      return List.of();
    }
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
