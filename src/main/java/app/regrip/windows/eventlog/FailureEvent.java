package app.regrip.windows.eventlog;

import app.regrip.errors.HResult;
import app.regrip.eventxml.EventFields;
import app.regrip.eventxml.EventFieldsReader;
import app.regrip.pc.PcFacts.LoggedFailure;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the two events by which BITS (61) and servicing (Setup 3) report a failure. BITS writes its
 * HRESULT as an unsigned decimal number, servicing in hexadecimal and in UserData.
 */
public final class FailureEvent {

  private FailureEvent() {}

  /** Empty where it is another event, a success or torn. */
  public static Optional<LoggedFailure> read(String xml) {
    return new EventFieldsReader().read(xml).flatMap(FailureEvent::of);
  }

  private static Optional<LoggedFailure> of(EventFields event) {
    boolean bits = !event.get("data:hr").isEmpty();
    Optional<Instant> at = event.time();
    Optional<HResult> code = number(event.get(bits ? "data:hr" : "ErrorCode"));
    if (at.isEmpty() || code.filter(HResult::isFailure).isEmpty()) {
      return Optional.empty();
    }
    Message what =
        bits
            ? named("windows.failed.download-job", event.get("data:name"))
            : named("windows.failed.package", event.get("PackageIdentifier"));
    return Optional.of(new LoggedFailure(at.get(), bits ? "BITS" : "DISM", code.get(), what));
  }

  private static Message named(String kind, String name) {
    return name.isEmpty() ? Message.of(kind + ".nameless") : Message.of(kind, name);
  }

  private static Optional<HResult> number(String text) {
    try {
      long number = Long.decode(text);
      return number >= Integer.MIN_VALUE && number <= 0xFFFFFFFFL
          ? Optional.of(new HResult((int) number))
          : Optional.empty();
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }
}
