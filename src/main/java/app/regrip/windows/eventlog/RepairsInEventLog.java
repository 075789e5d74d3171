package app.regrip.windows.eventlog;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.Verdict;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells those who collect the event logs of many PCs that a repair began and how it ended. */
public final class RepairsInEventLog implements Consumer<RepairEvent> {

  /** The messages of events.mc. Others rely on a number, so none ever gets another meaning. */
  public enum RepairMessage {
    /** Fix, run. */
    STARTED(1001, true),
    /** Fix, run, words. */
    PROVEN(1002, true),
    /** Fix, run, kind of verdict, words, error. */
    WITHOUT_PROOF(1003, false);

    private final int id;
    private final boolean good;

    RepairMessage(int id, boolean good) {
      this.id = id;
      this.good = good;
    }

    public int id() {
      return id;
    }

    /** Whether it is information, and no warning. */
    public boolean isGood() {
      return good;
    }
  }

  /** Where it is written. */
  @FunctionalInterface
  public interface Log {
    void write(RepairMessage message, String... words) throws PcException;
  }

  private static final System.Logger LOG = System.getLogger(RepairsInEventLog.class.getName());
  private static final String UNKNOWN = "-";

  private final Log log;
  private String fix = UNKNOWN;
  private String run = UNKNOWN;

  public RepairsInEventLog(Log log) {
    this.log = log;
  }

  @Override
  public void accept(RepairEvent event) {
    if (event instanceof RepairEvent.RunStarted started) {
      fix = started.fix().commandName();
      run = started.runId();
      write(RepairMessage.STARTED, fix, run);
    } else if (event instanceof RepairEvent.RunEnded ended) {
      end(ended.verdict());
    }
  }

  private void end(Verdict verdict) {
    switch (verdict.kind()) {
      case PROVEN, PASSED -> write(RepairMessage.PROVEN, fix, run, verdict.words().english());
      default ->
          write(
              RepairMessage.WITHOUT_PROOF,
              fix,
              run,
              verdict.kind().name(),
              verdict.words().english(),
              verdict.code().map(HResult::toString).orElse(UNKNOWN));
    }
  }

  /** A repair goes on where nothing can be written. */
  private void write(RepairMessage message, String... words) {
    try {
      log.write(message, words);
    } catch (PcException e) {
      LOG.log(Level.WARNING, "the event log does not tell of this repair", e);
    }
  }
}
