package app.regrip.cli;

import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;
import java.util.Optional;

/** For programs: a line for each thing that happens, and for each whole percent. */
final class JsonNarration implements Narration {

  private final JsonLines lines;
  private Optional<JsonShapes.Progress> told = Optional.empty();

  JsonNarration(JsonLines lines) {
    this.lines = lines;
  }

  @Override
  public void fixBegan(Rung rung) {
    lines.print(
        new JsonShapes.FixBegan(
            rung.fix().commandName(),
            rung.why().english(),
            rung.steps().stream().map(step -> step.title().english()).toList()));
  }

  @Override
  public void stepEnded(Rung rung, int number, Step step) {
    lines.print(JsonShapes.step(rung, number, step));
  }

  @Override
  public void fixEnded(Rung rung) {}

  @Override
  public void proofBegan() {
    lines.print(new JsonShapes.Proof("Windows is checking for updates."));
  }

  @Override
  public void stopping(boolean atOnce) {
    lines.print(new JsonShapes.Stopping(atOnce));
  }

  @Override
  public void running(RepairProgress progress) {
    Optional<RunningStep> step = RunningStep.of(progress);
    if (step.isEmpty() || progress.percent().isEmpty()) {
      return;
    }
    JsonShapes.Progress now =
        new JsonShapes.Progress(
            step.get().rung().fix().commandName(),
            step.get().number(),
            progress.percent().getAsDouble(),
            progress.note().english());
    if (told.isEmpty() || differs(told.get(), now)) {
      told = Optional.of(now);
      lines.print(now);
    }
  }

  private static boolean differs(JsonShapes.Progress a, JsonShapes.Progress b) {
    return (int) a.percent() != (int) b.percent()
        || a.step() != b.step()
        || !a.fix().equals(b.fix())
        || !a.note().equals(b.note());
  }
}
