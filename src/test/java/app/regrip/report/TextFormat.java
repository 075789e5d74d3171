package app.regrip.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Prometheus text format strictly: HELP, TYPE, samples, in this order and each metric
 * once; anything else is an error.
 */
public final class TextFormat {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z0-9_]+)(?:\\{(.*)\\})? (-?[0-9]+(?:\\.[0-9]+)?|NaN)");
  private static final Pattern LABEL =
      Pattern.compile("\\G([a-z][a-z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

  private TextFormat() {}

  /** The value of each series, by the series as it is written. */
  public static Map<String, Double> read(String text) {
    require(text.isEmpty() || text.endsWith("\n"), "the last line has no end");
    require(text.indexOf('\r') < 0, "a carriage return");
    Map<String, Double> series = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    String name = "";
    String expected = "HELP";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# HELP ")) {
        require(!expected.equals("TYPE") && !expected.equals("first sample"), line);
        name = line.split(" ", 4)[2];
        require(NAME.matcher(name).matches() && seen.add(name), line);
        require(line.split(" ", 4)[3].length() > 10, line);
        expected = "TYPE";
      } else if (line.startsWith("# TYPE ")) {
        require(expected.equals("TYPE"), line);
        require(line.matches("# TYPE " + name + " (counter|gauge)"), line);
        require(line.endsWith(" counter") == name.endsWith("_total"), line);
        expected = "first sample";
      } else {
        require(expected.endsWith("sample"), line);
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches() && sample.group(1).equals(name), line);
        labels(sample.group(2));
        String written = line.substring(0, line.lastIndexOf(' '));
        require(series.put(written, Double.valueOf(sample.group(3))) == null, line);
        expected = "sample";
      }
    }
    require(!expected.equals("TYPE") && !expected.equals("first sample"), "no sample of " + name);
    return series;
  }

  private static void labels(String text) {
    if (text == null) {
      return;
    }
    List<String> names = new ArrayList<>();
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (label.find()) {
      names.add(label.group(1));
      end = label.end();
    }
    require(end == text.length() && !names.isEmpty(), text);
    require(names.stream().sorted().distinct().toList().equals(names), text);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("not the text format: " + what);
    }
  }
}
