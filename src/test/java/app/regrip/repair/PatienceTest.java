package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcFacts;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateFolder;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Verdict.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PC is slower than a script: what is waited for, how long, and what is said meanwhile. */
class PatienceTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

  /** Between two tries to rename a folder. */
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final MemoryPc pc = new MemoryPc();
  private final MemoryRuns runs = new MemoryRuns();
  private final List<RepairEvent> events = new ArrayList<>();
  private final List<Duration> waited = new ArrayList<>();
  private Consumer<RepairEvent> meanwhile = event -> {};
  private Runnable pause = () -> {};

  @ParameterizedTest
  @CsvSource({"16, true", "95, true", "239, true", "240, true", "241, false"})
  void aServiceMayTakeFourMinutesToStop(int seconds, boolean inTime) {
    pc.damageDataStore();
    pc.run("wuauserv", true);
    pc.stopsIn.put("wuauserv", Duration.ofSeconds(seconds));
    MemoryPc.State before = pc.state();

    Verdict verdict = reset();

    assertThat(verdict.kind()).isEqualTo(inTime || seconds > 240 ? Kind.PROVEN : Kind.FAILED);
    assertThat(notes()).anyMatch(note -> note.contains("wuauserv) to stop, for 15 seconds so far"));
    assertThat(pc.state().services()).isEqualTo(before.services());
  }

  @Test
  void aServiceThatNeverStopsIsLeftAndNothingIsTouched() {
    pc.damageDataStore();
    pc.run("wuauserv", true);
    pc.stopsIn.put("wuauserv", Duration.ofDays(1));
    MemoryPc.State before = pc.state();

    Verdict verdict = reset();

    assertThat(verdict.kind()).isEqualTo(Kind.FAILED);
    assertThat(verdict.code()).contains(HResult.ofWin32(1053));
    assertThat(pc.state()).isEqualTo(before);
    assertThat(notes())
        .filteredOn(n -> n.contains("to stop, for 225 seconds"))
        .hasSize(3)
        .allMatch(n -> n.contains("up to 4 minutes"));
    assertThat(notes()).noneMatch(n -> n.contains("to stop, for 240 seconds"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wuauserv", "UsoSvc", "BITS", "DoSvc"})
  void aServiceThatATriggerStartsAgainIsHeldOffAndStartsAsBeforeInTheEnd(String service) {
    pc.damageDataStore();
    pc.run(service, true);
    pc.triggered.add(service);
    MemoryPc.State before = pc.state();

    assertThat(reset().kind()).isEqualTo(Kind.PROVEN);

    assertThat(pc.state().services()).isEqualTo(before.services());
    assertThat(pc.services.get(service).isRunning()).isTrue();
    assertThat(said()).anyMatch(line -> line.contains("disabled until the folders are done"));
    undo();
    assertThat(pc.state()).isEqualTo(before);
  }

  /** It is not touched where a stop is enough. */
  @Test
  void aServiceThatStaysStoppedIsNotDisabled() {
    pc.damageDataStore();
    pc.run("wuauserv", true);

    assertThat(reset().kind()).isEqualTo(Kind.PROVEN);

    assertThat(said()).noneMatch(line -> line.contains("disabled"));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "12, true", "30, true", "31, false"})
  void aHeldFolderIsTriedForHalfAMinute(int tries, boolean inTime) {
    pc.damageDataStore();
    pc.held.put(UpdateFolder.DATA_STORE, 32);
    pc.letsGoAfter.put(UpdateFolder.DATA_STORE, tries);
    pc.holders.add("Contoso Indexer");
    MemoryPc.State before = pc.state();

    Verdict verdict = reset();

    assertThat(verdict.kind()).isEqualTo(inTime ? Kind.PROVEN : Kind.RESTART_NEEDED);
    if (tries > 3) {
      assertThat(notes())
          .filteredOn(note -> note.contains("Contoso Indexer to let go of DataStore"))
          .hasSize(1);
    }
    if (!inTime) {
      assertThat(waited).filteredOn(A_SECOND::equals).hasSize(29);
      assertThat(verdict.words().english()).contains("Contoso Indexer", "restart of the PC");
      assertThat(pc.state()).isEqualTo(before);
      pc.held.clear();
      pc.reboot();
      assertThat(run().recover("run-0", RecoveryChoice.FINISH).kind()).isEqualTo(Kind.PROVEN);
    }
  }

  /** Somebody starts it by hand after it was seen to stop. */
  @Test
  void aServiceThatCameBackIsStoppedRightBeforeTheRename() {
    pc.damageDataStore();
    List<String> steps = new ArrayList<>();
    meanwhile =
        event -> {
          if (event instanceof RepairEvent.RungStarted rung) {
            rung.steps().forEach(step -> steps.add(step.english()));
          } else if (event instanceof RepairEvent.StepStarted step
              && steps.get(step.step()).contains("DataStore aside")) {
            pc.run("wuauserv", true);
          }
        };

    assertThat(reset().kind()).isEqualTo(Kind.PROVEN);

    assertThat(waited).doesNotContain(A_SECOND);
  }

  @Test
  void aServiceThatComesBackWhileAFolderIsWaitedForIsStoppedAgain() {
    pc.damageDataStore();
    pc.held.put(UpdateFolder.DATA_STORE, 32);
    pc.letsGoAfter.put(UpdateFolder.DATA_STORE, 3);
    pause =
        () -> {
          if (waited.stream().filter(A_SECOND::equals).count() == 1) {
            pc.run("wuauserv", true);
          }
        };

    assertThat(reset().kind()).isEqualTo(Kind.PROVEN);

    assertThat(waited).filteredOn(A_SECOND::equals).hasSize(2);
  }

  @Test
  void whereWindowsNamesNobodyTheAntivirusProgramIsTheFirstToLookAt() {
    pc.damageDataStore();
    pc.held.put(UpdateFolder.DOWNLOAD, 5);
    pc.antivirus.add(new PcFacts.Antivirus("Contoso Antivirus", false, true));

    assertThat(reset().words().english()).contains("Contoso Antivirus or another program");
  }

  @ParameterizedTest
  @CsvSource({"1, PROVEN", "2, PROVEN", "25, PROVEN", "60, PROVEN", "62, REFUSED"})
  void theWorkerOfServicingIsWaitedForFiveMinutes(int looks, Kind kind) {
    pc.servicingLooks = looks;

    Verdict verdict = repair(Fix.BITS);

    assertThat(verdict.kind()).as(verdict.words().english()).isEqualTo(kind);
    if (looks > 2) {
      assertThat(notes()).filteredOn(note -> note.contains("TiWorker")).hasSize(1);
    }
  }

  @Test
  void aPreviewRefusesNothingForWhatIsWaitedFor() {
    pc.servicing = true;

    assertThat(new Previews(pc, runs, CLOCK).of(FixRequest.of(Fix.BITS)).refusal()).isEmpty();
  }

  /** The start types are the user's whatever happens: with the journal alone they come back. */
  @Test
  void whoStartsTheServicesOfAKilledHelperLetsThemGoToo() {
    pc.damageDataStore();
    pc.run("wuauserv", true);
    pc.triggered.add("wuauserv");
    MemoryPc.State before = pc.state();
    for (int n = 1; ; n++) {
      MemoryLines journal = new MemoryLines();
      Faults faults = new Faults(Faults.Mode.DIE_BEFORE, n);
      try {
        new RepairRun(
                faults.in(pc),
                MemoryRuns.of("run", faults.in(journal)),
                CLOCK,
                howLong -> {},
                Cancellation.never(),
                event -> {})
            .start("run", FixRequest.of(Fix.RESET));
        break;
      } catch (Faults.PowerCut e) {
        MemoryRuns runs = MemoryRuns.of("run", journal);
        new RepairRun(pc, runs, CLOCK, howLong -> {}, Cancellation.never(), event -> {})
            .startServicesMeanwhile("run");
        assertThat(pc.services.get("wuauserv").startType())
            .as("at %d", n)
            .isEqualTo(StartType.MANUAL);
        new RepairRun(pc, runs, CLOCK, howLong -> {}, Cancellation.never(), event -> {})
            .recover("run", RecoveryChoice.UNDO);
        pc.run("wuauserv", true);
        assertThat(pc.state().services()).as("at %d", n).isEqualTo(before.services());
      }
    }
  }

  private List<String> notes() {
    return events.stream()
        .filter(e -> e instanceof RepairEvent.StepProgressed)
        .map(e -> ((RepairEvent.StepProgressed) e).note().english())
        .toList();
  }

  private List<String> said() {
    return events.stream()
        .filter(e -> e instanceof RepairEvent.Said)
        .map(e -> ((RepairEvent.Said) e).line().english())
        .toList();
  }

  private Verdict reset() {
    return repair(Fix.RESET);
  }

  private Verdict repair(Fix fix) {
    return run().start("run-" + runs.journals().size(), FixRequest.of(fix));
  }

  private void undo() {
    assertThat(run().recover("run-0", RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);
  }

  private RepairRun run() {
    return new RepairRun(
        pc,
        runs,
        CLOCK,
        howLong -> {
          waited.add(howLong);
          pause.run();
        },
        Cancellation.never(),
        event -> {
          events.add(event);
          meanwhile.accept(event);
        });
  }
}
