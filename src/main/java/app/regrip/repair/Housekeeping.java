package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.pc.UpdateFolders.Size;
import app.regrip.repair.KeptCopies.Kept;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.checks.ByteSize;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.HeldProof;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateEventXml;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what repairs have set aside: seven quiet days after the proof of a repair, or at once
 * where the user asks for it. That it begins is in the journal of the repair before, which can't be
 * taken back from then on; a copy that is half deleted must never come back.
 */
final class Housekeeping {

  private static final Duration QUIET = Duration.ofDays(7);
  private static final Duration EVENTS_BACK = Duration.ofDays(30);
  private static final int MOST_EVENTS = 2000;

  private final StepContext context;
  private final RunStore runs;
  private final KeptCopies copies;

  Housekeeping(StepContext context, RunStore runs) {
    this.context = context;
    this.runs = runs;
    this.copies = new KeptCopies(context.pc().updateFolders(), runs);
  }

  /** What can't be deleted, or is in doubt, is said and left for the next time. */
  void afterQuietDays() {
    try {
      List<Kept> kept = copies.byRun();
      List<UpdateEvent> events = kept.isEmpty() ? List.of() : events();
      for (Kept run : kept) {
        if (run.run().isLettingGo() || hasHeld(run.run(), events)) {
          begin(run.run());
          for (Name copy : run.names()) {
            context.pc().updateFolders().purge(copy);
            context.said(Message.of("repair.said.copy-deleted", copy.fileName()));
          }
        }
      }
    } catch (IOException | PcException e) {
      context.said(Message.of("repair.said.copies-stay", PcException.what(e)));
    }
  }

  /** All of them, whatever became of their repairs; told as one fix with a step for each. */
  Verdict letAllGo() throws IOException, PcException {
    List<Kept> kept = copies.byRun();
    List<Name> names = KeptCopies.names(kept);
    if (names.isEmpty()) {
      return Verdicts.noCopies();
    }
    Size size = copies.size(names);
    context.tell(
        new RepairEvent.RungStarted(
            Fix.COPIES,
            Message.of("repair.why.asked-for"),
            names.stream()
                .map(name -> Message.of("repair.step.delete", name.fileName()))
                .toList()));
    List<Message> stay = new ArrayList<>();
    int step = 0;
    for (Kept run : kept) {
      if (context.cancellation().isRequested()) {
        return Verdicts.copiesCancelled();
      }
      begin(run.run());
      for (Name copy : run.names()) {
        context.tell(new RepairEvent.StepStarted(step, true));
        Optional<Message> trouble = purge(copy);
        trouble.ifPresent(stay::add);
        context.tell(
            new RepairEvent.StepEnded(
                step++,
                trouble.isEmpty() ? StepState.DONE : StepState.FAILED,
                trouble.orElse(Message.NONE)));
      }
    }
    context.tell(new RepairEvent.RungEnded(Fix.COPIES, stay.isEmpty(), Message.list(stay)));
    return stay.isEmpty()
        ? Verdicts.copiesGone(names.size(), ByteSize.size(size))
        : Verdicts.copiesStay(stay);
  }

  private Optional<Message> purge(Name copy) {
    try {
      context.pc().updateFolders().purge(copy);
      return Optional.empty();
    } catch (PcException e) {
      return Optional.of(
          Message.of("repair.said.copy-stays", copy.fileName(), e.what(), e.code().hex()));
    }
  }

  private void begin(RunState run) throws IOException {
    if (!run.isLettingGo()) {
      new Journal(runs.journal(run.begun().runId()))
          .write(new JournalEntry.LettingGo(context.clock().instant()));
    }
  }

  /** Proven by the repair itself, or by what Windows did later, and not failed again since. */
  private boolean hasHeld(RunState run, List<UpdateEvent> events) {
    JournalEntry.Ended ended = run.ended().orElseThrow();
    Failure failed = run.begun().failed().orElseGet(() -> Failure.ofSearch(HResult.INVALID_HANDLE));
    Optional<Instant> proven =
        ended.verdict().kind() == Verdict.Kind.PROVEN
            ? Optional.of(ended.at())
            : HeldProof.byWindows(events, failed, ended.at());
    return proven
        .flatMap(at -> HeldProof.since(events, failed, at))
        .filter(since -> since.plus(QUIET).isBefore(context.clock().instant()))
        .isPresent();
  }

  private List<UpdateEvent> events() throws PcException {
    Instant now = context.clock().instant();
    List<String> texts = context.pc().updateLog().eventsSince(now.minus(EVENTS_BACK), MOST_EVENTS);
    return UpdateEventXml.parseAll(texts).stream()
        .filter(event -> !event.at().isAfter(now))
        .toList();
  }
}
