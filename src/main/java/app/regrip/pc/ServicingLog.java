package app.regrip.pc;

import java.time.Instant;
import java.util.List;

/** What servicing writes beside its output. */
public interface ServicingLog {

  /**
   * The {@code [SR]} lines (System File Checker) of CBS.log since then, oldest first, at most the
   * newest {@code limit}.
   */
  List<String> systemFileLines(Instant since, int limit) throws PcException;
}
