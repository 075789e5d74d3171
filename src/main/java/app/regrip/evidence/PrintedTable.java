package app.regrip.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of a table as PowerShell prints it: names, a line of dashes below, then rows. */
final class PrintedTable {

  private static final Pattern DASHES = Pattern.compile("-+");

  private final List<String> names = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  PrintedTable(String header, String rule) {
    Matcher column = DASHES.matcher(rule);
    while (column.find()) {
      int end = Math.min(column.end(), header.length());
      names.add(
          column.start() >= end
              ? ""
              : header.substring(column.start(), end).strip().toLowerCase(Locale.ROOT));
      starts.add(column.start());
      ends.add(column.end());
    }
  }

  /** By the columns' names in lower case. */
  Map<String, String> cells(String row) {
    Map<String, String> cells = new LinkedHashMap<>();
    int from = 0;
    for (int i = 0; i < names.size(); i++) {
      int to = i == names.size() - 1 ? row.length() : boundary(row, i);
      cells.put(names.get(i), from < to ? row.substring(from, to).strip() : "");
      from = Math.max(from, to);
    }
    return cells;
  }

  /** Numbers stand at the right and may begin left of their column's dashes. */
  private int boundary(String row, int column) {
    int at = Math.min(starts.get(column + 1), row.length());
    while (at > ends.get(column) && at <= row.length() && row.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }
}
