package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.pc.UpdateFolders.Size;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.Verdict;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Assumption;
import app.regrip.selftest.Judged;
import app.regrip.session.Capability;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.MachineHistory;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What programs read, to the letter: a name that changes or goes away breaks somebody's script.
 * Where a change is meant, {@code -DargLine=-Dregrip.golden=write} writes it down, and it shows in
 * the diff.
 */
class GoldenJsonTest {

  private static final Path FOLDER = Path.of("src/test/resources/app/regrip/cli/json");
  private static final Gson READABLE =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  /** A command line, and what it meets. */
  private enum Asked {
    STATUS_WORKING(bench -> {}, "status"),
    STATUS_FAILING(bench -> bench.session.status = Bench.FAILING, "status"),
    STATUS_UNKNOWN(
        bench ->
            bench.session.status =
                new UpdateStatus.Unknown(Message.of("update.unknown.no-check-lately")),
        "status"),
    STATUS_INTERRUPTED(
        bench -> {
          bench.session.interrupted =
              Optional.of(
                  new InterruptedRepair(
                      "run-1",
                      Fix.RESET,
                      FakeSession.NOW,
                      3,
                      7,
                      Message.of("session.interrupted.restarted"),
                      true));
          bench.session.notice = Optional.of(Message.asIs("A notice."));
        },
        "status"),
    DIAGNOSE(
        bench ->
            bench.session.findings =
                List.of(
                    new Finding(
                        "bits-disabled",
                        Finding.Severity.CAUSE,
                        Message.of("repair.finding.bits-disabled"),
                        Message.asIs("BITS Start = 4"),
                        Optional.of(Fix.BITS)),
                    new Finding(
                        "unknown-disk-space",
                        Finding.Severity.UNKNOWN,
                        Message.asIs("Could not look."),
                        Message.NONE,
                        Optional.empty())),
        "diagnose"),
    FIX(
        bench -> bench.session.script = Repairs.ending(Verdict.Kind.STILL_FAILING),
        "fix",
        "dism",
        "--yes"),
    FIX_REFUSED(
        bench -> bench.session.refusal = Optional.of(Message.of("repair.refused.organisation")),
        "fix",
        "policy",
        "--yes"),
    HISTORY(
        bench -> {
          bench.session.cases = OtherCommandsTest.oneCase();
          bench.session.keptCopies = new KeptCopies.Total(2, new Size(310_000_000L, false));
        },
        "history"),
    HISTORY_OF_WINDOWS(
        bench ->
            bench.session.keptWindowsHistory =
                List.of(
                    new UpdateHistoryEntry(Instant.EPOCH, "waiting", "a", Optional.empty()),
                    new UpdateHistoryEntry(
                        Instant.EPOCH, "broken", "b", Optional.of(HResult.INVALID_HANDLE))),
        "history",
        "--windows"),
    HISTORY_OF_MACHINE(
        bench ->
            bench.session.machineHistory =
                new MachineHistory(
                    List.of(
                        new MachineHistory.EndedRun(
                            "run-2",
                            Fix.ALL,
                            Optional.of(
                                new Failure(
                                    Operation.DOWNLOAD,
                                    HResult.INVALID_HANDLE,
                                    Optional.of(new UUID(1, 2)))),
                            FakeSession.NOW,
                            FakeSession.NOW.plusSeconds(60),
                            Repairs.verdict(Verdict.Kind.STILL_FAILING)),
                        new MachineHistory.EndedRun(
                            "run-1",
                            Fix.POLICY,
                            Optional.empty(),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            Repairs.verdict(Verdict.Kind.DONE))),
                    Optional.of(Message.asIs("Not all of them."))),
        "history",
        "--machine"),
    EXPLAIN(bench -> {}, "explain", "0x80070006"),
    EXPLAIN_UNKNOWN(bench -> {}, "explain", "0x80071234"),
    EXPLAIN_AMBIGUOUS(bench -> {}, "explain", "80070006"),
    EXPLAIN_NO_CODE(bench -> {}, "explain", "E_HANDEL"),
    DOCTOR(
        bench ->
            bench.capabilities =
                List.of(
                    new Capability(
                        Message.asIs("Push of new events"),
                        Capability.State.MISSING,
                        Message.asIs("No."))),
        "doctor"),
    SELFTEST(
        bench ->
            bench.judged =
                List.of(
                    new Judged(
                        new Assumption("U02", "name", Message.asIs("It is so.")),
                        Answer.didNotHold(Message.asIs("Win32 33")))),
        "selftest"),
    ANALYZE(bench -> {}, "analyze", "src/test/resources/app/regrip/cli/json/dism.txt");

    private final Consumer<Bench> meets;
    private final String[] line;

    Asked(Consumer<Bench> meets, String... line) {
      this.meets = meets;
      this.line = Arrays.copyOf(line, line.length + 1);
      this.line[line.length] = "--json";
    }
  }

  @ParameterizedTest
  @EnumSource(Asked.class)
  void staysAsItIs(Asked asked) throws IOException {
    Bench bench = new Bench();
    asked.meets.accept(bench);
    bench.run(asked.line);
    String said =
        bench
            .out()
            .lines()
            .map(line -> READABLE.toJson(JsonParser.parseString(line)))
            .collect(Collectors.joining("\n", "", "\n"));
    Path golden = FOLDER.resolve(asked.name().toLowerCase(Locale.ROOT) + ".json");
    if ("write".equals(System.getProperty("regrip.golden"))) {
      Files.writeString(golden, said);
    }
    assertThat(said).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }
}
