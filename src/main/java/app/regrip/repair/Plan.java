package app.regrip.repair;

import app.regrip.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of one fix, in order: what can be put back comes first, what can only be repeated comes
 * last.
 *
 * @param steps with ids that differ
 */
public record Plan(Fix fix, List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
    Set<String> ids = new HashSet<>();
    for (Step step : steps) {
      if (!ids.add(step.id())) {
        throw new IllegalArgumentException("two steps are called " + step.id());
      }
    }
  }

  public List<Message> titles() {
    return steps.stream().map(Step::title).toList();
  }

  public Optional<Step> step(String id) {
    return steps.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}
