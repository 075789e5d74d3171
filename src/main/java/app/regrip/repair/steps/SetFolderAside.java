package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renames an update folder, so that Windows makes a fresh one; nothing is deleted. Looks once more
 * that the services have stopped, right before the rename, and tries for half a minute where
 * something still has it open.
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
  private static final Message RENAMED = Message.of("repair.done.renamed");
  private static final Message ANOTHER = Message.of("repair.holder.another");
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  /** Antivirus programs and the indexer keep a file for seconds after its service has stopped. */
  private static final int TRIES = 30;

  private static final int WORTH_A_WORD = 3;

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
  public Message title() {
    return Message.of("repair.step.set-aside", folder.parent() + "\\" + folder.folderName());
  }

  @Override
  public UndoData capture(StepContext context) throws PcException {
    boolean exists = context.pc().updateFolders().exists(Name.live(folder));
    return new UndoData(Map.of(EXISTED, Boolean.toString(exists), TAG, tag));
  }

  @Override
  public StepResult apply(StepContext context, UndoData before)
      throws PcException, StepFailedException {
    UpdateFolders folders = context.pc().updateFolders();
    if (folders.exists(aside(before))) {
      return StepResult.done(RENAMED);
    }
    if (!folders.exists(Name.live(folder))) {
      return StepResult.skipped(Message.of("repair.done.no-folder"));
    }
    if (folder == UpdateFolder.CATROOT2 && isCryptographicRunning(context)) {
      return StepResult.skipped(Message.of("repair.done.left-to-cryptographic-services"));
    }
    List<String> running = StopServices.stopThoseThatCameBack(context);
    if (!running.isEmpty()) {
      throw Failures.cameBack(ServiceNames.of(running.get(0)));
    }
    try {
      rename(context, aside(before));
    } catch (PcException e) {
      if (!isInUse(e)) {
        throw e;
      }
      if (folder == UpdateFolder.CATROOT2) {
        return StepResult.skipped(Message.of("repair.done.signature-cache-open"));
      }
      throw Failures.heldBy(folder.folderName(), holder(context), e);
    }
    context.said(Message.of("repair.said.renamed", folder.folderName(), aside(before).fileName()));
    return StepResult.done(RENAMED);
  }

  /** The signature cache may stay where it is. */
  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    boolean existed = before.fact(EXISTED).map(Boolean::parseBoolean).orElse(false);
    if (existed
        && folder != UpdateFolder.CATROOT2
        && !context.pc().updateFolders().exists(aside(before))) {
      throw Failures.didNotStick(title());
    }
  }

  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    UpdateFolders folders = context.pc().updateFolders();
    if (!folders.exists(aside(before))) {
      return;
    }
    StartServices.stopAll(context);
    if (folders.exists(Name.live(folder))) {
      renameWhilePuttingBack(context, Name.live(folder), replaced(folders, before));
    }
    renameWhilePuttingBack(context, aside(before), Name.live(folder));
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
  private Name replaced(UpdateFolders folders, UndoData before) throws PcException {
    String used = before.fact(TAG).orElse(tag) + REPLACED;
    int i = 1;
    while (i < MOST_REPLACED && folders.exists(Name.aside(folder, used + i))) {
      i++;
    }
    return Name.aside(folder, used + i);
  }

  /** A service that came back meanwhile is stopped again, else all patience would be in vain. */
  private void rename(StepContext context, Name aside) throws PcException, StepFailedException {
    Name live = Name.live(folder);
    int attempt = 1;
    while (!isRenamed(context, live, aside, attempt)) {
      context.pause(BETWEEN_TRIES);
      StopServices.stopThoseThatCameBack(context);
      attempt++;
    }
  }

  private static void renameWhilePuttingBack(StepContext context, Name from, Name to)
      throws PcException {
    int attempt = 1;
    while (!isRenamed(context, from, to, attempt)) {
      context.settle(BETWEEN_TRIES);
      attempt++;
    }
  }

  /** False where it is to be tried again. */
  private static boolean isRenamed(StepContext context, Name from, Name to, int attempt)
      throws PcException {
    try {
      context.pc().updateFolders().rename(from, to);
      return true;
    } catch (PcException e) {
      if (!isInUse(e) || attempt == TRIES) {
        throw e;
      }
      if (attempt == WORTH_A_WORD) {
        context.waits(
            Message.of(
                "repair.waits.folder-held", who(context, from).orElse(ANOTHER), from.fileName()));
      }
      return false;
    }
  }

  private static boolean isInUse(PcException e) {
    return e.isWin32(5) || e.isWin32(32) || e.isWin32(33);
  }

  private Name aside(UndoData before) {
    return Name.aside(folder, before.fact(TAG).orElse(tag));
  }

  private static boolean isCryptographicRunning(StepContext context) throws PcException {
    return context
        .pc()
        .services()
        .query(ServiceNames.CRYPTOGRAPHIC)
        .map(s -> !s.isStopped())
        .orElse(false);
  }

  private Message holder(StepContext context) {
    return who(context, Name.live(folder))
        .or(() -> antivirus(context).map(name -> Message.of("repair.holder.antivirus", name)))
        .orElse(ANOTHER);
  }

  /** Whom Windows names; empty where it names nobody or can't tell. */
  private static Optional<Message> who(StepContext context, Name name) {
    try {
      List<String> holders = context.pc().updateFolders().holders(name);
      return holders.isEmpty() ? Optional.empty() : Optional.of(Message.names(holders));
    } catch (PcException e) {
      context.said(Message.of("repair.said.holder-unknown", name.fileName(), e.code().hex()));
      return Optional.empty();
    }
  }

  /** A third-party one that is on is by far the most usual holder. */
  private static Optional<String> antivirus(StepContext context) {
    try {
      return context.pc().facts().antivirus().stream()
          .filter(a -> !a.microsoft() && a.on())
          .map(PcFacts.Antivirus::name)
          .findFirst();
    } catch (PcException e) {
      return Optional.empty();
    }
  }
}
