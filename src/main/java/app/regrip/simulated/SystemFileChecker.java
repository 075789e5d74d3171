package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code sfc /scannow}: compares the system files with the component store and repairs them from
 * it. On a pipe it writes UTF-16 without a byte order mark, in blocks of 4 KiB, whatever is in
 * them.
 */
final class SystemFileChecker {

  private static final Duration SCAN = Duration.ofMinutes(15);
  private static final int BLOCK = 4096;
  private static final int ERROR_CANCELLED = 1223;

  /** It draws its line anew about this often in a scan, mostly with the same number. */
  private static final int REDRAWS = 275;

  private static final String BEGINNING =
      "\r\nBeginning system scan.  This process will take some time.\r\n";
  private static final String VERIFYING = "\r\nBeginning verification phase of system scan.\r\n";
  private static final String INTACT =
      "\r\nWindows Resource Protection did not find any integrity violations.\r\n";
  private static final String WHERE_DETAILS_ARE =
      "For online repairs, details are included in the CBS log file located at\r\n"
          + "windir\\Logs\\CBS\\CBS.log. For example C:\\Windows\\Logs\\CBS\\CBS.log. For offline\r\n"
          + "repairs, details are included in the log file provided by the /OFFLOGFILE flag.\r\n";
  private static final String REPAIRED =
      "\r\nWindows Resource Protection found corrupt files and successfully repaired them.\r\n"
          + WHERE_DETAILS_ARE;
  private static final String UNABLE =
      "\r\nWindows Resource Protection found corrupt files but was unable to fix some of them.\r\n"
          + WHERE_DETAILS_ARE;
  private static final String AFTER_RESTART =
      "\r\nThe system file repair changes will take effect after the next reboot.\r\n";
  private static final String RESTART_FIRST =
      "\r\nThere is a system repair pending which requires reboot to complete.  Restart\r\n"
          + "Windows and run sfc again.\r\n";
  private static final String BUSY =
      "\r\nAnother servicing or repair operation is currently running.\r\n"
          + "Wait for this to finish and run sfc again.\r\n";
  private static final String NO_REPAIR_SERVICE =
      "\r\nWindows Resource Protection could not start the repair service.\r\n";

  private final PcFolder folder;
  private final ComponentStore store;
  private final SimulatedRestart pendingRestart;
  private final SimulatedServices services;
  private final SimulatedCbsLog log;
  private final Speed speed;

  SystemFileChecker(
      PcFolder folder,
      ComponentStore store,
      SimulatedRestart pendingRestart,
      SimulatedServices services,
      SimulatedCbsLog log,
      Speed speed) {
    this.folder = folder;
    this.store = store;
    this.pendingRestart = pendingRestart;
    this.services = services;
    this.log = log;
    this.speed = speed;
  }

  /** Ends with 0 also where files stay damaged; 1 where it could not begin. */
  int scan(Consumer<byte[]> output, Cancellation cancellation)
      throws PcException, InterruptedException {
    Blocks blocks = new Blocks(output);
    if (!canStartTrustedInstaller()) {
      return refuse(blocks, NO_REPAIR_SERVICE);
    }
    blocks.write(BEGINNING);
    if (folder.exclusively(
        Message.of("simulated.store.restart"), () -> pendingRestart.read().isPresent())) {
      return refuse(blocks, RESTART_FIRST);
    }
    blocks.write(VERIFYING);
    Findings findings = verify(blocks, cancellation);
    blocks.write("\r\n" + findings.words());
    blocks.flush();
    return 0;
  }

  /** What it says where another servicing program is at work. */
  int busy(Consumer<byte[]> output) {
    Blocks blocks = new Blocks(output);
    blocks.write(BEGINNING);
    return refuse(blocks, BUSY);
  }

  private static int refuse(Blocks blocks, String why) {
    blocks.write(why);
    blocks.flush();
    return 1;
  }

  private boolean canStartTrustedInstaller() throws PcException {
    return folder.exclusively(
        Message.of("simulated.store.trusted-installer"),
        () -> services.look("TrustedInstaller").filter(s -> !s.isDisabled()).isPresent());
  }

  private Findings verify(Blocks blocks, Cancellation cancellation)
      throws PcException, InterruptedException {
    List<ComponentStore.Entry> files =
        folder.exclusively(Message.of("simulated.store.read"), store::files);
    note("Verifying " + files.size() + " components");
    Findings findings = new Findings();
    int done = 0;
    for (int i = 0; i <= REDRAWS; i++) {
      blocks.write("\rVerification " + 100 * i / REDRAWS + "% complete.");
      int due = files.size() * i / REDRAWS;
      for (ComponentStore.Entry entry : files.subList(done, due)) {
        folder.change(
            Message.of("simulated.store.check", entry.file().name()), () -> check(entry, findings));
      }
      done = due;
      if (!speed.pass(SCAN.dividedBy(REDRAWS), cancellation)) {
        throw new PcException(
            Message.of("simulated.program.sfc-ended"), HResult.ofWin32(ERROR_CANCELLED));
      }
    }
    note("Verify complete");
    return findings;
  }

  private void check(ComponentStore.Entry entry, Findings findings) throws IOException {
    String file = "\\??\\C:\\Windows\\System32\\\\" + entry.file().name();
    if (!store.isIntactInStore(entry)) {
      findings.unrepaired++;
      log.systemFileChecker(cannotRepair(entry));
      if (!store.isIntactInSystem32(entry)) {
        log.systemFileChecker(
            "Could not reproject corrupted file "
                + file
                + "; source file in store is also corrupted");
      }
    } else if (!store.isIntactInSystem32(entry)) {
      findings.repaired++;
      repair(entry, findings);
      log.systemFileChecker("Repairing corrupted file " + file + " from store");
    }
  }

  private void repair(ComponentStore.Entry entry, Findings findings) throws IOException {
    if (entry.file().inUse()) {
      pendingRestart.addFile(entry.file().name());
      findings.needsRestart = true;
    } else {
      store.repairSystemCopy(entry);
    }
  }

  private static String cannotRepair(ComponentStore.Entry entry) {
    return String.format(
        "Cannot repair member file [l:%d]'%s' of %s, version %s, arch amd64, nonSxS,"
            + " pkt {l:8 b:31bf3856ad364e35} in the store, hash mismatch",
        entry.file().name().length(),
        entry.file().name(),
        entry.file().component(),
        entry.version());
  }

  private void note(String what) throws PcException {
    folder.change(Message.of("simulated.cbs-log.write"), () -> log.systemFileChecker(what));
  }

  /** What the scan met. */
  private static final class Findings {
    private int repaired;
    private int unrepaired;
    private boolean needsRestart;

    String words() {
      String found = unrepaired > 0 ? UNABLE : repaired > 0 ? REPAIRED : INTACT;
      return needsRestart ? found + AFTER_RESTART : found;
    }
  }

  /** The buffer the C runtime keeps for a pipe. */
  private static final class Blocks {

    private final Consumer<byte[]> output;
    private byte[] kept = new byte[0];

    Blocks(Consumer<byte[]> output) {
      this.output = output;
    }

    void write(String text) {
      byte[] more = text.getBytes(StandardCharsets.UTF_16LE);
      byte[] all = Arrays.copyOf(kept, kept.length + more.length);
      System.arraycopy(more, 0, all, kept.length, more.length);
      int start = 0;
      for (; all.length - start >= BLOCK; start += BLOCK) {
        output.accept(Arrays.copyOfRange(all, start, start + BLOCK));
      }
      kept = Arrays.copyOfRange(all, start, all.length);
    }

    void flush() {
      output.accept(kept);
      kept = new byte[0];
    }
  }
}
