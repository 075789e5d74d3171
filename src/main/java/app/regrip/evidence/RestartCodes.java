package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.ToolRun.Verdict;
import java.util.Set;

/** Numbers by which servicing says that it waits for a restart of the PC. */
final class RestartCodes {

  /** 3010, 3011, 3017 and 3018; servicing work pending, servicing stack update unfinished. */
  private static final Set<HResult> CODES =
      Set.of(
          HResult.ofWin32(3010),
          HResult.ofWin32(3011),
          HResult.ofWin32(3017),
          HResult.ofWin32(3018),
          new HResult(0x800F0806),
          new HResult(0x800F082A));

  private RestartCodes() {}

  static Verdict verdictOf(HResult failure) {
    return CODES.contains(failure) ? Verdict.RESTART_NEEDED : Verdict.FAILED;
  }
}
