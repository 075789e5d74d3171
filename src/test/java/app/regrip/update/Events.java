package app.regrip.update;

import app.regrip.errors.HResult;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Update events for tests, in the shapes Windows writes. */
final class Events {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final String CUMULATIVE = "2026-02 Cumulative Update for Windows 11 (KB5050001)";
  static final String DEFINITIONS =
      "Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version %s)";
  static final HResult NO_SERVER = new HResult(0x80072EE2);

  private Events() {}

  static Instant minutes(int afterNoon) {
    return NOON.plusSeconds(afterNoon * 60L);
  }

  static UpdateEvent searchFailed(int minute, HResult code) {
    return event(minute, 25, Optional.of(code), "", "", UpdateService.WINDOWS_UPDATE, -1);
  }

  static UpdateEvent found(int minute, int count) {
    return found(minute, count, UpdateService.WINDOWS_UPDATE);
  }

  static UpdateEvent found(int minute, int count, UpdateService service) {
    return event(minute, 26, Optional.empty(), "", "", service, count);
  }

  static UpdateEvent downloadFailed(int minute, String title, HResult code) {
    return event(minute, 31, Optional.of(code), title, "id of " + title, UpdateService.UNNAMED, -1);
  }

  static UpdateEvent installFailed(int minute, String title, HResult code) {
    return event(
        minute, 20, Optional.of(code), title, "id of " + title, UpdateService.WINDOWS_UPDATE, -1);
  }

  static UpdateEvent installed(int minute, String title) {
    return event(
        minute, 19, Optional.empty(), title, "id of " + title, UpdateService.WINDOWS_UPDATE, -1);
  }

  static UpdateEvent appFailed(int minute, HResult code) {
    return event(
        minute,
        20,
        Optional.of(code),
        "9NBLGGH3FL3T-Some.App",
        "app",
        UpdateService.MICROSOFT_STORE,
        -1);
  }

  static UpdateEvent neutral(int minute, int id) {
    return event(minute, id, Optional.empty(), "", "", UpdateService.UNNAMED, -1);
  }

  private static UpdateEvent event(
      int minute,
      int id,
      Optional<HResult> code,
      String title,
      String updateId,
      UpdateService service,
      int found) {
    EventMeaning meaning = EventMeaning.of(id);
    return new UpdateEvent(
        minutes(minute),
        id,
        "System",
        5000 + minute,
        meaning.operation(),
        meaning.outcome(),
        code,
        title,
        updateId,
        service,
        found < 0 ? OptionalInt.empty() : OptionalInt.of(found));
  }
}
