package app.regrip.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One metric of the Prometheus text format with its samples; without samples it is not written.
 *
 * @param name in lower snake case with its unit at the end, e.g. {@code regrip_x_seconds}
 * @param help one line that says what is counted
 */
record Metric(String name, Type type, String help, List<Sample> samples) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  enum Type {
    /** Only ever grows, and starts anew when the history is deleted. */
    COUNTER,
    GAUGE
  }

  /** A value and the labels that tell it from the others of its metric. */
  record Sample(SortedMap<String, String> labels, long value) {
    Sample {
      labels.keySet().forEach(Metric::requireName);
    }
  }

  Metric {
    requireName(name);
    if ((type == Type.COUNTER) != name.endsWith("_total")) {
      throw new IllegalArgumentException("counters and only they end in _total: " + name);
    }
    if (samples.stream().map(Sample::labels).distinct().count() != samples.size()) {
      throw new IllegalArgumentException("the same series twice: " + name);
    }
    samples = List.copyOf(samples);
  }

  static Sample sample(long value, String... labels) {
    SortedMap<String, String> named = new TreeMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      named.put(labels[i], labels[i + 1]);
    }
    return new Sample(named, value);
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name: " + name);
    }
  }
}
