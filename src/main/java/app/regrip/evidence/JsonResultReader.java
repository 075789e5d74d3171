package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.EventDraft.Field;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateTitle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads results in JSON, or in a table with commas: events of {@code Get-WinEvent} and {@code
 * Get-EventLog}, updates of Ansible's {@code win_updates}, of Intune's reports and of the update
 * history.
 */
final class JsonResultReader implements LogReader {

  private static final List<String> TITLES =
      List.of(
          "title",
          "updatetitle",
          "updatename",
          "displayname",
          "name",
          "hotfixid",
          "applicationname",
          "updateversion",
          "featureupdateversion",
          "qualityupdateversion");
  private static final List<String> CODES =
      List.of(
          "failurehresultcode",
          "hresult",
          "errorcode",
          "lasterrorcode",
          "alerterrorcode",
          "clienterrorcode",
          "enforcementerrorcode",
          "resultcode32");
  private static final List<String> STATES =
      List.of(
          "result",
          "resultcode",
          "status",
          "state",
          "installstate",
          "updatestate",
          "currentdeviceupdatestatus",
          "aggregatestate");
  private static final List<String> TIMES =
      List.of(
          "date",
          "installedon",
          "time",
          "timestamp",
          "eventdatetimeutc",
          "lastmodifieddatetime",
          "installtime",
          "lastscandatetime",
          "lastwuscantime",
          "lastwuscantimeutc");

  /** Names that only results of updates have. */
  private static final Set<String> SIGNS =
      Set.of(
          "failurehresultcode",
          "providername",
          "timecreated",
          "timegenerated",
          "unmappedresultcode",
          "updateidentity",
          "alerterrorcode",
          "clienterrorcode",
          "hotfixid",
          "installstate",
          "updatestate",
          "foundupdatecount",
          "installedupdatecount",
          "currentdeviceupdatestatus",
          "qualityupdateversion",
          "enforcementstate");

  /** Names in the head of a table that only lists of updates have. */
  private static final Set<String> OF_TABLES =
      Set.of(
          "alerterrorcode",
          "clienterrorcode",
          "currentdeviceupdatestatus",
          "hotfixid",
          "unmappedresultcode",
          "updateidentity");

  /** What names the PC that an object is about. */
  private static final List<String> PCS =
      List.of("devicename", "devicedisplayname", "pscomputername", "computername", "machinename");

  /** What only the state of a program in Intune has. */
  private static final Set<String> OF_PROGRAMS =
      Set.of("applicationname", "applicationid", "appid", "enforcementstate");

  /** An event that is told of in the object around it: its words come behind. */
  private Optional<LoggedEvent> speechless = Optional.empty();

  private String itsPc = "";

  private final EvidenceSink sink;
  private final JsonObjects objects = new JsonObjects(this::object);
  private final ResultCsv table = new ResultCsv(this::object);

  JsonResultReader(EvidenceSink sink) {
    this.sink = sink;
  }

  /** Whether a line has a name that decides, quoted and before a colon. */
  static boolean isSign(String text) {
    if (isHead(text)) {
      return true;
    }
    int from = text.indexOf('"');
    for (int looked = 0; from >= 0 && looked < 200; looked++) {
      int to = text.indexOf('"', from + 1);
      if (to < 0) {
        return false;
      }
      boolean named = text.substring(to + 1).stripLeading().startsWith(":");
      if (named && to - from < 60 && SIGNS.contains(plain(text.substring(from + 1, to)))) {
        return true;
      }
      from = text.indexOf('"', to + 1);
    }
    return false;
  }

  private static boolean isHead(String text) {
    return ResultCsv.isHead(text, name -> OF_TABLES.contains(plain(name)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  @Override
  public void line(long number, String text) {
    if (isHead(text)) {
      table.head(text);
    } else if (!table.takes(number, text)) {
      objects.line(number, text);
    }
  }

  @Override
  public void continued(long number, String text) {
    objects.line(number, text);
  }

  @Override
  public void end() {
    objects.end();
    speechless.ifPresent(inner -> sink.event(itsPc, inner));
  }

  private void object(long line, Map<String, String> fields) {
    Map<String, String> plain = new HashMap<>();
    fields.forEach((name, value) -> plain.putIfAbsent(plain(name), value));
    Optional<LoggedEvent> event = event(line, fields);
    Optional<LoggedEvent> said = speechless.flatMap(inner -> message(line, plain));
    speechless.filter(inner -> said.isEmpty()).ifPresent(inner -> sink.event(itsPc, inner));
    itsPc = first(plain, PCS);
    speechless = event.filter(inner -> inner.title().isEmpty() && inner.error().isEmpty());
    if (speechless.isPresent()) {
      return;
    }
    said.or(() -> event)
        .or(() -> search(line, plain))
        .or(() -> update(line, plain))
        .ifPresent(told -> sink.event(first(plain, PCS), told));
    if (plain.containsKey("msg")) {
      search(line, plain).flatMap(LoggedEvent::error).ifPresent(sink::asked);
    }
  }

  /** What shippers of logs put around the fields of an event, and tell with it. */
  private static Optional<LoggedEvent> message(long line, Map<String, String> fields) {
    EventDraft draft = new EventDraft(line);
    draft.put(Field.MESSAGE, fields.getOrDefault("message", ""));
    return draft.read();
  }

  /** Ansible says in words why it found no updates; Intune's state of a PC, that none are due. */
  private static Optional<LoggedEvent> search(long line, Map<String, String> fields) {
    boolean none = fields.getOrDefault("foundupdatecount", "").equals("0");
    Optional<HResult> error =
        none
            ? ErrorText.any(LeftoverErrors.firstIn(fields.getOrDefault("msg", "")))
            : Optional.empty();
    boolean upToDate = fields.getOrDefault("status", "").equals("upToDate");
    if (error.isEmpty() && !upToDate) {
      return Optional.empty();
    }
    return Optional.of(
        new LoggedEvent(
            EventTime.of(first(fields, TIMES)),
            Operation.SEARCH,
            upToDate ? Outcome.SUCCEEDED : Outcome.FAILED,
            error,
            Optional.empty(),
            line,
            true));
  }

  private static Optional<LoggedEvent> event(long line, Map<String, String> fields) {
    EventDraft draft = new EventDraft(line);
    fields.forEach(
        (name, value) ->
            EventDraft.field(name)
                .filter(field -> field != Field.OTHER)
                .ifPresent(field -> draft.put(field, value)));
    return draft.has(Field.PROVIDER) ? draft.read() : Optional.empty();
  }

  private static Optional<LoggedEvent> update(long line, Map<String, String> fields) {
    String title = first(fields, TITLES);
    Optional<HResult> error =
        CODES.stream()
            .map(name -> fields.getOrDefault(name, ""))
            .flatMap(value -> ErrorText.any(value).stream())
            .findFirst();
    Outcome outcome = outcome(fields, error);
    boolean ofProgram = fields.keySet().stream().anyMatch(OF_PROGRAMS::contains);
    boolean ofAnUpdate =
        (!title.isEmpty() || ofProgram)
            && (ofProgram
                || fields.containsKey("installed")
                || fields.containsKey("hotfixid")
                || !first(fields, STATES).isEmpty());
    if (!ofAnUpdate && (error.isEmpty() || title.isEmpty() && !ofProgram)) {
      return Optional.empty();
    }
    return Optional.of(
        new LoggedEvent(
            EventTime.of(first(fields, TIMES)),
            fields.getOrDefault("operation", "1").equals("2")
                ? Operation.UNINSTALL
                : Operation.INSTALL,
            outcome,
            error,
            Optional.of(title).filter(text -> !text.isBlank()),
            line,
            !ofProgram && !UpdateTitle.isStoreApp(title)));
  }

  private static Outcome outcome(Map<String, String> fields, Optional<HResult> error) {
    if (error.filter(HResult::isFailure).isPresent()) {
      return Outcome.FAILED;
    }
    Optional<Outcome> enforced = IntuneState.outcome(fields.getOrDefault("enforcementstate", ""));
    if (enforced.isPresent()) {
      return enforced.get();
    }
    String state = first(fields, STATES).toLowerCase(Locale.ROOT).replace(" ", "");
    boolean installed =
        fields.getOrDefault("installed", "").equals("true") || fields.containsKey("hotfixid");
    return switch (state) {
      case "failed", "error", "installfailed", "4" -> Outcome.FAILED;
      case "succeeded", "installed", "success", "2", "3" -> Outcome.SUCCEEDED;
      default -> installed ? Outcome.SUCCEEDED : Outcome.OTHER;
    };
  }

  private static String first(Map<String, String> fields, List<String> names) {
    return names.stream()
        .flatMap(name -> Stream.ofNullable(fields.get(name)))
        .filter(value -> !value.isBlank() && !value.equals("null"))
        .findFirst()
        .orElse("");
  }
}
