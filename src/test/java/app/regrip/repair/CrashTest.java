package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.ProcessType;
import app.regrip.pc.RepairSource;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdatePolicy;
import app.regrip.pc.WindowsImage;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Faults.Mode;
import app.regrip.repair.Faults.PowerCut;
import app.regrip.storage.Lines;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets every repair go wrong at every place where it leaves a trace, in every way there is, then
 * "restarts" and recovers with Undo and with Finish, and lets the recovery itself be cut off at
 * every place too. The PC must end as it was or as the repair meant it to be, and nothing of the
 * user's may be gone.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {

  private static final String RUN = "00000000-0000-4000-8000-000000000001";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

  private static final AtomicInteger TRIED = new AtomicInteger();
  private static final AtomicInteger NESTED = new AtomicInteger();

  @AfterAll
  static void report() {
    System.out.printf(
        "Crash points tried: %d, of them %d inside a recovery%n",
        TRIED.get() + NESTED.get(), NESTED.get());
  }

  static Stream<Arguments> repairs() {
    return Stream.of(
        Arguments.of(
            "share-process",
            request(Fix.SHARE_PROCESS),
            pc(p -> p.processType("wuauserv", ProcessType.OWN))),
        Arguments.of(
            "policy",
            request(Fix.POLICY),
            pc(
                p -> {
                  p.policies.put(UpdatePolicy.USE_SERVER, 1);
                  p.policies.put(UpdatePolicy.ACCESS_DISABLED, 1);
                  p.policies.put(UpdatePolicy.NO_SETTINGS_PAGE, 0);
                })),
        Arguments.of("bits", request(Fix.BITS), pc(p -> p.bitsStale = true)),
        Arguments.of(
            "bits, disabled", request(Fix.BITS), pc(p -> p.startType("BITS", StartType.DISABLED))),
        Arguments.of("downloads", request(Fix.DOWNLOADS), pc(p -> p.downloadDamaged = true)),
        Arguments.of("reset", request(Fix.RESET), pc(MemoryPc::damageDataStore)),
        Arguments.of(
            "reset with catroot2",
            new FixRequest(Fix.RESET, Optional.empty(), true),
            pc(MemoryPc::damageDataStore)),
        Arguments.of(
            "reset, services disabled",
            request(Fix.RESET),
            pc(
                p -> {
                  p.damageDataStore();
                  p.startType("wuauserv", StartType.DISABLED);
                  p.startType("CryptSvc", StartType.DISABLED);
                  p.run("CryptSvc", false);
                })),
        Arguments.of(
            "reset, a service that a trigger starts again",
            request(Fix.RESET),
            pc(
                p -> {
                  p.damageDataStore();
                  p.triggered.add("UsoSvc");
                })),
        Arguments.of("reset, not the cause", request(Fix.RESET), pc(p -> p.stubborn = true)),
        Arguments.of("dism", request(Fix.DISM), pc(p -> p.storeDamaged = true)),
        Arguments.of(
            "dism with media",
            new FixRequest(Fix.DISM, RepairSource.parse("E"), false),
            pc(
                p -> {
                  p.storeDamaged = true;
                  p.media =
                      List.of(
                          new WindowsImage(
                              "Windows 11 Home",
                              "Core",
                              WindowsImage.Architecture.AMD64,
                              26100,
                              1,
                              List.of("en-US")));
                })),
        Arguments.of(
            "dism without source",
            request(Fix.DISM),
            pc(
                p -> {
                  p.storeDamaged = true;
                  p.restoreHealthError = Optional.of(0x800f081f);
                })),
        Arguments.of(
            "sfc, TrustedInstaller disabled",
            request(Fix.SFC),
            pc(
                p -> {
                  p.systemFilesDamaged = true;
                  p.startType("TrustedInstaller", StartType.DISABLED);
                })),
        Arguments.of(
            "a download that fails", failed(Operation.DOWNLOAD), pc(p -> p.downloadDamaged = true)),
        Arguments.of(
            "a download that fails on more than its folder",
            failed(Operation.DOWNLOAD),
            pc(
                p -> {
                  p.downloadDamaged = true;
                  p.damageDataStore();
                })),
        Arguments.of(
            "an installation that fails",
            failed(Operation.INSTALL),
            pc(
                p -> {
                  p.installsFromTheStore = true;
                  p.storeDamaged = true;
                })),
        Arguments.of(
            "an installation that fails, and nothing to mend but its download",
            failed(Operation.INSTALL),
            pc(p -> {})),
        Arguments.of(
            "trouble that has passed",
            FixRequest.of(Fix.ALL).because(Failure.ofSearch(HResult.INVALID_HANDLE)),
            pc(p -> {})),
        Arguments.of(
            "the whole ladder",
            request(Fix.ALL),
            pc(
                p -> {
                  p.bitsStale = true;
                  p.damageDataStore();
                  p.storeDamaged = true;
                  p.systemFilesDamaged = true;
                })));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("repairs")
  void everyCrashEndsInTheFirstOrTheFinalState(
      String name, FixRequest request, Supplier<MemoryPc> pcs) {
    for (boolean restart : new boolean[] {true, false}) {
      Supplier<MemoryPc> fresh = restart ? pcs : () -> withServicesAtWork(pcs.get());
      MemoryPc.State last = undisturbed(fresh, request);
      for (Mode mode : Mode.values()) {
        for (int n = 1; crash(fresh, request, last, mode, n, restart); n++) {
          TRIED.incrementAndGet();
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("repairs")
  void aRecoveryThatIsCutOffCanBeRepeated(String name, FixRequest request, Supplier<MemoryPc> pcs) {
    MemoryPc.State last = undisturbed(pcs, request);
    for (Mode mode : List.of(Mode.DIE_BEFORE, Mode.DIE_AFTER)) {
      for (Mode again : List.of(mode, Mode.ERROR_ONCE)) {
        for (int n = 1; crashTwice(pcs, request, last, mode, again, n); n++) {
          TRIED.incrementAndGet();
        }
      }
    }
  }

  /** What starts the services of a repair that was killed knows only the journal. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("repairs")
  void whereverTheHelperDiesItsServicesComeBackBeforeAnyChoice(
      String name, FixRequest request, Supplier<MemoryPc> pcs) {
    Supplier<MemoryPc> atWork = () -> withServicesAtWork(pcs.get());
    MemoryPc.State last = undisturbed(atWork, request);
    for (Mode mode : List.of(Mode.DIE_BEFORE, Mode.DIE_AFTER)) {
      for (int n = 1; dieAndStartServices(atWork, request, last, mode, n); n++) {
        TRIED.incrementAndGet();
      }
    }
  }

  private static boolean dieAndStartServices(
      Supplier<MemoryPc> pcs, FixRequest request, MemoryPc.State last, Mode mode, int n) {
    for (RecoveryChoice choice : RecoveryChoice.values()) {
      MemoryPc pc = pcs.get();
      MemoryPc.State first = pc.state();
      List<String> files = pc.userFiles();
      List<String> ran = running(pc);
      MemoryLines journal = new MemoryLines();
      Faults faults = new Faults(mode, n);
      run(faults, pc, journal, r -> r.start(RUN, request));
      if (!faults.hasFired()) {
        return false;
      }
      for (int times = 1; times <= 2; times++) {
        run(
            Faults.none(),
            pc,
            journal,
            r -> {
              r.startServicesMeanwhile(RUN);
              return Verdicts.nothingToUndo();
            });
        assertThat(running(pc)).as("services after %s at trace %d", mode, n).containsAll(ran);
      }
      String where = mode + " at trace " + n + ", services started, then " + choice;
      recoverAndLookAround(pc, journal, choice, first, last, files, mode, where);
    }
    return true;
  }

  private static List<String> running(MemoryPc pc) {
    return pc.services.values().stream()
        .filter(ServiceStatus::isRunning)
        .map(ServiceStatus::name)
        .toList();
  }

  /** Taking back a repair that ended well may be cut off too, and the other choice made then. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("repairs")
  void anUndoThatIsCutOffIsStillAnUndo(String name, FixRequest request, Supplier<MemoryPc> pcs) {
    for (Mode mode : List.of(Mode.DIE_BEFORE, Mode.DIE_AFTER, Mode.ERROR_ONCE)) {
      for (RecoveryChoice then : RecoveryChoice.values()) {
        for (int n = 1; undoAndCrash(pcs, request, mode, then, n); n++) {
          NESTED.incrementAndGet();
        }
      }
    }
  }

  private static boolean undoAndCrash(
      Supplier<MemoryPc> pcs, FixRequest request, Mode mode, RecoveryChoice then, int n) {
    MemoryPc pc = pcs.get();
    MemoryPc.State first = pc.state();
    List<String> files = pc.userFiles();
    MemoryLines journal = new MemoryLines();
    run(Faults.none(), pc, journal, r -> r.start(RUN, request));
    Faults faults = new Faults(mode, n);
    run(faults, pc, journal, r -> r.recover(RUN, RecoveryChoice.UNDO));
    if (!faults.hasFired()) {
      return false;
    }
    pc.reboot();
    String where = mode + " at trace " + n + " of an undo, a restart, then " + then;
    if (isOpen(journal)) {
      run(Faults.none(), pc, journal, r -> r.recover(RUN, then));
    }
    run(Faults.none(), pc, journal, r -> r.recover(RUN, RecoveryChoice.UNDO));
    assertThat(isOpen(journal)).as("still open; %s", where).isFalse();
    assertThat(pc.state()).as(where).isEqualTo(first);
    assertThat(pc.userFiles()).as("the user's files; %s", where).isEqualTo(files);
    return true;
  }

  private static MemoryPc.State undisturbed(Supplier<MemoryPc> pcs, FixRequest request) {
    MemoryPc pc = pcs.get();
    run(Faults.none(), pc, new MemoryLines(), r -> r.start(RUN, request));
    return pc.state();
  }

  /** Returns whether the fault was reached at all. */
  private static boolean crash(
      Supplier<MemoryPc> pcs,
      FixRequest request,
      MemoryPc.State last,
      Mode mode,
      int n,
      boolean restart) {
    for (RecoveryChoice choice : RecoveryChoice.values()) {
      MemoryPc pc = pcs.get();
      MemoryPc.State first = pc.state();
      List<String> files = pc.userFiles();
      MemoryLines journal = new MemoryLines();
      Faults faults = new Faults(mode, n);
      String where =
          mode
              + " at trace "
              + n
              + ", then "
              + choice
              + (restart ? " after a restart" : " without a restart");
      boolean cutOff = run(faults, pc, journal, r -> r.start(RUN, request)).isEmpty();
      if (!faults.hasFired()) {
        return false;
      }
      if (cutOff && restart) {
        pc.reboot();
      }
      recoverAndLookAround(pc, journal, choice, first, last, files, mode, where);
    }
    return true;
  }

  private static boolean crashTwice(
      Supplier<MemoryPc> pcs,
      FixRequest request,
      MemoryPc.State last,
      Mode mode,
      Mode againMode,
      int n) {
    for (RecoveryChoice choice : RecoveryChoice.values()) {
      for (int m = 1; ; m++) {
        MemoryPc pc = pcs.get();
        MemoryPc.State first = pc.state();
        List<String> files = pc.userFiles();
        MemoryLines journal = new MemoryLines();
        Faults faults = new Faults(mode, n);
        run(faults, pc, journal, r -> r.start(RUN, request));
        if (!faults.hasFired()) {
          return false;
        }
        pc.reboot();
        Faults again = new Faults(againMode, m);
        if (isOpen(journal)) {
          run(again, pc, journal, r -> r.recover(RUN, choice));
        }
        if (!again.hasFired()) {
          break;
        }
        NESTED.incrementAndGet();
        pc.reboot();
        String where =
            mode + " at trace " + n + " and " + againMode + " at trace " + m + " of " + choice;
        recoverAndLookAround(pc, journal, choice, first, last, files, againMode, where);
      }
    }
    return true;
  }

  private static void recoverAndLookAround(
      MemoryPc pc,
      MemoryLines journal,
      RecoveryChoice choice,
      MemoryPc.State first,
      MemoryPc.State last,
      List<String> files,
      Mode mode,
      String where) {
    if (isOpen(journal)) {
      recover(pc, journal, choice);
      if (awaitsRestart(journal)) {
        recover(pc, journal, choice);
      }
      assertThat(isOpen(journal)).as("still open after recovery; %s", where).isFalse();
    }
    MemoryPc.State recovered = pc.state();
    boolean climbs = state(journal).flatMap(s -> s.request().failed()).isPresent();
    assertThat(climbs ? anyRung(first, last, mode) : meantStates(first, last, mode))
        .as(where)
        .contains(asMeant(recovered, mode));
    assertThat(pc.userFiles()).as("the user's files; %s", where).isEqualTo(files);
    for (UpdateFolders.Name leftover : pc.copiesSetAside()) {
      assertThat(leftover.tag().orElseThrow())
          .as("a leftover nobody owns; %s", where)
          .startsWith(RUN);
    }
    run(Faults.none(), pc, journal, r -> r.recover(RUN, RecoveryChoice.UNDO));
    MemoryPc.State undone = pc.state();
    assertThat(undone).as("undone in the end; %s", where).isEqualTo(first);
    run(Faults.none(), pc, journal, r -> r.recover(RUN, RecoveryChoice.UNDO));
    assertThat(pc.state()).as("recovering twice is recovering once; %s", where).isEqualTo(undone);
    assertThat(pc.userFiles()).as("the user's files in the end; %s", where).isEqualTo(files);
  }

  private static void recover(MemoryPc pc, MemoryLines journal, RecoveryChoice choice) {
    if (awaitsRestart(journal)) {
      pc.reboot();
    }
    run(Faults.none(), pc, journal, r -> r.recover(RUN, choice));
  }

  /** Empty where the power was cut. */
  private static Optional<Verdict> run(
      Faults faults, MemoryPc pc, MemoryLines journal, Function<RepairRun, Verdict> course) {
    Pc faulty = faults.in(pc);
    Lines lines = faults.in(journal);
    try {
      return Optional.of(
          course.apply(
              new RepairRun(
                  faulty,
                  MemoryRuns.of(RUN, lines),
                  CLOCK,
                  howLong -> {},
                  Cancellation.never(),
                  event -> {})));
    } catch (PowerCut e) {
      return Optional.empty();
    }
  }

  /** Whether the next start of Regrip would offer Undo and Finish. */
  private static boolean isOpen(MemoryLines journal) {
    return state(journal).map(s -> s.ended().isEmpty()).orElse(false);
  }

  private static boolean awaitsRestart(MemoryLines journal) {
    return state(journal).flatMap(RunState::awaitsRestart).isPresent();
  }

  private static Optional<RunState> state(MemoryLines journal) {
    try {
      return RunState.read(journal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first and the final state; and where a fix fails without a crash, the ladder goes on to the
   * next one, so what one fix does to the services and what another does to the folders may each be
   * there without the other.
   */
  private static List<MemoryPc.State> meantStates(
      MemoryPc.State first, MemoryPc.State last, Mode mode) {
    MemoryPc.State f = asMeant(first, mode);
    MemoryPc.State l = asMeant(last, mode);
    return mode.isDeath()
        ? List.of(f, l)
        : List.of(
            f,
            l,
            new MemoryPc.State(f.services(), l.live(), l.policies()),
            new MemoryPc.State(l.services(), f.live(), l.policies()));
  }

  /**
   * Where a fix fails without a crash, the ladder for one phase goes on to another fix that sets
   * another folder aside.
   */
  private static List<MemoryPc.State> anyRung(
      MemoryPc.State first, MemoryPc.State last, Mode mode) {
    List<MemoryPc.State> meant = new ArrayList<>(meantStates(first, last, mode));
    if (!mode.isDeath()) {
      MemoryPc.Folder fresh = new MemoryPc.Folder(List.of(), Set.of(), false);
      for (MemoryPc.State known : List.copyOf(meant)) {
        for (List<UpdateFolder> aside :
            List.of(
                List.of(UpdateFolder.DOWNLOAD),
                List.of(UpdateFolder.DOWNLOAD, UpdateFolder.DATA_STORE))) {
          Map<UpdateFolder, MemoryPc.Folder> live = new TreeMap<>(known.live());
          aside.forEach(folder -> live.put(folder, fresh));
          meant.add(new MemoryPc.State(known.services(), live, known.policies()));
        }
      }
    }
    return meant;
  }

  /**
   * An update folder that Windows makes anew when it needs it is as good as one it has made. Where
   * hiding an update fails for good, the user is told, and nothing is put back for it; and where
   * Cryptographic Services refuses to stop, its folder stays where it is.
   */
  private static MemoryPc.State asMeant(MemoryPc.State state, Mode mode) {
    Map<UpdateFolder, MemoryPc.Folder> live = new TreeMap<>(state.live());
    if (!mode.isDeath()) {
      live.remove(UpdateFolder.CATROOT2);
    }
    for (UpdateFolder folder : UpdateFolder.values()) {
      MemoryPc.Folder f = live.get(folder);
      boolean fresh = f == null || f.files().stream().allMatch(n -> n.startsWith("fresh"));
      if (fresh) {
        live.put(
            folder,
            new MemoryPc.Folder(
                List.of(), mode.isDeath() && f != null ? f.hidden() : Set.of(), false));
      }
    }
    return new MemoryPc.State(state.services(), live, state.policies());
  }

  private static MemoryPc withServicesAtWork(MemoryPc pc) {
    pc.run("wuauserv", true);
    return pc;
  }

  private static FixRequest failed(Operation operation) {
    return FixRequest.of(Fix.ALL)
        .because(new Failure(operation, HResult.INVALID_HANDLE, Optional.of(MemoryPc.UPDATE)));
  }

  private static FixRequest request(Fix fix) {
    return FixRequest.of(fix);
  }

  private static Supplier<MemoryPc> pc(Consumer<MemoryPc> trouble) {
    return () -> {
      MemoryPc pc = new MemoryPc();
      trouble.accept(pc);
      return pc;
    };
  }
}
