package app.regrip;

import app.regrip.Folders.PretendPcFolders;
import app.regrip.helper.AskedHelper;
import app.regrip.helper.FolderPolicy;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.Helper;
import app.regrip.pc.PcException;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.windows.WindowsPc;
import app.regrip.windows.elevation.PipeClaim;
import app.regrip.windows.elevation.WindowsHelper;
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
    String folder = System.getProperty(PRETEND_PC);
    return folder == null ? onThisPc(arguments) : onThePretendPc(arguments, folder);
  }

  private static int onThisPc(List<String> arguments) {
    if (!Folders.isWindows()) {
      System.err.println("Regrip repairs Windows, and this is not Windows.");
      return Helper.FAILED;
    }
    return new WindowsHelper(trusted(), Clock.systemUTC())
        .run(arguments, (in, out, runs) -> repair(arguments, in, out, runs));
  }

  private static int repair(List<String> arguments, InputStream in, OutputStream out, Path runs) {
    try {
      WindowsPc pc = new WindowsPc();
      FolderRunStore store = new FolderRunStore(runs, new PipeClaim());
      if (AskedHelper.isFor(arguments)) {
        return new AskedHelper(store.lock(), PcSelfTest.elevated(pc)).run(out);
      }
      Helper helper =
          new Helper(pc, store, Clock.systemUTC(), howLong -> Thread.sleep(howLong.toMillis()));
      return helper.run(arguments, in, out);
    } catch (PcException e) {
      System.err.println(e.getMessage() + " (" + e.code() + "). Nothing was changed.");
      return Helper.FAILED;
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

  private static int onThePretendPc(List<String> arguments, String folder) {
    Path pretendPc = Path.of(folder);
    if (AskedHelper.isFor(arguments)) {
      return new AskedHelper(
              new FolderRunStore(PretendPcFolders.runsOf(pretendPc)).lock(), Map.of())
          .run(System.out);
    }
    Speed speed = new Speed(Double.parseDouble(System.getProperty(SPEED, "1")));
    try {
      SimulatedPc pc =
          SimulatedPc.open(
              pretendPc, Scenario.named(Scenario.DEFAULT).orElseThrow(), speed, Clock.systemUTC());
      Helper helper =
          new Helper(
              pc,
              new FolderRunStore(PretendPcFolders.runsOf(pretendPc)),
              Clock.systemUTC(),
              howLong -> pause(howLong, speed));
      return helper.run(arguments, System.in, System.out);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return Helper.FAILED;
    }
  }

  private static void pause(Duration howLong, Speed speed) throws InterruptedException {
    Thread.sleep(Math.max(1, (long) (howLong.toMillis() / speed.timesFasterThanLife())));
  }
}
