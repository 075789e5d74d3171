package app.regrip.evidence;

import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads printed lists of updates: {@code wmic qfe}, Get-HotFix, the history of the update agent as
 * PowerShell prints it (as list or as table) and WUView's log.
 */
final class UpdateHistoryReader implements LogReader {

  static final Pattern FIELD =
      Pattern.compile("\\s{0,8}([A-Za-z][A-Za-z ]{0,30}?)\\s*[:=](?!//)\\s?(.*)");

  /** A cell of its own; in brackets it is part of a title. */
  private static final Pattern HOTFIX = Pattern.compile("(?<!\\S)KB\\d{6,8}(?!\\S)");

  private static final Pattern RULE = Pattern.compile("\\s*-{2,}(?:\\s+-+)+\\s*");
  private static final Pattern WUVIEW =
      Pattern.compile(
          ".*\\bKB: (KB\\d{6,8})\\s+Date: (.+?)\\s+HResult: (0x[0-9A-Fa-f]{8})\\s+Operation: (\\w+).*");
  private static final int LONGEST = 4000;

  private final EvidenceSink sink;
  private HistoryEntry entry;
  private long lastField;

  /** Fields since the last blank line: where each stands alone, a blank line ends no update. */
  private int together;

  private String header = "";
  private PrintedTable table;
  private boolean hotfixTable;
  private boolean american;
  private String before = "";

  /** The last line that was no field: the window of Windows 7 names the update there. */
  private String title = "";

  private final ScriptReport script = new ScriptReport();

  UpdateHistoryReader(EvidenceSink sink) {
    this.sink = sink;
  }

  /** Whether a line heads such a list, or is one by itself. */
  static boolean isSign(String text) {
    return text.indexOf(':') < 0 ? isTableHeader(text) : isWuView(text);
  }

  static boolean isTableHeader(String text) {
    if (text.indexOf(':') >= 0) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.contains("result") && !lower.contains("hotfixid")) {
      return false;
    }
    String words = " " + lower.replaceAll("[^a-z]+", " ") + " ";
    boolean hotfix = words.contains(" hotfixid ") && words.contains(" installedon ");
    boolean history =
        words.matches(".* (result|resultcode|hresult) .*") && words.matches(".* (title|kb) .*");
    return hotfix || history;
  }

  static boolean isWuView(String text) {
    return text.length() < LONGEST && text.contains("HResult: ") && WUVIEW.matcher(text).matches();
  }

  @Override
  public void line(long number, String whole) {
    String text = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    boolean mayStandAlone =
        !ScriptReport.isOfSetup(text)
            && (table == null || UpdateLine.isHistoryRow(text) || UpdateLine.isOfSettings(text));
    Optional<LoggedEvent> alone =
        mayStandAlone ? UpdateLine.of(number, text, before) : Optional.empty();
    List<LoggedEvent> shown = alone.isPresent() ? List.of() : script.events(number, text);
    if (shown.isEmpty() && alone.isEmpty() && mayStandAlone) {
      shown = ToldFailure.in(number, text, before).stream().toList();
    }
    before = alone.isPresent() ? "" : text.isBlank() ? before : text;
    if (alone.isPresent()) {
      if (UpdateLine.isThrown(text)) {
        asked(alone.get());
      } else {
        sink.event(UpdateLine.pc(text), alone.get());
      }
    } else if (!shown.isEmpty()) {
      shown.forEach(this::asked);
    } else if (isWuView(text)) {
      wuView(number, WUVIEW.matcher(text));
    } else if (isTableHeader(text)) {
      finish();
      header = text;
      table = null;
      String words = text.toLowerCase(Locale.ROOT);
      hotfixTable = words.contains("hotfixid");
      american = words.contains("fixcomments");
    } else if (!header.isEmpty() && !text.isBlank()) {
      row(number, text);
    } else if (header.isEmpty()) {
      field(number, text);
    }
  }

  /** Windows did so because it was told to. */
  private void asked(LoggedEvent event) {
    sink.event(event);
    if (event.operation() == Operation.SEARCH) {
      event.error().ifPresent(sink::asked);
    }
  }

  private static boolean mayBeField(String text) {
    return text.indexOf(':') >= 0 || text.indexOf('=') >= 0;
  }

  private void row(long number, String text) {
    if (RULE.matcher(text).matches()) {
      table = new PrintedTable(header, text);
    } else if (hotfixTable) {
      Matcher kb = HOTFIX.matcher(text);
      if (kb.find()) {
        HistoryEntry update = new HistoryEntry(number);
        update.put("hotfixid", kb.group());
        update.put("installedon", text.substring(kb.end()));
        update.read(american).ifPresent(sink::event);
      }
    } else if (table != null) {
      HistoryEntry update = new HistoryEntry(number);
      table.cells(text).forEach(update::put);
      update.read(american).ifPresent(sink::event);
    }
  }

  private void field(long number, String text) {
    Matcher field = FIELD.matcher(text);
    if (!mayBeField(text) || !field.matches()) {
      if (!text.isBlank()) {
        title = text;
      } else {
        if (together > 1) {
          finish();
        }
        together = 0;
      }
      return;
    }
    String key = field.group(1).toLowerCase(Locale.ROOT).replace(" ", "");
    if (entry != null && entry.has(key)) {
      finish();
    }
    if (entry == null) {
      entry = new HistoryEntry(number);
      if (!title.isEmpty() && key.startsWith("installation")) {
        entry.put("title", title);
      }
    }
    entry.put(key, field.group(2));
    lastField = number;
    together++;
    american |= key.equals("fixcomments");
  }

  private void wuView(long number, Matcher row) {
    HistoryEntry update = new HistoryEntry(number);
    List<String> keys = List.of("kb", "date", "hresult", "operation");
    if (row.matches()) {
      for (int i = 0; i < keys.size(); i++) {
        update.put(keys.get(i), row.group(i + 1));
      }
    }
    update.read(false).ifPresent(sink::event);
  }

  private void finish() {
    Optional.ofNullable(entry).flatMap(done -> done.read(american)).ifPresent(this::tell);
    entry = null;
  }

  /** Its fields stand in several lines. */
  private void tell(LoggedEvent update) {
    sink.event(update);
    if (update.outcome() == Outcome.FAILED) {
      sink.explained(update.line(), lastField);
    }
  }

  @Override
  public void end() {
    finish();
  }
}
