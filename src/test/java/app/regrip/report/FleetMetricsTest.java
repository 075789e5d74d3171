package app.regrip.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The alert rules and the dashboard ask for what Regrip writes. What they answer is tested by
 * {@code promtool test rules}, which {@code .ci/run} starts where there is one.
 */
class FleetMetricsTest {

  private static final Path FLEET = Path.of("launcher", "fleet");

  /** windows_exporter's own, about the file that Regrip has written. */
  private static final String AGE_OF_THE_FILE = "windows_textfile_mtime_seconds";

  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
  private static final Pattern EXPRESSION = Pattern.compile("(?m)^ *(?:- )?expr: (.+)$");
  private static final Pattern SELECTED = Pattern.compile("([a-z_]+)\\{([^}]*)}");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)=~?\"([^\"]*)\"");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
  private static final Pattern NAME = Pattern.compile("(?<![0-9A-Za-z_])[a-z_]{2,}\\b(?! *\\()");
  private static final Set<String> OPERATORS = Set.of("or", "unless", "offset", "by", "on");

  /** Each metric with the values its labels have on a PC that fails and was repaired once. */
  private static final Map<String, Map<String, Set<String>>> WRITTEN = new TreeMap<>();

  static {
    for (Metric metric : everything()) {
      Map<String, Set<String>> labels =
          WRITTEN.computeIfAbsent(metric.name(), n -> new TreeMap<>());
      for (Metric.Sample sample : metric.samples()) {
        sample
            .labels()
            .forEach((label, v) -> labels.computeIfAbsent(label, l -> new HashSet<>()).add(v));
      }
    }
  }

  private static List<Metric> everything() {
    Instant at = Instant.parse("2026-03-04T10:00:00Z");
    Snapshot failing =
        new Snapshot(
            Message.of("session.pc.this"),
            new UpdateStatus.Failing(Operation.SEARCH, HResult.INVALID_HANDLE, "", at, at, 1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Verdict proven =
        new Verdict(
            Verdict.Kind.PROVEN, Message.NONE, Message.NONE, Optional.empty(), Optional.empty());
    Case repaired =
        new Case(
            HResult.INVALID_HANDLE,
            Case.State.WATCHED,
            List.of(new Case.Entry.Tried(at, "run", Fix.ALL, proven)));
    return new StatusMetrics(failing, List.of(repaired), List.of(), "1", code -> "").metrics();
  }

  static List<String> asked() throws IOException {
    return Stream.concat(expressions("regrip-rules.yml").stream(), queries().stream()).toList();
  }

  private static List<String> expressions(String file) throws IOException {
    return EXPRESSION
        .matcher(Files.readString(FLEET.resolve(file)))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    for (JsonElement panel : dashboard().getAsJsonArray("panels")) {
      JsonArray targets = panel.getAsJsonObject().getAsJsonArray("targets");
      if (targets != null) {
        targets.forEach(target -> queries.add(target.getAsJsonObject().get("expr").getAsString()));
      }
    }
    return queries;
  }

  private static JsonObject dashboard() throws IOException {
    return JsonParser.parseString(Files.readString(FLEET.resolve("regrip-dashboard.json")))
        .getAsJsonObject();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void asksForMetricsThatAreWritten(String expression) {
    Set<String> known = new TreeSet<>(WRITTEN.keySet());
    known.add(AGE_OF_THE_FILE);

    assertThat(metricsIn(expression)).isNotEmpty().isSubsetOf(known);
  }

  @ParameterizedTest
  @MethodSource("asked")
  void asksForLabelsThatAreWritten(String expression) {
    SELECTED
        .matcher(expression)
        .results()
        .filter(selected -> !selected.group(1).equals(AGE_OF_THE_FILE))
        .forEach(selected -> MATCHER.matcher(selected.group(2)).results().forEach(one(selected)));
    Set<String> labels = new TreeSet<>(Set.of("instance"));
    metricsIn(expression)
        .forEach(metric -> labels.addAll(WRITTEN.getOrDefault(metric, Map.of()).keySet()));
    assertThat(GROUPING.matcher(expression).results().map(found -> found.group(1)))
        .isSubsetOf(labels);
  }

  private static Consumer<MatchResult> one(MatchResult selected) {
    return matcher ->
        assertThat(WRITTEN.get(selected.group(1)).get(matcher.group(1)))
            .as(selected.group())
            .containsAll(List.of(matcher.group(2).split("\\|")));
  }

  private static Set<String> metricsIn(String expression) {
    String names = expression.replaceAll("\\{[^}]*}|\\[[^]]*]", "");
    names = GROUPING.matcher(names).replaceAll("");
    Set<String> metrics = new TreeSet<>();
    NAME.matcher(names).results().forEach(found -> metrics.add(found.group()));
    metrics.removeAll(OPERATORS);
    return metrics;
  }

  @Test
  void everyQueryAndEveryRuleHasATest() throws IOException {
    String tests = Files.readString(FLEET.resolve("regrip-rules-test.yml"));

    assertThat(expressions("regrip-rules-test.yml")).containsAll(queries());
    assertThat(queries()).hasSizeGreaterThan(7);
    assertThat(
            ALERT
                .matcher(Files.readString(FLEET.resolve("regrip-rules.yml")))
                .results()
                .map(found -> found.group(1)))
        .hasSize(5)
        .allSatisfy(
            alert ->
                assertThat(tests)
                    .containsPattern(
                        "alertname: " + alert + "\\n *eval_time: \\w+\\n *exp_alerts: \\[]")
                    .containsPattern(
                        "alertname: " + alert + "\\n *eval_time: \\w+\\n *exp_alerts:\\n *- exp"));
  }

  /** Grafana asks for the source of the data when the dashboard is imported. */
  @Test
  void theDashboardNamesNoServer() throws IOException {
    assertThat(dashboard().toString()).doesNotContain("http");
    assertThat(dashboard().getAsJsonArray("panels"))
        .filteredOn(panel -> panel.getAsJsonObject().has("targets"))
        .allSatisfy(
            panel ->
                assertThat(
                        panel
                            .getAsJsonObject()
                            .getAsJsonObject("datasource")
                            .get("uid")
                            .getAsString())
                    .isEqualTo("${datasource}"));
  }
}
