package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.pc.UpdateFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Windows Update keeps below SoftwareDistribution. History and hidden updates lie inside
 * DataStore, so whoever renames that folder takes them away. To be used with the PC's lock held.
 */
final class UpdateDatabase {

  /** What an ESE database file has after the checksum of its header page. */
  private static final int ESE_SIGNATURE = 0x89ABCDEF;

  private static final int PAGE = 4096;

  private final PcFolder folder;
  private final Path dataStore;
  private final Path download;

  UpdateDatabase(PcFolder folder) {
    this.folder = folder;
    this.dataStore = SimulatedUpdateFolders.live(folder, UpdateFolder.DATA_STORE);
    this.download = SimulatedUpdateFolders.live(folder, UpdateFolder.DOWNLOAD);
  }

  /**
   * @param result null while it is pending
   */
  private record HistoryLine(String date, String title, String updateId, Integer result) {
    UpdateHistoryEntry entry() {
      return new UpdateHistoryEntry(
          Instant.parse(date), title, updateId, Optional.ofNullable(result).map(HResult::new));
    }

    static HistoryLine of(UpdateHistoryEntry entry) {
      return new HistoryLine(
          entry.date().toString(),
          entry.title(),
          entry.updateId(),
          entry.result().map(HResult::value).orElse(null));
    }
  }

  /** Whether there is a database and it can't be opened. None at all is no damage. */
  boolean isDamaged() throws IOException {
    Path file = databaseFile();
    if (!Files.exists(file)) {
      return false;
    }
    ByteBuffer page = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    return page.capacity() < PAGE || page.getInt(Integer.BYTES) != ESE_SIGNATURE;
  }

  /** Makes what is not there, as Windows Update does. */
  void makeWhatIsMissing() throws IOException {
    Files.createDirectories(dataStore);
    Files.createDirectories(download);
    if (!Files.exists(databaseFile())) {
      folder.write(databaseFile(), page(ESE_SIGNATURE));
    }
  }

  void damage() throws IOException {
    folder.write(databaseFile(), page(0));
  }

  /** Leaves a file of an earlier download that can be neither used nor replaced. */
  void damageDownload() throws IOException {
    folder.write(unfinished(), new byte[1]);
  }

  /** Whether an earlier download left what a new one fails on. */
  boolean isDownloadDamaged() {
    return Files.exists(unfinished());
  }

  boolean isDownloaded(String updateId) {
    return Files.exists(download.resolve(updateId));
  }

  void keepDownload(String updateId) throws IOException {
    Path files = download.resolve(updateId);
    Files.createDirectories(files);
    folder.write(files.resolve("update.cab"), new byte[PAGE]);
  }

  private Path unfinished() {
    return download.resolve("unfinished.psf");
  }

  List<UpdateHistoryEntry> history() throws IOException {
    HistoryLine[] lines =
        folder.read(historyFile(), HistoryLine[].class).orElse(new HistoryLine[0]);
    List<UpdateHistoryEntry> entries = new ArrayList<>();
    for (HistoryLine line : lines) {
      entries.add(line.entry());
    }
    return List.copyOf(entries);
  }

  /** Puts it on top of the history. */
  void remember(UpdateHistoryEntry entry) throws IOException {
    List<HistoryLine> lines = new ArrayList<>();
    lines.add(HistoryLine.of(entry));
    history().forEach(earlier -> lines.add(HistoryLine.of(earlier)));
    folder.write(historyFile(), lines);
  }

  List<HiddenUpdate> hidden() throws IOException {
    return List.of(folder.read(hiddenFile(), HiddenUpdate[].class).orElse(new HiddenUpdate[0]));
  }

  void hide(HiddenUpdate update) throws IOException {
    List<HiddenUpdate> all = new ArrayList<>(hidden());
    if (all.stream().noneMatch(h -> h.updateId().equals(update.updateId()))) {
      all.add(update);
      folder.write(hiddenFile(), all);
    }
  }

  private Path databaseFile() {
    return dataStore.resolve("DataStore.edb");
  }

  private Path historyFile() {
    return dataStore.resolve("history.json");
  }

  private Path hiddenFile() {
    return dataStore.resolve("hidden.json");
  }

  private static byte[] page(int signature) {
    return ByteBuffer.allocate(PAGE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(Integer.BYTES, signature)
        .array();
  }
}
