package app.regrip.evidence;

import app.regrip.evidence.EventDraft.Field;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows of {@code Get-WinEvent} and {@code Get-EventLog} as PowerShell prints them in a table. */
final class EventTable {

  private static final Pattern RULE = Pattern.compile("\\s*-{2,}(?:\\s+-+)+\\s*");
  private static final String GROUP = "ProviderName:";
  private static final Pattern PROVIDER = Pattern.compile("\\s*ProviderName:\\s*\\S{1,100}\\s*");

  private static final int LONGEST_HEAD = 600;

  private String header = "";
  private PrintedTable table;
  private String provider = "";
  private Optional<EventDraft> taken = Optional.empty();

  /** Whether a line heads such a table. */
  static boolean isHeader(String text) {
    boolean named = text.indexOf(':') >= 0 || text.indexOf(',') >= 0;
    if (named || text.length() > LONGEST_HEAD || !text.contains("essage")) {
      return false;
    }
    String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ") + " ";
    boolean message = words.contains(" message ");
    return message
        && (words.contains(" timecreated ") && words.contains(" id ")
            || words.contains(" source ") && words.contains(" instanceid "));
  }

  static boolean isGroup(String text) {
    return text.contains(GROUP) && PROVIDER.matcher(text).matches();
  }

  /** Whether the line belongs to a table; what it was then is {@link #taken}. */
  boolean takes(long number, String text) {
    taken = Optional.empty();
    if (isGroup(text)) {
      provider = text.substring(text.indexOf(GROUP) + GROUP.length()).strip();
      return true;
    }
    if (isHeader(text)) {
      header = text;
      table = null;
      return true;
    }
    if (!header.isEmpty() && RULE.matcher(text).matches()) {
      table = new PrintedTable(header, text);
      return true;
    }
    if (table == null || text.isBlank() || EventTextReader.fieldOf(text).isPresent()) {
      return false;
    }
    taken = Optional.of(row(number, text));
    return true;
  }

  Optional<EventDraft> taken() {
    return taken;
  }

  private EventDraft row(long number, String text) {
    EventDraft draft = new EventDraft(number);
    table
        .cells(text)
        .forEach(
            (name, value) ->
                EventDraft.field(name)
                    .filter(field -> field != Field.OTHER)
                    .ifPresent(field -> draft.put(field, value)));
    if (!draft.has(Field.PROVIDER)) {
      draft.put(Field.PROVIDER, provider);
    }
    return draft;
  }
}
