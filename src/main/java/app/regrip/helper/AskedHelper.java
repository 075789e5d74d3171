package app.regrip.helper;

import app.regrip.repair.RepairEvent;
import app.regrip.repair.Verdicts;
import app.regrip.selftest.Judged;
import app.regrip.selftest.Question;
import app.regrip.selftest.SelfTest;
import app.regrip.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The helper with the order to ask this PC the questions of the self-test. It writes one {@link
 * RepairEvent.Answered} for each and hears nothing. It waits for no repair and lets none begin
 * meanwhile.
 */
public final class AskedHelper {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RepairLock lock;
  private final Map<String, Question> questions;

  /**
   * @param questions by the ids of the assumptions
   */
  public AskedHelper(RepairLock lock, Map<String, Question> questions) {
    this.lock = lock;
    this.questions = Map.copyOf(questions);
  }

  /** Returns the exit code. */
  public int run(OutputStream out) {
    try {
      Optional<RepairLock.Held> held = lock.tryHoldUnseen();
      if (held.isEmpty()) {
        say(new RepairEvent.RunEnded(Verdicts.anotherIsRunning()), out);
        return HelperExit.DONE;
      }
      try (RepairLock.Held meanwhile = held.get()) {
        new SelfTest(questions, Message.NONE, PATIENCE).run(judged -> tell(judged, out));
      }
      return HelperExit.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HelperExit.FAILED;
    } catch (IOException | UncheckedIOException e) {
      System.err.println("The self-test could not tell its answers: " + e.getMessage());
      return HelperExit.FAILED;
    }
  }

  private void tell(Judged judged, OutputStream out) {
    if (questions.containsKey(judged.assumption().id())) {
      try {
        say(new RepairEvent.Answered(judged.assumption().id(), judged.answer()), out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void say(RepairEvent event, OutputStream out) throws IOException {
    out.write((EventLine.of(event) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
