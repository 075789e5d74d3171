package app.regrip.update;

import app.regrip.errors.HResult;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What failed: all that a repair needs to begin at the right end, and to prove that the same thing
 * works again.
 *
 * @param operation search, download or installation; Windows does each with other parts of itself
 * @param update the update it was about; empty for a search, and where the event names none
 */
public record Failure(Operation operation, HResult code, Optional<UUID> update) {

  private static final Set<Operation> PHASES =
      Set.of(Operation.SEARCH, Operation.DOWNLOAD, Operation.INSTALL);

  public Failure {
    update = update == null ? Optional.empty() : update;
    if (!PHASES.contains(operation) || operation == Operation.SEARCH && update.isPresent()) {
      throw new IllegalArgumentException("no failure of a phase of updating: " + operation);
    }
  }

  public static Failure ofSearch(HResult code) {
    return new Failure(Operation.SEARCH, code, Optional.empty());
  }

  /**
   * @param updateId as an event names it; what is no GUID names none
   */
  static Failure of(Operation operation, HResult code, String updateId) {
    return new Failure(
        operation, code, operation == Operation.SEARCH ? Optional.empty() : guid(updateId));
  }

  private static Optional<UUID> guid(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
