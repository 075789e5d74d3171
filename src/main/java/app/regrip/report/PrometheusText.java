package app.regrip.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes metrics in the Prometheus text format 0.0.4: for each its HELP, its TYPE and its samples;
 * lines end in a line feed, the last one too.
 */
final class PrometheusText {

  private PrometheusText() {}

  static String of(List<Metric> metrics) {
    StringBuilder text = new StringBuilder();
    for (Metric metric : metrics) {
      if (!metric.samples().isEmpty()) {
        write(metric, text);
      }
    }
    return text.toString();
  }

  private static void write(Metric metric, StringBuilder text) {
    String name = metric.name();
    text.append("# HELP ").append(name).append(' ').append(escaped(metric.help())).append('\n');
    text.append("# TYPE ").append(name).append(' ');
    text.append(metric.type().name().toLowerCase(Locale.ROOT)).append('\n');
    for (Metric.Sample sample : metric.samples()) {
      text.append(name).append(labels(sample.labels())).append(' ');
      text.append(sample.value()).append('\n');
    }
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : labels.entrySet().stream()
            .map(e -> e.getKey() + "=\"" + escaped(e.getValue()).replace("\"", "\\\"") + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
