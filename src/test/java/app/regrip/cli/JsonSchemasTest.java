package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Family;
import app.regrip.evidence.FileKind;
import app.regrip.evidence.Hint;
import app.regrip.evidence.LogFinding;
import app.regrip.evidence.LoggedEvent;
import app.regrip.evidence.ToolRun;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.report.Secret;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Assumptions;
import app.regrip.selftest.Judged;
import app.regrip.session.Capability;
import app.regrip.session.CapabilityCheck;
import app.regrip.session.Case;
import app.regrip.simulated.Scenario;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** The schemas say of everything that is printed for programs what it is, and nothing else. */
class JsonSchemasTest {

  private static final Path FOLDER = Path.of("src/main/resources/app/regrip/cli/schemas");
  private static final Path GOLDEN = Path.of("src/test/resources/app/regrip/cli/json");
  private static final Path SOURCES = Path.of("src/main/java/app/regrip");

  private static final String FILE = "analyze/properties/files/items";
  private static final String ENDED_RUN = "history-machine/properties/runs/items";
  private static final String EVENT = FILE + "/properties/events/items";
  private static final String RUN = FILE + "/properties/runs/items";
  private static final String LOG_FINDING = "analyze/properties/findings/items";

  @TempDir Path folder;
  private final Bench bench = new Bench();

  static List<String> names() {
    return JsonSchemas.NAMES;
  }

  @Test
  void theFolderHasThoseThatAreListedAndWhatTheyShare() throws IOException {
    List<String> files = new ArrayList<>(names());
    files.add("common");

    try (Stream<Path> there = Files.list(FOLDER)) {
      assertThat(there.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @Test
  void everyCommandThatAnswersInJsonHasOne() {
    List<String> commands =
        new ClassFileImporter()
            .importPackages("app.regrip.cli").stream()
                .filter(each -> each.isAnnotatedWith(Command.class))
                .filter(
                    each ->
                        each.getFields().stream()
                            .anyMatch(field -> field.getRawType().isEquivalentTo(JsonOption.class)))
                .map(JavaClass::reflect)
                .map(command -> command.getAnnotation(Command.class).name())
                .toList();

    assertThat(commands).hasSizeGreaterThan(9);
    assertThat(names()).containsAll(commands);
  }

  @Test
  void thePageForAdministratorsNamesThem() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/fleet.md"));
    String table = page.substring(page.indexOf("| Schema |"), page.indexOf("A `reason`"));

    assertThat(
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(table)
                .results()
                .map(row -> row.group(1)))
        .containsExactlyElementsOf(names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isASchemaThatIsClosedAndSaysWhatEachFieldIs(String name) {
    JsonObject schema = JsonSchemas.named(name);

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema.toString(), InputFormat.JSON))
        .isEmpty();
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(JsonSchemas.text(name))).isTrue();
    eachIn(
        schema,
        "",
        (path, part) -> {
          if (part.has("$ref")) {
            assertThat(at(schema, part.get("$ref").getAsString().substring(2))).isNotNull();
          }
          if (part.has("properties")) {
            assertThat(part.get("additionalProperties").getAsBoolean()).as(path).isFalse();
            assertThat(part.getAsJsonObject("properties").keySet())
                .as(path)
                .containsAll(texts(part.getAsJsonArray("required")));
            part.getAsJsonObject("properties")
                .entrySet()
                .forEach(
                    property ->
                        assertThat(
                                property
                                    .getValue()
                                    .getAsJsonObject()
                                    .get("description")
                                    .getAsString())
                            .as(path + "/" + property.getKey())
                            .matches("[A-Z][^.]+[.]"));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("names")
  void isPrintedWholeInItself(String name) {
    assertThat(bench.run("schema", name)).isZero();

    assertThat(bench.out()).isEqualTo(JsonSchemas.text(name) + "\n");
    assertThat(bench.out()).contains("https://json-schema.org/draft/2020-12/schema");
  }

  @Test
  void withoutANameTheyAreListed() {
    assertThat(bench.run("schema")).isZero();

    assertThat(bench.out().lines().map(line -> line.replaceAll(" .*", "")))
        .containsExactlyElementsOf(names());
    assertThat(bench.out()).contains("status           regrip status --json");
  }

  @Test
  void aWrongNameIsTold() {
    assertThat(bench.run("schema", "statsu")).isEqualTo(ExitCode.USAGE);

    assertThat(bench.err()).contains("There is no JSON schema \"statsu\".", "\"status\"");
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of(JsonShapes.Code.class, "status/$defs/code"),
        Arguments.of(JsonShapes.CodeParts.class, "explain/$defs/explained/properties/numbers"),
        Arguments.of(JsonShapes.Status.class, "status/$defs/status"),
        Arguments.of(JsonShapes.Interrupted.class, "status/$defs/interrupted"),
        Arguments.of(JsonShapes.AlertLine.class, "watch/$defs/alert"),
        Arguments.of(JsonShapes.History.class, "history"),
        Arguments.of(JsonShapes.CopiesShape.class, "history/properties/copies"),
        Arguments.of(JsonShapes.CaseShape.class, "history/$defs/case"),
        Arguments.of(JsonShapes.FailedShape.class, "history/$defs/failed"),
        Arguments.of(JsonShapes.TriedShape.class, "history/$defs/tried"),
        Arguments.of(JsonShapes.CameBackShape.class, "history/$defs/cameBack"),
        Arguments.of(JsonShapes.ClosedShape.class, "history/$defs/closed"),
        Arguments.of(JsonShapes.MachineHistoryShape.class, "history-machine"),
        Arguments.of(JsonShapes.EndedRunShape.class, ENDED_RUN),
        Arguments.of(JsonShapes.FailureShape.class, ENDED_RUN + "/properties/failed"),
        Arguments.of(JsonShapes.WindowsHistory.class, "history-windows"),
        Arguments.of(JsonShapes.KeptUpdate.class, "history-windows/$defs/keptUpdate"),
        Arguments.of(JsonShapes.Explained.class, "explain/$defs/explained"),
        Arguments.of(JsonShapes.NotExplained.class, "explain/$defs/notExplained"),
        Arguments.of(JsonShapes.Diagnosis.class, "diagnose"),
        Arguments.of(JsonShapes.FindingShape.class, "diagnose/$defs/finding"),
        Arguments.of(JsonShapes.Doctor.class, "doctor"),
        Arguments.of(JsonShapes.CapabilityShape.class, "doctor/properties/capabilities/items"),
        Arguments.of(JsonShapes.SelfTested.class, "selftest"),
        Arguments.of(JsonShapes.AnswerShape.class, "selftest/$defs/answer"),
        Arguments.of(JsonShapes.Report.class, "report"),
        Arguments.of(JsonShapes.Plan.class, "fix/$defs/plan"),
        Arguments.of(JsonShapes.FixBegan.class, "fix/$defs/fixBegan"),
        Arguments.of(JsonShapes.Progress.class, "fix/$defs/progress"),
        Arguments.of(JsonShapes.StepEnded.class, "fix/$defs/stepEnded"),
        Arguments.of(JsonShapes.Proof.class, "fix/$defs/proof"),
        Arguments.of(JsonShapes.Stopping.class, "fix/$defs/stopping"),
        Arguments.of(JsonShapes.VerdictShape.class, "fix/$defs/verdictLine"),
        Arguments.of(AnalysisShape.class, "analyze"),
        Arguments.of(AnalysisShape.FileShape.class, FILE),
        Arguments.of(AnalysisShape.EventShape.class, EVENT),
        Arguments.of(AnalysisShape.RunShape.class, RUN),
        Arguments.of(AnalysisShape.FindingShape.class, LOG_FINDING));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("records")
  void hasTheFieldsOfTheRecord(Class<?> record, String place) {
    Set<String> fields = new TreeSet<>(at(place).getAsJsonObject("properties").keySet());
    Set<String> components =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (JsonShapes.Shape.class.isAssignableFrom(record)) {
      components.addAll(List.of("format", "type"));
    }

    assertThat(fields).isEqualTo(components);
  }

  @Test
  void everyRecordHasItsPlace() {
    List<Class<?>> shapes = new ArrayList<>(List.of(AnalysisShape.class));
    Stream.of(JsonShapes.class, AnalysisShape.class)
        .flatMap(outer -> Arrays.stream(outer.getDeclaredClasses()))
        .filter(Class::isRecord)
        .forEach(shapes::add);

    assertThat(records().map(row -> row.get()[0])).containsExactlyInAnyOrderElementsOf(shapes);
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("status/$defs/operation", ids(UpdateEvent.Operation.values())),
        Arguments.of("fix/$defs/fix", Arrays.stream(Fix.values()).map(Fix::commandName).toList()),
        Arguments.of("history/$defs/verdict", ids(Verdict.Kind.values())),
        Arguments.of("history/$defs/case/properties/state", ids(Case.State.values())),
        Arguments.of("diagnose/$defs/finding/properties/severity", ids(Finding.Severity.values())),
        Arguments.of(
            "doctor/properties/capabilities/items/properties/state",
            ids(Capability.State.values())),
        Arguments.of("explain/$defs/explained/properties/family", ids(Family.values())),
        Arguments.of(
            "fix/$defs/stepEnded/properties/state",
            ids(
                Arrays.stream(StepState.values())
                    .filter(state -> state != StepState.WAITING && state != StepState.RUNNING)
                    .toArray(StepState[]::new))),
        Arguments.of(FILE + "/properties/kind", ids(FileKind.values())),
        Arguments.of(EVENT + "/properties/outcome", ids(LoggedEvent.Outcome.values())),
        Arguments.of(RUN + "/properties/tool", ids(ToolRun.Tool.values())),
        Arguments.of(RUN + "/properties/verdict", ids(ToolRun.Verdict.values())),
        Arguments.of(LOG_FINDING + "/properties/severity", ids(LogFinding.Severity.values())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void listsTheWordsThereAre(String place, List<String> words) {
    assertThat(texts(at(place).getAsJsonArray("enum"))).containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void namesTheSecretsThatReportsAreFreeOf() {
    assertThat(at("report-file/$defs/removed").getAsJsonObject("properties").keySet())
        .containsExactlyInAnyOrderElementsOf(ids(Secret.values()));
  }

  /** What is found is named where it is found. */
  @Test
  void listsWhatLogsCanTell() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String file : List.of("Conclusions", "ToolFindings")) {
      Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"")
          .matcher(Files.readString(SOURCES.resolve("evidence/" + file + ".java")))
          .results()
          .forEach(found -> named.add(found.group(1)));
    }
    named.addAll(
        List.of(
            Hint.OWN_PROCESS,
            Hint.SERVICE_DISABLED,
            Hint.SERVICE_FAILED,
            Hint.SERVICE_MISSING,
            Hint.WSUS,
            LogFinding.CANNOT_TELL,
            LogFinding.NOTHING_WRONG));

    assertThat(new TreeSet<>(texts(at(LOG_FINDING + "/properties/id").getAsJsonArray("enum"))))
        .isEqualTo(named);
  }

  @Test
  void listsWhatALookAtThePcCanFind() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> checks = Files.list(SOURCES.resolve("repair/checks"))) {
      for (Path check : checks.toList()) {
        Pattern.compile(
                "(?:new Finding\\(|String (?:ID|AT_HOME) =|\\?)\\s*\"([a-zA-Z-]+[a-zA-Z])\"")
            .matcher(Files.readString(check))
            .results()
            .forEach(found -> named.add(found.group(1)));
      }
    }

    assertThat(named).hasSizeGreaterThan(10);
    for (String id : named) {
      FollowsSchema.check(
          "diagnose",
          """
          {"format": 1, "type": "diagnosis", "pc": "", "exitCode": 0, "findings":
            [{"id": "%s", "severity": "info", "text": "", "evidence": ""}]}
          """
              .formatted(id));
    }
  }

  static List<Path> golden() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void whatProgramsReadFollowsIt(Path golden) throws IOException {
    String name = golden.getFileName().toString().replace(".json", "");
    String schema = name.replace("_of_", "-");
    FollowsSchema.check(
        names().contains(schema) ? schema : name.replaceAll("_.*", ""), Files.readString(golden));
  }

  static List<String> scenarios() {
    return Scenario.all().stream().map(Scenario::name).toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void whatAPcAnswersFollowsIt(String scenario) throws Exception {
    SetClock clock = new SetClock();
    PretendPcsInFolder pretend = new PretendPcsInFolder(folder, clock);
    pretend.pc(scenario).runDueCheck();
    bench.capabilities =
        new CapabilityCheck(pretend.pc(scenario), clock, ErrorCatalog.load()).run();

    FollowsSchema.check("doctor", answerOf("doctor"));
    asked(pretend, scenario);
    for (Fix fix : List.of(Fix.ALL, Fix.POLICY, Fix.BITS, Fix.COPIES)) {
      answer(pretend, scenario, "fix", "fix", fix.commandName(), "--yes");
    }
    asked(pretend, scenario);
    FollowsSchema.check("analyze", answerOf("analyze", folder.resolve(scenario).toString()));
    FollowsSchema.check("report-file", reported());
  }

  private void asked(PretendPcsInFolder pretend, String scenario) throws IOException {
    answer(pretend, scenario, "status", "status");
    answer(pretend, scenario, "diagnose", "diagnose");
    answer(pretend, scenario, "history", "history");
    answer(pretend, scenario, "history-machine", "history", "--machine");
    answer(pretend, scenario, "history-windows", "history", "--windows");
    answer(
        pretend,
        scenario,
        "report",
        "report",
        "--force",
        "--output=" + folder.resolve("report.zip"));
  }

  private void answer(PretendPcsInFolder pretend, String scenario, String schema, String... line)
      throws IOException {
    bench.real = Optional.of(pretend.session(scenario));
    FollowsSchema.check(schema, answerOf(line));
    pretend.awaitNoHelper(scenario);
  }

  private String answerOf(String... line) {
    String[] inJson = Arrays.copyOf(line, line.length + 1);
    inJson[line.length] = "--json";
    bench.run(inJson);
    return bench.out();
  }

  private String reported() throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("report.zip").toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("report.json")).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyErrorThereIsFollowsIt() {
    List<ErrorName> all = ErrorCatalog.load().all();
    assertThat(all).hasSizeGreaterThan(1000);
    for (ErrorName error : all) {
      FollowsSchema.check("explain", answerOf("explain", error.code().hex()));
    }
    for (String typed : List.of("643", "80070006", "0x80079999", "handle", "E_HANDEL")) {
      FollowsSchema.check("explain", answerOf("explain", typed));
    }
  }

  @Test
  void everyAnswerOfASelfTestFollowsIt() throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (Answer answer :
        List.of(
            Answer.held(Message.asIs("a")),
            Answer.didNotHold(Message.asIs("b")),
            Answer.couldNotAsk(Message.asIs("c")))) {
      Assumptions.ALL.forEach(assumption -> judged.add(new Judged(assumption, answer)));
    }
    bench.judged = judged;
    Path file = folder.resolve("selftest.json");

    FollowsSchema.check("selftest", answerOf("selftest", "--report=" + file));
    FollowsSchema.check("selftest-file", Files.readString(file));
  }

  private static List<String> ids(Enum<?>... values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static List<String> texts(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }

  /** A place in a schema: its name, and the way in it. */
  private static JsonObject at(String place) {
    int slash = place.indexOf('/');
    return slash < 0
        ? JsonSchemas.named(place)
        : at(JsonSchemas.named(place.substring(0, slash)), place.substring(slash + 1));
  }

  private static JsonObject at(JsonObject from, String way) {
    JsonObject there = from;
    for (String step : way.split("/")) {
      there = there.getAsJsonObject(step);
    }
    return there;
  }

  private static void eachIn(JsonElement part, String path, BiConsumer<String, JsonObject> told) {
    if (part.isJsonArray()) {
      part.getAsJsonArray().forEach(each -> eachIn(each, path, told));
    } else if (part.isJsonObject()) {
      boolean schema = !path.endsWith("/properties") && !path.endsWith("/$defs");
      if (schema) {
        told.accept(path, part.getAsJsonObject());
      }
      for (Map.Entry<String, JsonElement> field : part.getAsJsonObject().entrySet()) {
        eachIn(field.getValue(), path + "/" + field.getKey(), told);
      }
    }
  }
}
