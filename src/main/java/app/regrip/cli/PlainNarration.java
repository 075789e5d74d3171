package app.regrip.cli;

import app.regrip.session.RepairProgress;
import app.regrip.text.Message;
import java.util.Objects;
import java.util.Optional;

/** For a file or a pipe: whole lines only, and how far it is at every tenth. */
final class PlainNarration extends WordNarration {

  private static final int TENTH = 10;

  private final Moments times;
  private Optional<RunningStep> step = Optional.empty();
  private int tenths;
  private Message note = Message.NONE;

  PlainNarration(Printer printer, Moments times) {
    super(printer);
    this.times = times;
  }

  @Override
  public void running(RepairProgress progress) {
    Optional<RunningStep> now = RunningStep.of(progress);
    if (!sameStep(now)) {
      step = now;
      tenths = 0;
    }
    int reached = (int) (progress.percent().orElse(0) / TENTH);
    if (now.isPresent() && reached > tenths) {
      tenths = reached;
      printer.line(
          Style.PLAIN,
          "    ",
          Message.of(
              "cli.narration.tenth",
              reached * TENTH,
              now.get().title(),
              times.since(progress.startedAt())));
    }
    if (!progress.note().isEmpty() && !progress.note().equals(note)) {
      printer.line(Style.FAINT, "    ", progress.note());
    }
    note = progress.note();
  }

  private boolean sameStep(Optional<RunningStep> now) {
    return Objects.equals(step.map(RunningStep::number), now.map(RunningStep::number))
        && Objects.equals(step.map(s -> s.rung().fix()), now.map(s -> s.rung().fix()));
  }
}
