package app.regrip.bench;

import app.regrip.storage.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was measured, each beside what it is held against and its goal. */
final class Figures {

  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * @param value in {@code unit}
   * @param against the same of what it is held against; 0 where it is held against nothing
   * @param goal the most that the ratio may be, or the value itself where there is no ratio
   */
  private record Row(String unit, double value, double against, double goal) {

    double ratio() {
      return against == 0 ? value : value / against;
    }

    boolean met() {
      return ratio() <= goal;
    }
  }

  void ratio(String what, String unit, double value, double against, double goal) {
    rows.put(what, new Row(unit, value, against, goal));
  }

  void figure(String what, String unit, double value, double goal) {
    rows.put(what, new Row(unit, value, 0, goal));
  }

  /** As a table, and into a file that a program can read. */
  void print(Path json) throws IOException {
    System.out.println("| what | figure | against | ratio | goal | |");
    System.out.println("|---|---|---|---|---|---|");
    rows.forEach(
        (what, row) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.2f %s | %s | %.2f | %.2f | %s |%n",
                what,
                row.value(),
                row.unit(),
                row.against() == 0 ? "–" : String.format(Locale.ROOT, "%.2f", row.against()),
                row.ratio(),
                row.goal(),
                row.met() ? "met" : "not met"));
    Files.writeString(json, Json.gson().toJson(rows) + "\n");
    System.out.println("Also in " + json);
  }
}
