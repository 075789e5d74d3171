package app.regrip.errors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Reads the tables beside this class: a header line, then cells between tabs. */
final class Tsv {

  private Tsv() {}

  /**
   * @throws IllegalArgumentException where a line has another number of cells: the files are ours
   */
  static Stream<String[]> rows(String resource, int cells) {
    return lines(resource).stream().map(line -> cells(line, cells));
  }

  static List<String> lines(String resource) {
    try (InputStream in = Tsv.class.getResourceAsStream(resource)) {
      List<String> all = List.of(new String(in.readAllBytes(), UTF_8).split("\n"));
      return all.subList(1, all.size());
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
