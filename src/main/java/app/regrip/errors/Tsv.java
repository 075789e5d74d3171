package app.regrip.errors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables beside this class: a header line, then cells between tabs. */
final class Tsv {

  private Tsv() {}

  /**
   * @throws IllegalArgumentException where a line has another number of cells: the files are ours
   */
  static Stream<String[]> rows(String resource, int cells) {
    try (InputStream in = Tsv.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows = reader.lines().skip(1).map(line -> cells(line, cells)).toList();
      return rows.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String[] cells(String line, int expected) {
    String[] cells = line.split("\t", -1);
    if (cells.length != expected) {
      throw new IllegalArgumentException("not " + expected + " cells: " + line);
    }
    return cells;
  }
}
