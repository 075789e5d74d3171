package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.Programs;
import app.regrip.pc.RepairSource;
import app.regrip.pc.WindowsImage;
import app.regrip.text.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs DISM and SFC, one at a time over all processes. */
final class SimulatedPrograms implements Programs {

  private static final int ERROR_OPERATION_ABORTED = 995;
  private static final int ERROR_GEN_FAILURE = 31;

  private final PcFolder folder;
  private final ComponentStore store;
  private final TiWorker worker;
  private final Dism dism;
  private final SystemFileChecker sfc;

  SimulatedPrograms(
      PcFolder folder, ComponentStore store, TiWorker worker, Dism dism, SystemFileChecker sfc) {
    this.folder = folder;
    this.store = store;
    this.worker = worker;
    this.dism = dism;
    this.sfc = sfc;
  }

  @Override
  public int run(Program program, Listener output, Cancellation cancellation) throws PcException {
    try {
      Optional<FolderLock.Held> turn = folder.servicing().tryHold();
      if (turn.isEmpty()) {
        return program instanceof Program.SystemFileCheck ? sfc.busy(output) : dism.busy(output);
      }
      try {
        return runAlone(program, output, cancellation);
      } finally {
        turn.get().release();
        folder.change(Message.of("simulated.program.end"), worker::hasWorked);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(
          Message.of("simulated.program.interrupted"), HResult.ofWin32(ERROR_OPERATION_ABORTED), e);
    } catch (IOException e) {
      throw new PcException(
          Message.of("simulated.program.start-failed", e.toString()),
          HResult.ofWin32(ERROR_GEN_FAILURE),
          e);
    }
  }

  @Override
  public List<RepairSource> repairSources() throws PcException {
    return folder.exclusively(Message.of("simulated.media.find"), store::repairSources);
  }

  @Override
  public List<WindowsImage> images(char drive) throws PcException {
    return folder.exclusively(Message.of("simulated.media.read"), () -> store.mediaImages(drive));
  }

  private int runAlone(Program program, Consumer<byte[]> output, Cancellation cancellation)
      throws PcException, InterruptedException {
    if (program instanceof Program.DismRestoreHealth restore) {
      return dism.restoreHealth(restore.source(), output);
    }
    if (program instanceof Program.DismScanHealth) {
      return dism.scanHealth(output);
    }
    return program instanceof Program.DismCheckHealth
        ? dism.checkHealth(output)
        : sfc.scan(output, cancellation);
  }
}
