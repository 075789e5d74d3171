package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.RunState;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.storage.Json;
import app.regrip.text.Message;
import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies the update history and the list of hidden updates into the journal, since a reset wipes
 * both.
 */
public final class KeepUpdateHistory implements Step {

  static final String ID = "keep-history";

  private static final String HISTORY = "history";
  private static final String HIDDEN = "hidden";
  private static final int MOST_ENTRIES = 500;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public UndoData capture(StepContext context) {
    return new UndoData(
        Map.of(
            HISTORY,
            Json.gson().toJson(history(context)),
            HIDDEN,
            Json.gson().toJson(hidden(context))));
  }

  @Override
  public boolean isPutBack() {
    return false;
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) {
    int kept = entries(before).size();
    int hidden = hidden(before).size();
    return kept + hidden == 0
        ? StepResult.skipped(Message.of("repair.done.nothing-to-keep"))
        : StepResult.done(Message.of("repair.done.history-kept", kept, hidden));
  }

  /** What a run has kept, as Windows gave it: newest first. */
  public static List<UpdateHistoryEntry> keptBy(RunState run) {
    return run.plans().stream()
        .flatMap(plan -> Optional.ofNullable(plan.begun().get(ID)).stream())
        .flatMap(before -> entries(before).stream())
        .toList();
  }

  static List<HiddenUpdate> hidden(UndoData before) {
    return Json.gson()
        .fromJson(before.fact(HIDDEN).orElse("[]"), new TypeToken<List<HiddenUpdate>>() {});
  }

  private static List<UpdateHistoryEntry> entries(UndoData before) {
    return Json.gson()
        .fromJson(before.fact(HISTORY).orElse("[]"), new TypeToken<List<UpdateHistoryEntry>>() {});
  }

  /** The agent is often what is broken: what it can't tell can't be kept. */
  private static List<UpdateHistoryEntry> history(StepContext context) {
    try {
      return context.pc().updateAgent().history().stream().limit(MOST_ENTRIES).toList();
    } catch (PcException e) {
      context.said(Message.of("repair.said.history-unread", e.what()));
      return List.of();
    }
  }

  private static List<HiddenUpdate> hidden(StepContext context) {
    try {
      return context.pc().updateAgent().hiddenUpdates();
    } catch (PcException e) {
      context.said(Message.of("repair.said.hidden-unread", e.what()));
      return List.of();
    }
  }
}
