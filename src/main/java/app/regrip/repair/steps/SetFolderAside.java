package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renames an update folder, so that Windows makes a fresh one; nothing is deleted. Looks once more
 * that the services have stopped, right before the rename, and tries three times where something
 * still has it open.
 *
 * <p>Undo stops the services once more, which {@link StopServices#undo} starts again, and swaps the
 * folder back: what Windows made meanwhile is kept aside under a second tag.
 */
public final class SetFolderAside implements Step {

  private static final String EXISTED = "existed";
  private static final String TAG = "tag";
  private static final String REPLACED = "-replaced-";
  private static final String DOWNLOADS = "-downloads";
  private static final int MOST_REPLACED = 9;
  private static final String RENAMED = "Renamed, not deleted. Windows makes a fresh one.";
  private static final int TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final UpdateFolder folder;
  private final String tag;

  /**
   * @param tag unique to the run
   */
  public SetFolderAside(UpdateFolder folder, String tag) {
    this.folder = folder;
    this.tag = tag;
  }

  @Override
  public String id() {
    return "set-aside-" + folder.folderName();
  }

  @Override
  public String describe() {
    return "Set the folder " + folder.parent() + "\\" + folder.folderName() + " aside";
  }

  @Override
  public Before capture(Work work) throws PcException {
    boolean exists = work.pc().updateFolders().exists(Name.live(folder));
    return new Before(Map.of(EXISTED, Boolean.toString(exists), TAG, tag));
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException, StepFailedException {
    UpdateFolders folders = work.pc().updateFolders();
    if (folders.exists(aside(before))) {
      return StepResult.done(RENAMED);
    }
    if (!folders.exists(Name.live(folder))) {
      return StepResult.skipped("The folder is not there; Windows makes it when it needs it.");
    }
    if (folder == UpdateFolder.CATROOT2 && isCryptographicRunning(work)) {
      return StepResult.skipped(
          "Left alone: Cryptographic Services could not be stopped, and the folder is in use while it runs.");
    }
    List<String> running = StopServices.stillRunning(work);
    if (!running.isEmpty()) {
      throw Failures.wouldNotStop(
          ServiceNames.of(running.get(0)) + " for good: it came back", Optional.empty());
    }
    try {
      rename(work, aside(before));
    } catch (PcException e) {
      if (!isInUse(e)) {
        throw e;
      }
      if (folder == UpdateFolder.CATROOT2) {
        return StepResult.skipped(
            "Left alone: something has the signature cache open. The reset does without.");
      }
      throw Failures.heldBy(folder.folderName(), suspect(work), e);
    }
    work.said(folder.folderName() + " is now " + aside(before).fileName() + ".");
    return StepResult.done(RENAMED);
  }

  /** The signature cache may stay where it is. */
  @Override
  public void verify(Work work, Before before) throws PcException, StepFailedException {
    boolean existed = before.fact(EXISTED).map(Boolean::parseBoolean).orElse(false);
    if (existed
        && folder != UpdateFolder.CATROOT2
        && !work.pc().updateFolders().exists(aside(before))) {
      throw Failures.didNotStick(describe());
    }
  }

  @Override
  public void undo(Work work, Before before) throws PcException {
    UpdateFolders folders = work.pc().updateFolders();
    if (!folders.exists(aside(before))) {
      return;
    }
    StartServices.stopAll(work);
    if (folders.exists(Name.live(folder))) {
      renamePatiently(work, Name.live(folder), replaced(folders, before));
    }
    renamePatiently(work, aside(before), Name.live(folder));
  }

  /** Of a run that may set the same folder aside once more, in a reset. */
  public static String downloadsTag(String runId) {
    return runId + DOWNLOADS;
  }

  /** The copies a run may have left. */
  public static List<Name> copiesOf(UpdateFolder folder, String runId) {
    List<Name> names = new ArrayList<>();
    for (String tag : List.of(runId, downloadsTag(runId))) {
      names.add(Name.aside(folder, tag));
      for (int i = 1; i <= MOST_REPLACED; i++) {
        names.add(Name.aside(folder, tag + REPLACED + i));
      }
    }
    return names;
  }

  /** A name for what Windows made meanwhile; an undo that was cut off has used one already. */
  private Name replaced(UpdateFolders folders, Before before) throws PcException {
    String used = before.fact(TAG).orElse(tag) + REPLACED;
    int i = 1;
    while (i < MOST_REPLACED && folders.exists(Name.aside(folder, used + i))) {
      i++;
    }
    return Name.aside(folder, used + i);
  }

  private void rename(Work work, Name aside) throws PcException, StepFailedException {
    work.stopIfAsked();
    renamePatiently(work, Name.live(folder), aside);
  }

  private static void renamePatiently(Work work, Name from, Name to) throws PcException {
    for (int attempt = 1; ; attempt++) {
      try {
        work.pc().updateFolders().rename(from, to);
        return;
      } catch (PcException e) {
        if (!isInUse(e) || attempt == TRIES) {
          throw e;
        }
        work.settle(BETWEEN_TRIES);
      }
    }
  }

  private static boolean isInUse(PcException e) {
    return e.isWin32(5) || e.isWin32(32) || e.isWin32(33);
  }

  private Name aside(Before before) {
    return Name.aside(folder, before.fact(TAG).orElse(tag));
  }

  private static boolean isCryptographicRunning(Work work) throws PcException {
    return work.pc()
        .services()
        .query(ServiceNames.CRYPTOGRAPHIC)
        .map(s -> !s.isStopped())
        .orElse(false);
  }

  /** Names a third-party antivirus program where one is on: by far the most usual holder. */
  private static String suspect(Work work) {
    try {
      return work.pc().facts().antivirus().stream()
          .filter(a -> !a.microsoft() && a.on())
          .map(PcFacts.Antivirus::name)
          .findFirst()
          .map(name -> name + " or another program")
          .orElse("another program");
    } catch (PcException e) {
      return "another program";
    }
  }
}
