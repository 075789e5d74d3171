package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.eventxml.EventFields;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEventXml;
import app.regrip.update.UpdateService;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an event of the Windows log says about updates, by its provider and its id. */
final class EventOfXml {

  private static final String UPDATE_CLIENT = "microsoft-windows-windowsupdateclient";
  private static final String SERVICING = "microsoft-windows-servicing";
  private static final String BITS = "microsoft-windows-bits-client";
  private static final String SERVICES = "service control manager";

  private static final String INSTALLER = "microsoft-windows-wusa";
  private static final String INSTALLER_GUID = "09608c12-c1da-4104-a6fe-b959cf57560a";

  private static final String SERVICES_CHANGE_GUID = "555908d1-a6d7-4695-8e1e-26931d2012f4";
  private static final String BITS_GUID = "ef1cc15b-46c1-414e-bb95-e76b077bd51e";
  private static final String SERVICING_GUID = "bd12f3b8-fc40-4a61-a307-b7a013a069c1";

  /** Jobs that the update agent gives to BITS are titled so. */
  private static final String AGENT_JOB = "wu client download";

  /** The fields that are asked for here, and by {@link UpdateEventXml}. */
  private static final Set<String> ASKED =
      Set.of(
          "EventID",
          "Provider@Name",
          "Provider@Guid",
          "TimeCreated@SystemTime",
          "Computer",
          "Binary",
          "PackageIdentifier",
          "IntendedPackageState",
          "IntendedPackageStateTextized",
          "ErrorCode",
          "data:errorCode",
          "data:updateTitle",
          "data:UpdateTitle",
          "data:serviceGuid",
          "data:hr",
          "data:ErrorCode",
          "data:name",
          "data:jobTitle",
          "data:param1",
          "data:param2",
          "data:param3",
          "data:param4");

  private static final List<String> PROVIDERS =
      List.of(UPDATE_CLIENT, SERVICING, BITS, SERVICES, INSTALLER);

  private static final String UNKNOWN = "";

  private static final Optional<ZoneOffset> UTC = Optional.of(ZoneOffset.UTC);

  /** The services whose failure stops updates, in lower case. */
  static final Set<String> UPDATE_SERVICES =
      Set.of("wuauserv", "bits", "cryptsvc", "msiserver", "usosvc", "trustedinstaller");

  /** Empty where there is no id, or the text is no event at all. */
  Optional<LoggedEvent> of(EventFields fields, long line) {
    int id;
    try {
      id = Integer.parseInt(fields.get("EventID"));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    Optional<UpdateEvent> update = UpdateEventXml.of(fields);
    if (update.isPresent()) {
      return Optional.of(ofUpdateClient(update.get(), line));
    }
    return Optional.of(
        switch (provider(fields)) {
          case SERVICING -> ofServicing(fields, id, line);
          case BITS -> ofBits(fields, id, line);
          case SERVICES -> ofServices(fields, id, line);
          case INSTALLER -> ofInstaller(fields, id, line);
          default ->
              event(fields, Operation.OTHER, Outcome.OTHER, Optional.empty(), "", line, false);
        });
  }

  /** Without its domain; empty where the event does not tell. */
  static String pc(EventFields fields) {
    return fields.get("Computer").strip().split("\\.", 2)[0];
  }

  static boolean isOfWsus(EventFields fields) {
    return UpdateService.ofGuid(fields.get("data:serviceGuid")) == UpdateService.WSUS;
  }

  /** Whether its events mean more than that there was one. */
  static boolean knows(String provider) {
    String name = provider.strip();
    return name.isEmpty() || !known(name).equals(UNKNOWN);
  }

  private static String known(String name) {
    for (String provider : PROVIDERS) {
      if (provider.equalsIgnoreCase(name)) {
        return provider;
      }
    }
    return UNKNOWN;
  }

  /** Whether a field of that name may tell anything here. */
  static boolean asks(String field) {
    return ASKED.contains(field);
  }

  private static String provider(EventFields fields) {
    String name = fields.get("Provider@Name");
    if (!name.isEmpty()) {
      return known(name);
    }
    return switch (fields.get("Provider@Guid").toLowerCase(Locale.ROOT).replaceAll("[{}]", "")) {
      case SERVICES_CHANGE_GUID -> SERVICES;
      case BITS_GUID -> BITS;
      case SERVICING_GUID -> SERVICING;
      case INSTALLER_GUID -> INSTALLER;
      default -> UNKNOWN;
    };
  }

  private static LoggedEvent ofUpdateClient(UpdateEvent event, long line) {
    Outcome outcome =
        switch (event.outcome()) {
          case SUCCEEDED -> Outcome.SUCCEEDED;
          case FAILED -> Outcome.FAILED;
          case STARTED, NEUTRAL -> Outcome.OTHER;
        };
    return new LoggedEvent(
        Optional.of(utc(event.at())),
        event.operation(),
        outcome,
        event.code().filter(code -> !code.equals(HResult.OK)),
        Optional.of(event.title()).filter(title -> !title.isBlank()),
        line,
        event.isAboutWindows());
  }

  /**
   * Ids: 1 started, 2 done, 3 failed, 4 done after a restart. The level is 0 even for a failure.
   */
  private static LoggedEvent ofServicing(EventFields fields, int id, long line) {
    Operation operation =
        switch (fields.get("IntendedPackageStateTextized").toLowerCase(Locale.ROOT)) {
          case "installed" -> Operation.INSTALL;
          case "absent", "uninstalled" -> Operation.UNINSTALL;
          default ->
              fields.get("IntendedPackageState").equals("5112")
                  ? Operation.INSTALL
                  : Operation.OTHER;
        };
    Outcome outcome =
        switch (id) {
          case 2 -> Outcome.SUCCEEDED;
          case 3 -> Outcome.FAILED;
          default -> Outcome.OTHER;
        };
    Optional<HResult> error = ErrorText.any(fields.get("ErrorCode"));
    return event(fields, operation, outcome, error, fields.get("PackageIdentifier"), line, true);
  }

  /** Ids: 59 started, 60 stopped and 61 stopped with an error, whose number is unsigned decimal. */
  private static LoggedEvent ofBits(EventFields fields, int id, long line) {
    Operation operation = id >= 59 && id <= 61 ? Operation.DOWNLOAD : Operation.OTHER;
    Optional<HResult> error =
        ErrorText.any(fields.get("data:hr")).or(() -> ErrorText.any(fields.get("data:ErrorCode")));
    Outcome outcome =
        switch (id) {
          case 60 -> error.isPresent() ? Outcome.OTHER : Outcome.SUCCEEDED;
          case 61 -> Outcome.FAILED;
          default -> Outcome.OTHER;
        };
    String job =
        fields.get("data:name").isEmpty() ? fields.get("data:jobTitle") : fields.get("data:name");
    boolean ofAgent = job.toLowerCase(Locale.ROOT).startsWith(AGENT_JOB);
    return event(fields, operation, outcome, error, job, line, ofAgent);
  }

  /**
   * The stand-alone installer. Ids: 2 installed, 3 not installed, 7 removed, 8 not removed; that an
   * update is there already is no failure.
   */
  private static LoggedEvent ofInstaller(EventFields fields, int id, long line) {
    Optional<HResult> error = ErrorText.any(fields.get("data:ErrorCode"));
    boolean failed = error.map(HResult::isFailure).orElse(true);
    Operation operation =
        switch (id) {
          case 2, 3 -> Operation.INSTALL;
          case 7, 8 -> Operation.UNINSTALL;
          default -> Operation.OTHER;
        };
    Outcome outcome =
        switch (id) {
          case 2, 7 -> Outcome.SUCCEEDED;
          case 3, 8 -> failed ? Outcome.FAILED : Outcome.OTHER;
          default -> Outcome.OTHER;
        };
    return event(fields, operation, outcome, error, fields.get("data:UpdateTitle"), line, true);
  }

  /** Ids: 7000 and 7001 did not start, 7009 timed out, 7023, 7024, 7031 and 7034 ended badly. */
  private static LoggedEvent ofServices(EventFields fields, int id, long line) {
    boolean failed =
        switch (id) {
          case 7000, 7001, 7009, 7011, 7023, 7024, 7031, 7034 -> true;
          default -> false;
        };
    Optional<HResult> error =
        failed
            ? Stream.of("data:param2", "data:param3")
                .map(fields::get)
                .filter(value -> value.startsWith("%%"))
                .flatMap(value -> ErrorText.any(value).stream())
                .findFirst()
            : Optional.empty();
    String named = fields.get(id == 7009 || id == 7011 ? "data:param2" : "data:param1");
    return event(
        fields,
        Operation.OTHER,
        failed ? Outcome.FAILED : Outcome.OTHER,
        error,
        named,
        line,
        UPDATE_SERVICES.contains(serviceKey(fields).toLowerCase(Locale.ROOT)));
  }

  /** The display name is localised; the key stands in the binary part, as UTF-16. */
  private static String serviceKey(EventFields fields) {
    String binary = fields.get("Binary");
    if (binary.length() < 4 || binary.length() > 1024) {
      return fields.get("data:param4");
    }
    try {
      byte[] bytes = HexFormat.of().parseHex(binary);
      StringBuilder key = new StringBuilder(bytes.length / 2);
      for (int i = 0; i + 1 < bytes.length && !endsKey(bytes[i], bytes[i + 1]); i += 2) {
        key.append((char) (bytes[i] & 0xFF | bytes[i + 1] << 8));
      }
      return key.toString();
    } catch (IllegalArgumentException notHex) {
      return "";
    }
  }

  private static boolean endsKey(byte low, byte high) {
    return high == 0 && (low == 0 || low == '/');
  }

  private static LoggedEvent event(
      EventFields fields,
      Operation operation,
      Outcome outcome,
      Optional<HResult> error,
      String title,
      long line,
      boolean aboutWindows) {
    return new LoggedEvent(
        fields.time().map(EventOfXml::utc),
        operation,
        outcome,
        error,
        Optional.of(title).filter(text -> !text.isBlank()),
        line,
        aboutWindows);
  }

  private static LogTime utc(Instant at) {
    return new LogTime(LocalDateTime.ofInstant(at, ZoneOffset.UTC), UTC);
  }
}
