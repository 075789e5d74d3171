package app.regrip.repair;

import java.util.Map;
import java.util.Optional;

/**
 * How things were before a step touched them: all that its undo needs. It is written to the journal
 * before the step acts, so it holds plain text only.
 */
public record UndoData(Map<String, String> facts) {

  public static final UndoData NOTHING = new UndoData(Map.of());

  public UndoData {
    facts = Map.copyOf(facts);
  }

  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }
}
