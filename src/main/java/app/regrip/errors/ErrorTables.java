package app.regrip.errors;

import app.regrip.text.Message;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The tables of error numbers that Regrip brings along, each read once. */
final class ErrorTables {

  /** In the fix column of a number whose family has a fix: this number has none. */
  private static final String NO_FIX = "-";

  /** By number. Most starts ask for one or for none, so a line is taken apart when asked for. */
  private static final Map<Integer, String> LINES = lines();

  private static final Map<Integer, Row> ROWS = new ConcurrentHashMap<>();

  private static final List<Range> RANGES =
      Tsv.rows("family-ranges.tsv", 4).map(ErrorTables::range).toList();

  private static final Map<Family, Traits> FAMILIES =
      Tsv.rows("families.tsv", 4)
          .collect(
              Collectors.toMap(
                  cells -> Family.named(cells[0]),
                  ErrorTables::traits,
                  (a, b) -> {
                    throw new IllegalStateException("a family stands twice");
                  },
                  () -> new EnumMap<>(Family.class)));

  /** Numbers with an advice of their own. */
  private static final Set<Integer> ADVICE =
      Tsv.lines("advice.tsv").stream().map(ErrorTables::number).collect(Collectors.toSet());

  /**
   * One number.
   *
   * @param family empty where its range decides
   * @param fix empty where its family decides
   */
  private record Row(ErrorName name, Optional<Family> family, String fix) {}

  /** The first range that holds a number decides. Both ends belong to it. */
  private record Range(HResult first, HResult last, Family family) {

    boolean holds(HResult code) {
      return first.compareTo(code) <= 0 && code.compareTo(last) <= 0;
    }
  }

  /** What a family brings with it. */
  record Traits(Optional<String> fix, boolean passes) {}

  private ErrorTables() {}

  static List<ErrorName> names() {
    return LINES.keySet().stream().flatMap(number -> row(number).stream()).map(Row::name).toList();
  }

  static Optional<ErrorName> name(HResult code) {
    return row(code.value()).map(Row::name);
  }

  static Family family(HResult code) {
    return row(code.value())
        .flatMap(Row::family)
        .orElseGet(
            () ->
                RANGES.stream()
                    .filter(range -> range.holds(code))
                    .map(Range::family)
                    .findFirst()
                    .orElse(code.isFailure() ? Family.OTHER : Family.SUCCESS));
  }

  static Traits traits(Family family) {
    return FAMILIES.get(family);
  }

  static Optional<String> fix(HResult code) {
    String own = row(code.value()).map(Row::fix).orElse("");
    return own.isEmpty()
        ? traits(family(code)).fix()
        : Optional.of(own).filter(fix -> !fix.equals(NO_FIX));
  }

  static Message advice(HResult code) {
    return ADVICE.contains(code.value())
        ? Message.of("errors.advice." + code.digits())
        : advice(family(code));
  }

  static Message advice(Family family) {
    return Message.of("errors.advice.family." + family.id());
  }

  private static Map<Integer, String> lines() {
    Map<Integer, String> lines = new LinkedHashMap<>();
    for (String line : Tsv.lines("error-codes.tsv")) {
      if (lines.put(number(line), line) != null) {
        throw new IllegalStateException("stands twice: " + line);
      }
    }
    return lines;
  }

  private static Optional<Row> row(int number) {
    String line = LINES.get(number);
    return line == null
        ? Optional.empty()
        : Optional.of(ROWS.computeIfAbsent(number, n -> row(Tsv.cells(line, 5))));
  }

  private static Row row(String[] cells) {
    return new Row(
        new ErrorName(code(cells[0]), cells[1], cells[2]),
        Optional.of(cells[3]).filter(id -> !id.isEmpty()).map(Family::named),
        cells[4]);
  }

  private static Range range(String[] cells) {
    return new Range(code(cells[0]), code(cells[1]), Family.named(cells[2]));
  }

  private static Traits traits(String[] cells) {
    return new Traits(Optional.of(cells[1]).filter(fix -> !fix.isEmpty()), cells[2].equals("yes"));
  }

  private static HResult code(String hex) {
    return new HResult(number(hex));
  }

  /** The one that a line or a cell begins with. */
  private static int number(String text) {
    return HexFormat.fromHexDigits(text, "0x".length(), "0x80070006".length());
  }
}
