package app.regrip.repair;

import app.regrip.text.Message;
import java.util.HashMap;
import java.util.Map;

/**
 * What a step has done.
 *
 * @param done false where there was nothing to do
 * @param words one plain sentence, or empty
 * @param restartNeeded whether it takes effect only after a restart of the PC
 * @param facts what later steps want to know of it; kept in the journal
 */
public record StepResult(
    boolean done, Message words, boolean restartNeeded, Map<String, String> facts) {

  private static final String CHANGED = "changed";

  public StepResult {
    facts = Map.copyOf(facts);
  }

  public static StepResult done(Message words) {
    return new StepResult(true, words, false, Map.of());
  }

  public static StepResult skipped(Message why) {
    return new StepResult(false, why, false, Map.of());
  }

  /** The step looked, and all is as it should be. */
  public static StepResult foundNothing(Message words) {
    return new StepResult(true, words, false, Map.of(CHANGED, "no"));
  }

  /** Whether something on the PC is another than before it. */
  boolean changedSomething() {
    return done && !facts.containsKey(CHANGED);
  }

  public StepResult withFact(String name, String value) {
    Map<String, String> more = new HashMap<>(facts);
    more.put(name, value);
    return new StepResult(done, words, restartNeeded, more);
  }

  public StepResult afterRestart() {
    return new StepResult(done, words, true, facts);
  }
}
