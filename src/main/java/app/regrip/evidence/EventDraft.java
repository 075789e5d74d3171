package app.regrip.evidence;

import app.regrip.eventxml.EventFields;
import app.regrip.evidence.LoggedEvent.Outcome;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event as some program prints it: fields under the names that program and its language give
 * them. What the event means is told by provider and id where they stand, else by the first words
 * of its message (message table of wuaueng.dll).
 */
final class EventDraft {

  /** What a field is. */
  enum Field {
    TIME,
    PROVIDER,
    ID,
    /** Of Get-EventLog: the id with severity and qualifiers above it. */
    INSTANCE,
    MESSAGE,
    COMPUTER,
    SERVICE_GUID,
    OTHER
  }

  private static final Map<String, Field> NAMES = names();

  private static final String UPDATE_CLIENT = "Microsoft-Windows-WindowsUpdateClient";

  /** What the names of providers have in common that tell of updates. */
  private static final Phrases OF_UPDATES = Phrases.of("update", "wusa", "servicing", "setup");

  /** There is no event without one; what the text has may lack its zone, or be missing. */
  private static final String ANY_TIME = "2000-01-01T00:00:00Z";

  private static final int LONGEST_MESSAGE = 4000;
  private static final int LONGEST_NAME = 40;
  private static final String GAPS = " \t\u000B\f\r\n_\u00A0";

  /** So much of a sentence that a narrow column cut off is enough. */
  private static final int TELLING = 16;

  /** First words of a message, in lower case, and the id they belong to. */
  private static final List<Map.Entry<String, String>> SENTENCES =
      List.of(
          Map.entry("installation successful: ", "19"),
          Map.entry("installation erfolgreich: ", "19"),
          Map.entry("installation failure: ", "20"),
          Map.entry("installationsfehler: ", "20"),
          Map.entry("installation ready: ", "18"),
          Map.entry("installation started: ", "43"),
          Map.entry("uninstallation successful: ", "23"),
          Map.entry("uninstallation failure: ", "24"),
          Map.entry("windows update failed to check for updates with error ", "25"),
          Map.entry("windows update failed to download an update", "31"),
          Map.entry("windows update successfully found ", "26"));

  private static final Pattern PC = Pattern.compile("[\\p{L}0-9_-]{1,63}");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{8}(?![0-9a-fA-F])");
  private static final Pattern INSERT = Pattern.compile("%%[0-9]{1,10}");

  /** A number that can be nothing but the error of some part of Windows. */
  private static final Pattern DECIMAL = Pattern.compile("(?<![0-9.])214[79][0-9]{6}(?![0-9.])");

  /** What the services are called for people; their keys are in the event's binary part alone. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "windows update", "wuauserv",
          "wuauserv", "wuauserv",
          "background intelligent transfer service", "bits",
          "intelligenter hintergrundübertragungsdienst", "bits",
          "cryptographic services", "cryptsvc",
          "kryptografiedienste", "cryptsvc",
          "update orchestrator service", "usosvc",
          "windows modules installer", "trustedinstaller");

  /** Their names and keys. */
  private static final Phrases OF_SERVICES =
      Phrases.of(
          Stream.of(SERVICES.keySet(), EventOfXml.UPDATE_SERVICES).flatMap(Set::stream).toList());

  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private Optional<LogTime> time = Optional.empty();
  private final long line;

  EventDraft(long line) {
    this.line = line;
  }

  /** Empty where no program calls a field of an event so. */
  static Optional<Field> field(String name) {
    return name.length() > LONGEST_NAME
        ? Optional.empty()
        : Optional.ofNullable(NAMES.get(squeezed(name)));
  }

  private static String squeezed(String name) {
    StringBuilder squeezed = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (GAPS.indexOf(c) < 0) {
        squeezed.append(c == '\u2019' ? '\'' : c);
      }
    }
    return squeezed.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a text begins as messages of the update client do. */
  static boolean beginsMessage(String text) {
    return sentence(text).isPresent();
  }

  long line() {
    return line;
  }

  /**
   * Whether its words need no other explanation: that of a success has none of failure, and what an
   * event about updates says that means nothing here is a doubt.
   */
  boolean explains(Optional<LoggedEvent> event) {
    boolean failed = event.filter(told -> told.outcome() == Outcome.FAILED).isPresent();
    boolean foreign = event.filter(told -> told.outcome() == Outcome.OTHER).isPresent();
    String provider = fields.getOrDefault(Field.PROVIDER, "").toLowerCase(Locale.ROOT);
    return failed
        || foreign
            && !OF_UPDATES.anyIn(provider)
            && service(fields.getOrDefault(Field.MESSAGE, "")).isEmpty();
  }

  boolean has(Field field) {
    return field == Field.TIME ? time.isPresent() : fields.containsKey(field);
  }

  /** Of "Data" in Italian a date is meant, in English bytes. */
  void put(Field field, String value) {
    if (field == Field.TIME) {
      time = time.isPresent() ? time : EventTime.of(value);
    } else if (!value.isBlank()) {
      fields.putIfAbsent(field, value.strip());
    }
  }

  /** The message goes on, in a line of its own. */
  void more(String text) {
    String so = fields.getOrDefault(Field.MESSAGE, "");
    if (so.length() + text.length() < LONGEST_MESSAGE) {
      fields.put(Field.MESSAGE, so.isEmpty() ? text.strip() : so + "\n" + text.strip());
    }
  }

  /** The name of the PC it happened on, without that of its domain; empty where nothing tells. */
  String pc() {
    String name = fields.getOrDefault(Field.COMPUTER, "").split("\\.", 2)[0];
    return PC.matcher(name).matches() ? name : "";
  }

  /** Empty where neither an id nor the message tells what it was. */
  Optional<LoggedEvent> read() {
    String message = fields.getOrDefault(Field.MESSAGE, "");
    Optional<String> number = id();
    if (number.isPresent() && isOfOtherMatters()) {
      return event(event(fields.get(Field.PROVIDER), number.get()));
    }
    Optional<EventSentence> sentence = sentence(message);
    Optional<String> id = number.or(() -> sentence.map(EventSentence::id));
    String provider =
        Optional.ofNullable(fields.get(Field.PROVIDER))
            .filter(name -> sentence.isEmpty() || !isCutOff(name))
            .map(EventDraft::provider)
            .orElse(sentence.map(EventSentence::provider).orElse(""));
    if (id.isEmpty() || provider.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> event = event(provider, id.get());
    sentence
        .map(EventSentence::code)
        .filter(code -> !code.isEmpty())
        .or(() -> error(message))
        .ifPresent(code -> error(event, code));
    if (provider.equals(EventSentence.WUSA)) {
      event.put("data:UpdateTitle", sentence.map(EventSentence::subject).orElse(""));
    } else if (provider.equals(UPDATE_CLIENT)) {
      event.put("data:updateTitle", title(message));
      event.put("data:serviceGuid", fields.getOrDefault(Field.SERVICE_GUID, ""));
    } else {
      sentence
          .map(EventSentence::subject)
          .filter(key -> !key.isEmpty())
          .or(() -> service(message))
          .ifPresent(key -> service(event, key));
    }
    return event(event);
  }

  /** What its message says of such an event nobody asks. */
  private boolean isOfOtherMatters() {
    String name = fields.getOrDefault(Field.PROVIDER, "");
    return !name.isEmpty() && !isCutOff(name) && !EventOfXml.knows(provider(name));
  }

  private static Map<String, String> event(String provider, String id) {
    Map<String, String> event = new HashMap<>();
    event.put("Provider@Name", provider);
    event.put("EventID", id);
    event.put("TimeCreated@SystemTime", ANY_TIME);
    return event;
  }

  private Optional<LoggedEvent> event(Map<String, String> named) {
    return new EventOfXml().of(new EventFields(named), line).map(this::atItsTime);
  }

  private static void error(Map<String, String> event, String code) {
    event.put("data:errorCode", code);
    event.put("data:hr", code);
    event.put("data:ErrorCode", code);
    event.put("ErrorCode", code);
    if (code.startsWith("%%")) {
      event.put("data:param2", code);
    }
  }

  private static void service(Map<String, String> event, String key) {
    event.put("data:param1", key);
    event.put("data:param4", key);
  }

  private LoggedEvent atItsTime(LoggedEvent told) {
    return new LoggedEvent(
        time,
        told.operation(),
        told.outcome(),
        told.error(),
        told.title(),
        told.line(),
        told.aboutWindows());
  }

  private Optional<String> id() {
    String id = fields.getOrDefault(Field.ID, fields.getOrDefault(Field.INSTANCE, ""));
    if (!id.matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    return Optional.of(Long.toString(Long.parseLong(id) & 0xFFFF));
  }

  /** Narrow columns of PowerShell end so. */
  private static boolean isCutOff(String name) {
    return name.endsWith("...") || name.endsWith("\u2026");
  }

  private static String provider(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "windows update agent", "windowsupdateclient", "microsoft-windows-windowsupdateclient" ->
          UPDATE_CLIENT;
      case "servicing" -> "Microsoft-Windows-Servicing";
      case "bits-client" -> "Microsoft-Windows-Bits-Client";
      default -> lower;
    };
  }

  private static Optional<EventSentence> sentence(String message) {
    return EventSentence.of(message).or(() -> ofUpdateClient(message));
  }

  private static Optional<EventSentence> ofUpdateClient(String message) {
    String text = message.stripLeading();
    if (!text.regionMatches(true, 0, "install", 0, 7)
        && !text.regionMatches(true, 0, "uninstall", 0, 9)
        && !text.regionMatches(true, 0, "windows update", 0, 14)) {
      return Optional.empty();
    }
    String lower = message.strip().toLowerCase(Locale.ROOT);
    String begun = isCutOff(lower) ? lower.replaceFirst("[.\u2026]{1,3}$", "") : "";
    return SENTENCES.stream()
        .filter(
            known ->
                lower.startsWith(known.getKey())
                    || begun.length() >= TELLING && known.getKey().startsWith(begun))
        .map(known -> new EventSentence(UPDATE_CLIENT, known.getValue(), "", ""))
        .findFirst();
  }

  private static Optional<String> error(String message) {
    Matcher hex = HEX.matcher(message);
    if (message.indexOf('0') >= 0 && hex.find()) {
      return Optional.of(hex.group());
    }
    Matcher insert = INSERT.matcher(message);
    if (message.contains("%%") && insert.find()) {
      return Optional.of(insert.group());
    }
    Matcher decimal = DECIMAL.matcher(message);
    return message.contains("214") && decimal.find()
        ? Optional.of(decimal.group())
        : SystemMessages.in(message).map(code -> "%%" + (code.value() & 0xFFFF));
  }

  /** It stands behind the last colon of the sentence; titles may hold colons of their own. */
  private static String title(String message) {
    String sentence = message.split("\n", 2)[0];
    Matcher hex = HEX.matcher(sentence);
    int from = hex.find() ? hex.end() : sentence.indexOf(": ") + 1;
    int colon = sentence.indexOf(": ", Math.max(0, from));
    return colon < 0 ? "" : sentence.substring(colon + 2).strip().replaceFirst("\\.$", "");
  }

  /** The key of the service that a sentence is about, which it names first. */
  static Optional<String> service(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    if (!OF_SERVICES.anyIn(lower)) {
      return Optional.empty();
    }
    return EventOfXml.UPDATE_SERVICES.contains(lower)
        ? Optional.of(lower)
        : SERVICES.entrySet().stream()
            .filter(service -> lower.contains(service.getKey()))
            .min(Comparator.comparingInt(service -> lower.indexOf(service.getKey())))
            .map(Map.Entry::getValue);
  }

  private static Map<String, Field> names() {
    Map<String, Field> names = new HashMap<>();
    Map<Field, List<String>> known =
        Map.of(
            Field.TIME,
            List.of(
                "timecreated",
                "timegenerated",
                "date",
                "time",
                "dateandtime",
                "loggedon",
                "datum",
                "datumunduhrzeit",
                "fecha",
                "data",
                "дата",
                "tarih",
                "日期",
                "日付",
                "날짜",
                "protokolliert"),
            Field.PROVIDER,
            List.of(
                "providername",
                "provider",
                "source",
                "sourcename",
                "eventsource",
                "quelle",
                "origen",
                "origine",
                "fonte",
                "źródło",
                "источник",
                "kaynak",
                "来源",
                "來源",
                "ソース",
                "원본"),
            Field.ID,
            List.of(
                "id",
                "eventid",
                "eventidentifier",
                "ereignis-id",
                "ereigniskennung",
                "iddel'événement",
                "id.delevento",
                "id.deevento",
                "idevento",
                "iddoevento",
                "identificaçãodoevento",
                "identyfikatorzdarzenia",
                "кодсобытия",
                "olaykimliği",
                "事件id",
                "事件識別碼",
                "イベントid",
                "이벤트id"),
            Field.INSTANCE,
            List.of("instanceid"),
            Field.COMPUTER,
            List.of(
                "computer",
                "computername",
                "machinename",
                "pscomputername",
                "ordinateur",
                "equipo",
                "computador",
                "komputer",
                "компьютер",
                "bilgisayar",
                "计算机",
                "電腦",
                "コンピューター",
                "컴퓨터"),
            Field.MESSAGE,
            List.of(
                "message",
                "description",
                "beschreibung",
                "meldung",
                "nachricht",
                "descripción",
                "descrizione",
                "descrição",
                "opis",
                "описание",
                "açıklama",
                "描述",
                "説明",
                "설명"),
            Field.SERVICE_GUID,
            List.of("serviceguid"),
            Field.OTHER,
            List.of(
                "logname",
                "protokollname",
                "level",
                "leveldisplayname",
                "entrytype",
                "ebene",
                "task",
                "taskcategory",
                "aufgabenkategorie",
                "opcode",
                "keyword",
                "keywords",
                "schlüsselwörter",
                "user",
                "username",
                "benutzer",
                "index",
                "category",
                "categorynumber",
                "replacementstrings",
                "productname",
                "recordnumber",
                "logfile"));
    known.forEach((field, spellings) -> spellings.forEach(name -> names.put(name, field)));
    return Map.copyOf(names);
  }
}
