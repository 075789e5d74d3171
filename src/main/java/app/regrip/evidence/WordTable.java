package app.regrip.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables beside this class: cells between tabs; lines that begin with # are remarks. */
final class WordTable {

  private WordTable() {}

  /**
   * @param columns what they are called, for whoever forgets one
   * @throws IllegalArgumentException where a line has another number of cells: the files are ours
   */
  static List<String[]> rows(String resource, String... columns) {
    try (InputStream in = WordTable.class.getResourceAsStream(resource)) {
      List<String[]> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          rows.add(cells(line, columns));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String line, String... columns) {
    String[] cells = line.split("\t");
    if (cells.length != columns.length) {
      throw new IllegalArgumentException("not " + String.join(", ", columns) + ": " + line);
    }
    return cells;
  }
}
