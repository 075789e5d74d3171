package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.RepairSource;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code dism /Online /English /Cleanup-Image}, as it behaves and as it writes to a pipe. It looks
 * at one file after the other while its bar moves and repairs each when its turn comes, so that one
 * killed half-way has repaired half.
 */
final class Dism {

  private static final Duration CHECK = Duration.ofSeconds(30);
  private static final Duration SCAN = Duration.ofSeconds(450);
  private static final Duration REPAIR = Duration.ofMinutes(20);

  private static final HResult SOURCE_MISSING = new HResult(0x800F081F);
  private static final HResult DOWNLOAD_FAILED = new HResult(0x800F0906);
  private static final HResult BUSY = new HResult(0x800F0902);
  private static final int ERROR_SUCCESS_REBOOT_REQUIRED = 3010;
  private static final int ERROR_FAIL_REBOOT_REQUIRED = 3017;

  /** Where a run ends that meets a pending restart. */
  private static final double GIVES_UP_AT = 60.3;

  private static final String HEALTHY = "No component store corruption detected.\r\n";
  private static final String REPAIRABLE = "The component store is repairable.\r\n";
  private static final String COMPLETED = "The operation completed successfully.\r\n";
  private static final String HOW_TO_NAME_A_SOURCE =
      "option to specify the location of the files that are required to restore the feature. For"
          + " more information on specifying a source location, see"
          + " https://go.microsoft.com/fwlink/?LinkId=243077.\r\n";

  private final PcFolder folder;
  private final FactsFile facts;
  private final ComponentStore store;
  private final SimulatedRestart pendingRestart;
  private final SimulatedServices services;
  private final FailureLog failures;
  private final Speed speed;

  Dism(
      PcFolder folder,
      FactsFile facts,
      ComponentStore store,
      SimulatedRestart pendingRestart,
      SimulatedServices services,
      FailureLog failures,
      Speed speed) {
    this.folder = folder;
    this.facts = facts;
    this.store = store;
    this.pendingRestart = pendingRestart;
    this.services = services;
    this.failures = failures;
    this.speed = speed;
  }

  int checkHealth(Consumer<byte[]> output) throws PcException, InterruptedException {
    header(output);
    speed.pass(CHECK, Cancellation.never());
    boolean corrupt =
        folder.exclusively(Message.of("simulated.store.flag"), store::isCorruptionKnown);
    return say(output, (corrupt ? REPAIRABLE : HEALTHY) + COMPLETED, 0);
  }

  int scanHealth(Consumer<byte[]> output) throws PcException, InterruptedException {
    header(output);
    if (isRestartPending()) {
      return refuseUntilRestart(DismProgress.ofScan(), SCAN, output);
    }
    Scan scan = new Scan();
    walk(DismProgress.ofScan(), SCAN, output, scan);
    folder.change(
        Message.of("simulated.store.set-flag"), () -> store.rememberCorruption(scan.damaged > 0));
    return say(output, (scan.damaged > 0 ? REPAIRABLE : HEALTHY) + COMPLETED, 0);
  }

  int restoreHealth(Optional<RepairSource> source, Consumer<byte[]> output)
      throws PcException, InterruptedException {
    header(output);
    if (isRestartPending()) {
      return refuseUntilRestart(DismProgress.ofRepair(), REPAIR, output);
    }
    Repair repair = new Repair(source);
    walk(DismProgress.ofRepair(), REPAIR, output, repair);
    if (repair.failure != null) {
      return fail(output, repair.failure);
    }
    folder.change(Message.of("simulated.store.set-flag"), () -> store.rememberCorruption(false));
    String restored = "The restore operation completed successfully.\r\n" + COMPLETED;
    return repair.needsRestart
        ? say(
            output,
            restored + "Restart Windows to complete this operation.\r\n",
            ERROR_SUCCESS_REBOOT_REQUIRED)
        : say(output, restored, 0);
  }

  /** What it says where another servicing program is at work. */
  int busy(Consumer<byte[]> output) throws PcException {
    header(output);
    return fail(output, BUSY);
  }

  /** What is done with each file of the store when its turn comes. */
  private interface Visit {
    void visit(ComponentStore.Entry entry) throws IOException;
  }

  private final class Scan implements Visit {
    private int damaged;

    @Override
    public void visit(ComponentStore.Entry entry) throws IOException {
      damaged += store.isIntactInStore(entry) ? 0 : 1;
    }
  }

  private final class Repair implements Visit {
    private final Optional<RepairSource> source;
    private HResult failure;
    private boolean needsRestart;

    Repair(Optional<RepairSource> source) {
      this.source = source;
    }

    @Override
    public void visit(ComponentStore.Entry entry) throws IOException {
      if (store.isIntactInStore(entry)) {
        return;
      }
      store.rememberCorruption(true);
      if (source.isEmpty() && !canDownload()) {
        failure = DOWNLOAD_FAILED;
      } else if (!store.repairStoreCopy(entry, source)) {
        failure = SOURCE_MISSING;
      } else if (entry.file().inUse()) {
        pendingRestart.addFile(entry.file().name());
        needsRestart = true;
      }
    }

    private boolean canDownload() throws IOException {
      return services.look("wuauserv").filter(s -> !s.isDisabled()).isPresent()
          && services.look("BITS").filter(s -> !s.isDisabled()).isPresent();
    }
  }

  private void walk(
      List<DismProgress.Step> steps, Duration life, Consumer<byte[]> output, Visit visit)
      throws PcException, InterruptedException {
    List<ComponentStore.Entry> files =
        folder.exclusively(Message.of("simulated.store.read"), store::files);
    int done = 0;
    for (int i = 0; i < steps.size(); i++) {
      int due = files.size() * (i + 1) / steps.size();
      for (ComponentStore.Entry entry : files.subList(done, due)) {
        folder.change(
            Message.of("simulated.store.service", entry.file().name()), () -> visit.visit(entry));
      }
      done = due;
      show(steps.get(i), life, output);
    }
  }

  private void show(DismProgress.Step step, Duration life, Consumer<byte[]> output)
      throws InterruptedException {
    output.accept(DismProgress.bar(step.percent()));
    speed.pass(Duration.ofNanos((long) (life.toNanos() * step.rest())), Cancellation.never());
  }

  private int refuseUntilRestart(
      List<DismProgress.Step> steps, Duration life, Consumer<byte[]> output)
      throws PcException, InterruptedException {
    for (DismProgress.Step step : steps) {
      if (step.percent() < GIVES_UP_AT) {
        show(step, life, output);
      }
    }
    return fail(output, HResult.ofWin32(ERROR_FAIL_REBOOT_REQUIRED));
  }

  private boolean isRestartPending() throws PcException {
    return folder.exclusively(
        Message.of("simulated.store.restart"), () -> pendingRestart.read().isPresent());
  }

  private void header(Consumer<byte[]> output) throws PcException {
    FactSheet versions = folder.exclusively(Message.of("simulated.store.version"), facts::read);
    String text =
        "\r\nDeployment Image Servicing and Management tool\r\nVersion: "
            + versions.dismVersion()
            + "\r\n\r\nImage Version: "
            + versions.imageVersion()
            + "\r\n\r\n";
    say(output, text, 0);
  }

  /** A Win32 error is shown and returned as its number, any other as its HRESULT. */
  private int fail(Consumer<byte[]> output, HResult failure) throws PcException {
    folder.change(
        Message.of("simulated.store.log-failure"), () -> failures.add(FailureLog.DISM, failure));
    int exitCode = failure.isWin32() ? failure.code() : failure.value();
    String number =
        failure.isWin32() ? Integer.toString(exitCode) : String.format("0x%08x", exitCode);
    return say(
        output,
        "\r\nError: "
            + number
            + "\r\n\r\n"
            + explanation(failure)
            + "\r\nThe DISM log file can be found at C:\\WINDOWS\\Logs\\DISM\\dism.log\r\n",
        exitCode);
  }

  private static String explanation(HResult failure) {
    if (failure.equals(SOURCE_MISSING)) {
      return "The source files could not be found.\r\nUse the \"Source\" " + HOW_TO_NAME_A_SOURCE;
    }
    if (failure.equals(DOWNLOAD_FAILED)) {
      return "The source files could not be downloaded.\r\nUse the \"source\" "
          + HOW_TO_NAME_A_SOURCE;
    }
    return failure.equals(BUSY)
        ? "DISM failed. No operation was performed.\r\n"
        : "The requested operation failed. A system reboot is required to roll back changes"
            + " made.\r\n";
  }

  private static int say(Consumer<byte[]> output, String text, int exitCode) {
    output.accept(text.getBytes(StandardCharsets.US_ASCII));
    return exitCode;
  }
}
