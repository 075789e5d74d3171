package app.regrip.windows.elevation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The small program that outlives the helper: where the helper is killed or crashes, it starts one
 * more, which starts the services again that were stopped. It is there before the first of them is.
 */
final class Guard {

  /** Beside the helper. Another name than the helper's, so that who ends that one leaves it. */
  static final String PROGRAM = "RegripGuard.exe";

  /**
   * What the helper ends with where it has come to its own end (guard.c). Who kills a process may
   * choose any code, and many choose 0 or 1.
   */
  static final int ENDED_BY_ITSELF = 0x5247;

  private static final int PATIENCE_SECONDS = 10;

  private Guard() {}

  /**
   * Returns when it stands by. Its first process ends then, and must be waited for: until that one
   * has opened this process, the number of this one has to stay its own.
   *
   * @throws IOException where there is none; a repair is as good without, as long as it lives
   */
  static void standBy(Path folder, String runId) throws IOException {
    Process first =
        new ProcessBuilder(
                folder.resolve(PROGRAM).toString(),
                runId,
                Long.toString(ProcessHandle.current().pid()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        first.destroyForcibly();
        throw new IOException(PROGRAM + " did not stand by in time");
      }
      if (first.exitValue() != 0) {
        throw new IOException(PROGRAM + " could not stand by (" + first.exitValue() + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Waiting for " + PROGRAM + " was interrupted", e);
    }
  }
}
