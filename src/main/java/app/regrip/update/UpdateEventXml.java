package app.regrip.update;

import app.regrip.errors.HResult;
import app.regrip.eventxml.EventFields;
import app.regrip.eventxml.EventFieldsReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads an event of the Windows Update client from its XML, as EvtRender and wevtutil give it. Data
 * are read by name: their order differs between ids, and events of version 0 lack some.
 */
public final class UpdateEventXml {

  static final String PROVIDER = "Microsoft-Windows-WindowsUpdateClient";
  private static final String PROVIDER_GUID = "945a8954-c147-4acd-923f-40c45405a658";

  private UpdateEventXml() {}

  /**
   * Empty where the text is not an event of that provider, or has no id or no time. Takes any text
   * and never throws. Of several events one after the other the first is read.
   */
  public static Optional<UpdateEvent> parse(String xml) {
    return new EventFieldsReader().read(xml).flatMap(UpdateEventXml::of);
  }

  /** Those among these texts that are events, in their order. */
  public static List<UpdateEvent> parseAll(List<String> texts) {
    EventFieldsReader reader = new EventFieldsReader();
    return texts.stream()
        .flatMap(text -> reader.read(text).flatMap(UpdateEventXml::of).stream())
        .toList();
  }

  /** Empty where these are not the fields of an event of that provider. */
  public static Optional<UpdateEvent> of(EventFields fields) {
    try {
      return event(fields.byName());
    } catch (NumberFormatException idIsNoNumber) {
      return Optional.empty();
    }
  }

  private static Optional<UpdateEvent> event(Map<String, String> fields) {
    if (!isOfUpdateClient(fields) || !fields.containsKey("EventID")) {
      return Optional.empty();
    }
    Optional<Instant> at = new EventFields(fields).time();
    if (at.isEmpty()) {
      return Optional.empty();
    }
    int id = Integer.parseInt(fields.get("EventID"));
    EventMeaning meaning = EventMeaning.of(id);
    return Optional.of(
        new UpdateEvent(
            at.get(),
            id,
            fields.getOrDefault("Channel", ""),
            number(fields.get("EventRecordID")).orElse(0L),
            meaning.operation(),
            meaning.outcome(),
            code(fields.get("data:errorCode")),
            fields.getOrDefault("data:updateTitle", ""),
            guid(fields.getOrDefault("data:updateGuid", "")),
            service(fields),
            number(fields.get("data:updateCount"))
                .map(n -> OptionalInt.of(n.intValue()))
                .orElseGet(OptionalInt::empty)));
  }

  /** Events of downloads and of starts carry no service; those of apps show it by their title. */
  private static UpdateService service(Map<String, String> fields) {
    UpdateService named = UpdateService.ofGuid(fields.getOrDefault("data:serviceGuid", ""));
    return named == UpdateService.UNNAMED
            && UpdateTitle.isStoreApp(fields.getOrDefault("data:updateTitle", ""))
        ? UpdateService.MICROSOFT_STORE
        : named;
  }

  private static boolean isOfUpdateClient(Map<String, String> fields) {
    String name = fields.getOrDefault("Provider@Name", "");
    return name.isEmpty()
        ? guid(fields.getOrDefault("Provider@Guid", "")).equals(PROVIDER_GUID)
        : name.equalsIgnoreCase(PROVIDER);
  }

  private static String guid(String text) {
    return text.replace("{", "").replace("}", "").strip().toLowerCase(Locale.ROOT);
  }

  /** {@code 0x80070006} in any case, or a decimal number with or without sign. */
  private static Optional<HResult> code(String text) {
    return number(text)
        .filter(n -> n >= Integer.MIN_VALUE && n <= 0xFFFFFFFFL)
        .map(n -> new HResult(n.intValue()));
  }

  private static Optional<Long> number(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      boolean hex = text.startsWith("0x") || text.startsWith("0X");
      return Optional.of(hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
