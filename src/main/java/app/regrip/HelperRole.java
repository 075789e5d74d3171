package app.regrip;

import app.regrip.Folders.PretendPcFolders;
import app.regrip.helper.AskedHelper;
import app.regrip.helper.FolderPolicy;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.Helper;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperArguments.RefusedException;
import app.regrip.helper.HelperExit;
import app.regrip.helper.InstallerOrder;
import app.regrip.helper.RepairLock;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairRun;
import app.regrip.repair.RunState;
import app.regrip.repair.Settling;
import app.regrip.repair.StepContext;
import app.regrip.repair.Verdicts;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.storage.Lines;
import app.regrip.windows.WindowsPc;
import app.regrip.windows.elevation.PipeClaim;
import app.regrip.windows.elevation.WindowsHelper;
import app.regrip.windows.eventlog.ApplicationLog;
import app.regrip.windows.eventlog.RepairsInEventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Regrip as the helper. Which PC it works on is not one of its arguments: it is this PC, or the
 * pretend one that the pretend PC's own launcher names in a system property.
 */
final class HelperRole {

  /** The first argument of a Regrip that is to be the helper. */
  static final String NAME = "helper";

  private static final String PRETEND_PC = "regrip.pretend-pc";
  private static final String SPEED = "regrip.speed";
  private static final String ALSO_TRUSTED = "regrip.also-trusted";

  private static final StepContext.Pause ASLEEP = howLong -> Thread.sleep(howLong.toMillis());

  private HelperRole() {}

  /**
   * What starts the helper of a pretend PC: this Java, these classes, and few threads and little
   * memory.
   */
  static List<String> commandFor(Path pretendPc, Speed speed) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx48m",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-D" + PRETEND_PC + "=" + pretendPc,
        "-D" + SPEED + "=" + speed.timesFasterThanLife(),
        "-cp",
        System.getProperty("java.class.path"),
        Regrip.class.getName(),
        NAME);
  }

  static int run(List<String> arguments) {
    Optional<InstallerOrder> farewell = InstallerOrder.of(arguments);
    if (farewell.isPresent() && Folders.isWindows()) {
      return new WindowsHelper(trusted(), Clock.systemUTC())
          .takeLeave(farewell.get().forgets(), HelperRole::settle);
    }
    try {
      HelperArguments order = HelperArguments.parse(arguments);
      String folder = System.getProperty(PRETEND_PC);
      return folder == null ? onThisPc(order) : onThePretendPc(order, Path.of(folder));
    } catch (RefusedException e) {
      System.err.println("Regrip's helper is started by Regrip itself: " + e.getMessage() + ".");
      return HelperExit.REFUSED;
    }
  }

  private static int onThisPc(HelperArguments order) {
    if (!Folders.isWindows()) {
      System.err.println("Regrip repairs Windows, and this is not Windows.");
      return HelperExit.FAILED;
    }
    return new WindowsHelper(trusted(), Clock.systemUTC())
        .run(order, (in, out, runs) -> carriedOut(order, in, out, runs));
  }

  private static int settle(Path runs) throws IOException {
    FolderRunStore store = new FolderRunStore(runs, new PipeClaim());
    try {
      Optional<RepairLock.Held> lock = store.lock().tryHoldUnseen();
      if (lock.isEmpty()) {
        System.err.println(Verdicts.anotherIsRunning().words());
        return HelperExit.FAILED;
      }
      try (RepairLock.Held held = lock.get()) {
        RepairRun repair =
            new RepairRun(
                new WindowsPc(),
                store,
                Clock.systemUTC(),
                ASLEEP,
                Cancellation.never(),
                event -> {});
        return new Settling(store, repair).undoAll().isEmpty()
            ? HelperExit.DONE
            : HelperExit.FAILED;
      }
    } catch (PcException e) {
      System.err.println(e.getMessage() + " (" + e.code() + "). Nothing was removed.");
      return HelperExit.FAILED;
    }
  }

  private static int carriedOut(
      HelperArguments order, InputStream in, OutputStream out, Path runs) {
    try {
      WindowsPc pc = new WindowsPc();
      FolderRunStore store = new FolderRunStore(runs, new PipeClaim());
      if (order instanceof HelperArguments.SelfTest) {
        return new AskedHelper(store.lock(), PcSelfTest.elevated(pc)).run(out);
      }
      RepairsInEventLog log = new RepairsInEventLog(new ApplicationLog());
      int ended = new Helper(pc, store, Clock.systemUTC(), ASLEEP, log).run(order, in, out);
      if (order instanceof HelperArguments.StartServices cutOff) {
        tellOfCutOff(store.journal(cutOff.runId()), log);
      }
      return ended;
    } catch (PcException e) {
      System.err.println(e.getMessage() + " (" + e.code() + "). Nothing was changed.");
      return HelperExit.FAILED;
    }
  }

  /** A journal that can't be read is one that another version wrote, and that one will tell. */
  private static void tellOfCutOff(Lines journal, RepairsInEventLog log) {
    try {
      RunState.read(journal).ifPresent(log::cutOff);
    } catch (IOException e) {
      System.err.println("The event log is not told of this run: " + e.getMessage());
    }
  }

  /**
   * Only the native launcher sets properties of a helper, from a list in the program; a build for
   * tests under Wine, where all files belong to the user, trusts that user too.
   */
  private static FolderPolicy trusted() {
    Set<String> owners = new HashSet<>(FolderPolicy.ofWindows().trusted());
    Optional.ofNullable(System.getProperty(ALSO_TRUSTED)).ifPresent(owners::add);
    return new FolderPolicy(owners);
  }

  private static int onThePretendPc(HelperArguments order, Path pretendPc) {
    FolderRunStore runs = new FolderRunStore(PretendPcFolders.runsOf(pretendPc));
    if (order instanceof HelperArguments.SelfTest) {
      return new AskedHelper(runs.lock(), Map.of()).run(System.out);
    }
    Speed speed = new Speed(Double.parseDouble(System.getProperty(SPEED, "1")));
    try {
      SimulatedPc pc =
          SimulatedPc.open(
              pretendPc, Scenario.named(Scenario.DEFAULT).orElseThrow(), speed, Clock.systemUTC());
      return new Helper(pc, runs, Clock.systemUTC(), howLong -> pause(howLong, speed))
          .run(order, System.in, System.out);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return HelperExit.FAILED;
    }
  }

  private static void pause(Duration howLong, Speed speed) throws InterruptedException {
    Thread.sleep(Math.max(1, (long) (howLong.toMillis() / speed.timesFasterThanLife())));
  }
}
