package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.RestorePoints;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Makes a restore point where System Protection is on, and believes it only when the newest
 * sequence number has grown: Windows says "success" even when its 24-hour throttle made none. None
 * is no reason to stop: the repair has an undo of its own.
 */
public final class CreateRestorePoint implements Step {

  private static final String NEWEST = "newest";

  @Override
  public String id() {
    return "restore-point";
  }

  @Override
  public boolean isCancellable() {
    return false;
  }

  @Override
  public UndoData capture(StepContext context) {
    try {
      OptionalLong newest = context.pc().restorePoints().newest();
      return new UndoData(Map.of(NEWEST, Long.toString(newest.orElse(-1))));
    } catch (PcException e) {
      return UndoData.NOTHING;
    }
  }

  @Override
  public boolean isPutBack() {
    return false;
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) {
    try {
      RestorePoints points = context.pc().restorePoints();
      if (!points.isEnabled()) {
        return StepResult.skipped(Message.of("repair.done.restore-point-off"));
      }
      long newest = Long.parseLong(before.fact(NEWEST).orElse("-1"));
      if (points.newest().orElse(-1) <= newest) {
        points.create("Before Regrip resets the update components");
      }
      long now = points.newest().orElse(-1);
      return now > newest
          ? StepResult.done(Message.of("repair.done.restore-point", Long.toString(now)))
              .withFact("sequence", Long.toString(now))
          : StepResult.skipped(Message.of("repair.done.restore-point-too-soon"));
    } catch (PcException e) {
      return StepResult.skipped(Message.of("repair.done.restore-point-failed", e.what()));
    }
  }
}
