package app.regrip.update;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One event of the Windows Update client, understood.
 *
 * @param id the event id, e.g. 20 for a failed installation
 * @param recordId its number in its channel
 * @param code the error, where the event carries one
 * @param title of the update, empty where the event names none
 * @param updateId GUID of the update, lower case without braces, empty where the event names none
 * @param service which update service it was about
 * @param updatesFound how many updates a successful search found, where the event tells
 */
public record UpdateEvent(
    Instant at,
    int id,
    String channel,
    long recordId,
    Operation operation,
    Outcome outcome,
    Optional<HResult> code,
    String title,
    String updateId,
    UpdateService service,
    OptionalInt updatesFound) {

  /** What the client was doing. */
  public enum Operation {
    SEARCH,
    DOWNLOAD,
    INSTALL,
    UNINSTALL,
    OTHER;

    public Message inWords() {
      return Message.of("update.operation." + name().toLowerCase(Locale.ROOT));
    }

    /** The same by its name in any case; another name stands for itself. */
    public static Message inWords(String name) {
      return Arrays.stream(values())
          .filter(operation -> operation.name().equalsIgnoreCase(name))
          .findFirst()
          .map(Operation::inWords)
          .orElseGet(() -> Message.asIs(name));
    }
  }

  /** How it went. */
  public enum Outcome {
    STARTED,
    SUCCEEDED,
    FAILED,
    /** Says nothing about success, e.g. "restart required". */
    NEUTRAL
  }

  /**
   * Few share a moment; for a hash of all components Java makes some thirty classes, which stay.
   */
  @Override
  public int hashCode() {
    return at.hashCode();
  }

  /** Whether this counts when the health of Windows' own updates is judged. */
  public boolean isAboutWindows() {
    return service != UpdateService.MICROSOFT_STORE;
  }
}
