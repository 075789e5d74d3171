package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.RepairSource;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.checks.ByteSize;
import app.regrip.text.Message;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a fix would do on this PC, as it is now. Reads, and changes nothing. */
public final class Previews {

  private static final String NO_RUN = "preview";
  private static final Message FIRST = Message.of("repair.step.first-the-question");

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
    List<Message> steps = new ArrayList<>();
    Optional<Message> refusal = Optional.empty();
    try {
      List<Name> names = KeptCopies.names(copies.byRun());
      for (Name name : names) {
        steps.add(
            Message.of(
                "repair.step.delete-copy",
                name.fileName(),
                ByteSize.size(copies.size(List.of(name)))));
      }
      refusal = names.isEmpty() ? Optional.of(Verdicts.noCopies().words()) : Optional.empty();
    } catch (IOException | PcException e) {
      refusal = Optional.of(Message.of("repair.refused.copies-unseen", PcException.what(e)));
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
    List<Message> couldLose = new ArrayList<>(text.couldLose());
    if (request.withCatroot2()) {
      couldLose.add(Message.of("repair.could-lose.signature-cache"));
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
  private Optional<Message> wrongMedia(FixRequest request) {
    boolean used = request.fix() == Fix.DISM || request.fix() == Fix.ALL;
    return request
        .source()
        .filter(source -> used)
        .map(source -> RepairMedia.of(pc, source))
        .filter(judgement -> judgement.source().isEmpty())
        .map(judgement -> judgement.words().then(judgement.next()));
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

  private static List<Message> steps(FixRequest request, List<Finding> findings) {
    if (request.fix() == Fix.TROUBLESHOOTER) {
      return List.of(Troubleshooter.STEP);
    }
    if (request.fix() != Fix.ALL) {
      List<Message> steps =
          new ArrayList<>(new PlanBook().plan(request.fix(), request, NO_RUN).titles());
      steps.add(Message.of("repair.step.check-for-updates"));
      return steps;
    }
    List<Message> steps = new ArrayList<>();
    if (!Ladder.knowsACause(findings)) {
      steps.add(FIRST);
    }
    for (Ladder.Rung rung : Ladder.rungs(findings, request.failed())) {
      steps.add(FixText.of(rung.fix()).title());
    }
    steps.add(Message.of("repair.step.question-after-each"));
    return steps;
  }
}
