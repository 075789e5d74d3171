package app.regrip.repair.steps;

import app.regrip.pc.RepairSource;
import app.regrip.repair.RepairMedia;
import app.regrip.repair.RepairMedia.Judgement;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Optional;

/** Looks whether the installation media suit this Windows, before DISM is started with them. */
public final class CheckRepairMedia implements Step {

  private static final String ID = "check-repair-media";
  private static final String SOURCE = "source";

  private final RepairSource asked;

  public CheckRepairMedia(RepairSource asked) {
    this.asked = asked;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Message title() {
    return Message.of("repair.step.check-repair-media", asked.drive() + ":");
  }

  @Override
  public boolean isPutBack() {
    return false;
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) throws StepFailedException {
    Judgement judgement = RepairMedia.of(context.pc(), asked);
    if (judgement.source().isEmpty()) {
      throw Failures.askTheUser(judgement.words(), judgement.next(), Optional.empty());
    }
    return StepResult.foundNothing(
            judgement.words().isEmpty() ? Message.of("repair.media.suit") : judgement.words())
        .withFact(SOURCE, judgement.source().get().toString());
  }

  /** The image that was found to fit; empty where this step was none of the plan's. */
  static Optional<RepairSource> chosen(StepContext context) {
    return Optional.ofNullable(context.resultOf(ID).facts().get(SOURCE))
        .flatMap(RepairSource::parse);
  }
}
