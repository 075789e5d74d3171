package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Hides again what was hidden before the reset. Where Windows does not know an update yet, that is
 * said and no failure.
 */
public final class HideAgain implements Step {

  private static final int TRIES = 3;

  @Override
  public String id() {
    return "hide-again";
  }

  @Override
  public boolean isPutBack() {
    return false;
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) {
    List<HiddenUpdate> hidden = KeepUpdateHistory.hidden(context.beforeOf(KeepUpdateHistory.ID));
    if (hidden.isEmpty()) {
      return StepResult.skipped(Message.of("repair.done.none-hidden"));
    }
    List<String> notYet = new ArrayList<>();
    for (HiddenUpdate update : hidden) {
      if (!hide(context, update)) {
        notYet.add(update.title());
      }
    }
    return StepResult.done(
        notYet.isEmpty()
            ? Message.of("repair.done.hidden-again", hidden.size())
            : Message.of("repair.done.not-hidden-again", String.join(", ", notYet)));
  }

  private static boolean hide(StepContext context, HiddenUpdate update) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        context.pc().updateAgent().hide(update);
        return true;
      } catch (PcException e) {
        context.said(
            Message.of("repair.said.not-hidden", update.title(), e.what(), e.code().hex()));
      }
    }
    return false;
  }
}
