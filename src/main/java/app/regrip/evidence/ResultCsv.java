package app.regrip.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Rows of a table with commas between its cells, each by the names in the head line. */
final class ResultCsv {

  private static final int FEWEST = 3;
  private static final int LONGEST = 8000;

  private final BiConsumer<Long, Map<String, String>> found;
  private List<String> names = List.of();

  /**
   * @param found takes each row: its line, and its cells by their names
   */
  ResultCsv(BiConsumer<Long, Map<String, String>> found) {
    this.found = found;
  }

  /**
   * @param known whether a name tells that the table is one to be read
   */
  static boolean isHead(String text, Predicate<String> known) {
    if (text.length() > LONGEST || text.indexOf(',') < 0 || text.indexOf('{') >= 0) {
      return false;
    }
    List<String> cells = EventCsv.cells(text, ',');
    return cells.size() >= FEWEST && cells.stream().anyMatch(known);
  }

  void head(String text) {
    names = EventCsv.cells(text, ',');
  }

  /** Whether the line is a row of a table that has begun. */
  boolean takes(long number, String text) {
    if (names.isEmpty() || text.isBlank() || text.length() > LONGEST) {
      return false;
    }
    List<String> cells = EventCsv.cells(text, ',');
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      row.put(names.get(i), cells.get(i).strip());
    }
    found.accept(number, row);
    return true;
  }
}
