package app.regrip.cli;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.text.Message;
import app.regrip.text.Verbatim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repairs to play. */
final class Repairs {

  private Repairs() {}

  static Verdict verdict(Verdict.Kind kind) {
    return new Verdict(
        kind,
        Message.asIs("Words of " + kind),
        Message.asIs(kind == Verdict.Kind.PROVEN ? "" : "Do this next."),
        kind == Verdict.Kind.STILL_FAILING ? Optional.of(HResult.INVALID_HANDLE) : Optional.empty(),
        kind == Verdict.Kind.STILL_FAILING ? Optional.of(Fix.SFC) : Optional.empty());
  }

  static RepairEvent began() {
    return new RepairEvent.RungStarted(
        Fix.DISM,
        Message.asIs("Because the store is damaged."),
        Verbatim.all("Look at the store", "Repair the store"));
  }

  /** A fix of two steps, the second one with progress, a proof, and the verdict. */
  static List<RepairEvent> ending(Verdict.Kind kind) {
    List<RepairEvent> events = new ArrayList<>();
    events.add(began());
    events.add(new RepairEvent.StepStarted(0, true));
    events.add(new RepairEvent.StepEnded(0, StepState.DONE, Message.asIs("It is damaged.")));
    events.add(new RepairEvent.StepStarted(1, false));
    for (double percent = 0; percent <= 100; percent += 12.5) {
      events.add(new RepairEvent.StepProgressed(percent, Message.asIs("fetching files")));
    }
    events.add(new RepairEvent.StepEnded(1, StepState.DONE, Message.NONE));
    events.add(
        new RepairEvent.RungEnded(Fix.DISM, true, Message.asIs("The store is whole again.")));
    events.add(new RepairEvent.ProofStarted());
    events.add(new RepairEvent.ProofEnded(true, Optional.empty(), Message.asIs("It worked.")));
    events.add(new RepairEvent.RunEnded(verdict(kind)));
    return events;
  }
}
