package app.regrip.evidence;

import app.regrip.evidence.EventDraft.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of an exported event log, separated by commas, semicolons or tabs, with a head line or in
 * the order of Event Viewer: level, date, source, id, task, message. A quoted message may go over
 * many lines.
 */
final class EventCsv {

  private static final int LONGEST_ROW = 16_000;
  private static final int MOST_CELLS = 200;
  private static final int LONGEST_HEAD = 600;

  private final StringBuilder open = new StringBuilder();
  private long openLine;
  private char separator;
  private List<Optional<Field>> columns = List.of();
  private Optional<EventDraft> taken = Optional.empty();

  /** Whether a line is the head of such a file. */
  static boolean isHeader(String text) {
    return text.length() < LONGEST_HEAD
        && (text.contains("ource") || text.contains("rovider") || text.contains("uelle"))
        && separatorOf(text).filter(found -> isHead(columns(cells(text, found)))).isPresent();
  }

  /** Whether a line without a head is one row of it: a known source between two separators. */
  static boolean isRow(String text) {
    return namesSource(text)
        && separatorOf(text)
            .filter(found -> cells(text, found).size() >= 4)
            .filter(found -> positional(cells(text, found), 0).isPresent())
            .isPresent();
  }

  /** As every row does that means something. */
  private static boolean namesSource(String text) {
    return text.contains("Microsoft-Windows-") || text.contains("Service Control Manager");
  }

  boolean takes(long number, String text) {
    taken = Optional.empty();
    if (open.length() > 0) {
      open.append('\n').append(text);
      if (isWhole(open) || open.length() > LONGEST_ROW) {
        close();
      }
      return true;
    }
    if (isHeader(text)) {
      separator = separatorOf(text).orElseThrow();
      columns = columns(cells(text, separator));
      return true;
    }
    if (columns.isEmpty() && !isRow(text) || text.isBlank()) {
      return false;
    }
    if (columns.isEmpty()) {
      separator = separatorOf(text).orElseThrow();
    }
    openLine = number;
    open.append(text);
    if (isWhole(open)) {
      close();
    }
    return true;
  }

  Optional<EventDraft> taken() {
    Optional<EventDraft> row = taken;
    taken = Optional.empty();
    return row;
  }

  void end() {
    if (open.length() > 0) {
      close();
    }
  }

  private void close() {
    List<String> cells = cells(open.toString(), separator);
    open.setLength(0);
    taken = columns.isEmpty() ? positional(cells, openLine) : named(cells);
  }

  private Optional<EventDraft> named(List<String> cells) {
    EventDraft draft = new EventDraft(openLine);
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      String cell = cells.get(i);
      columns
          .get(i)
          .filter(field -> field != Field.OTHER && !cell.isBlank())
          .ifPresent(field -> draft.put(field, cell));
    }
    if (!draft.has(Field.MESSAGE) && cells.size() > columns.size()) {
      draft.put(Field.MESSAGE, cells.get(cells.size() - 1));
    }
    return Optional.of(draft);
  }

  private static Optional<EventDraft> positional(List<String> cells, long line) {
    for (int i = 1; i + 1 < cells.size(); i++) {
      boolean source = EventOfXml.knows(cells.get(i)) && !cells.get(i).isBlank();
      if (source && cells.get(i + 1).matches("[0-9]{1,5}")) {
        EventDraft draft = new EventDraft(line);
        draft.put(Field.TIME, cells.get(i - 1));
        draft.put(Field.PROVIDER, cells.get(i));
        draft.put(Field.ID, cells.get(i + 1));
        draft.put(Field.MESSAGE, cells.size() > i + 2 ? cells.get(cells.size() - 1) : "");
        return Optional.of(draft);
      }
    }
    return Optional.empty();
  }

  /** Event Viewer leaves the message without a name. */
  private static boolean isHead(List<Optional<Field>> columns) {
    Set<Field> named = EnumSet.noneOf(Field.class);
    columns.forEach(field -> field.ifPresent(named::add));
    boolean id = named.contains(Field.ID) || named.contains(Field.INSTANCE);
    return id && named.contains(Field.PROVIDER) && named.contains(Field.TIME);
  }

  private static List<Optional<Field>> columns(List<String> cells) {
    return cells.stream().map(EventDraft::field).toList();
  }

  private static Optional<Character> separatorOf(String text) {
    char best = 0;
    int most = 2;
    for (char candidate : new char[] {',', ';', '\t'}) {
      int count = 0;
      int at = text.indexOf(candidate);
      while (at >= 0 && count < MOST_CELLS) {
        count++;
        at = text.indexOf(candidate, at + 1);
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best == 0 ? Optional.empty() : Optional.of(best);
  }

  private static boolean isWhole(CharSequence row) {
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      quoted ^= row.charAt(i) == '"';
    }
    return !quoted;
  }

  /** What stands between the separators of one row, without quotes. */
  static List<String> cells(String row, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length() && cells.size() < MOST_CELLS; i++) {
      char c = row.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
