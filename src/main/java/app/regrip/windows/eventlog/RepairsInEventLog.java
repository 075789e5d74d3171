package app.regrip.windows.eventlog;

import app.regrip.errors.HResult;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RunState;
import app.regrip.repair.Verdict;
import java.util.function.Consumer;

/** Tells that a repair began, how it ended, and that one was cut off. */
public final class RepairsInEventLog implements Consumer<RepairEvent> {

  private static final String UNKNOWN = "-";

  private final MessageLog log;
  private String fix = UNKNOWN;
  private String run = UNKNOWN;

  public RepairsInEventLog(MessageLog log) {
    this.log = log;
  }

  @Override
  public void accept(RepairEvent event) {
    if (event instanceof RepairEvent.RunStarted started) {
      fix = started.fix().commandName();
      run = started.runId();
      log.tryToWrite(LogMessage.STARTED, fix, run);
    } else if (event instanceof RepairEvent.RunEnded ended) {
      end(ended.verdict());
    }
  }

  /** Whose helper is gone; unless it had come to its end before. */
  public void cutOff(RunState cut) {
    if (cut.ended().isEmpty()) {
      log.tryToWrite(LogMessage.CUT_OFF, cut.begun().fix().commandName(), cut.begun().runId());
    }
  }

  private void end(Verdict verdict) {
    switch (verdict.kind()) {
      case PROVEN, PASSED -> log.tryToWrite(LogMessage.PROVEN, fix, run, verdict.words().english());
      default ->
          log.tryToWrite(
              LogMessage.WITHOUT_PROOF,
              fix,
              run,
              verdict.kind().name(),
              verdict.words().english(),
              verdict.code().map(HResult::toString).orElse(UNKNOWN));
    }
  }
}
