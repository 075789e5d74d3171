package app.regrip.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * How light Regrip is, held against the least that a program of its kind can be: memory, wake-ups,
 * and the time until its icon is there or a command has answered. Run by {@code launcher/bench}, on
 * a display of its own. All figures are of one run on one machine; only their ratios tell.
 */
final class LightBenchmark {

  /** Of the jars, made as the installer makes it; the measures after this one use it, too. */
  static final Path ARCHIVE = Path.of("target", "bench.jsa");

  private static final int RUNS = 5;
  private static final String REGRIP = "app.regrip.Regrip";
  private static final String ICON = "^JavaEmbeddedFrame$";
  private static final String HEADLESS = "-Djava.awt.headless=true";
  private static final String[] EXPLAIN = {"explain", "0x80070006"};
  private static final String[] STATUS = {"--simulate=handle-invalid", "status"};
  private static final String[] HELPER = {
    "helper", "--fix", "bits", "--run", "00000000-0000-4000-8000-000000000000", "--parent", "1"
  };

  private final Path scratch;
  private final int idleSeconds;
  private final Figures figures = new Figures();

  private LightBenchmark(Path scratch, int idleSeconds) {
    this.scratch = scratch;
    this.idleSeconds = idleSeconds;
  }

  public static void main(String[] arguments) throws Exception {
    Path scratch = Files.createTempDirectory("regrip-bench");
    int idleSeconds = arguments.length == 0 ? 600 : Integer.parseInt(arguments[0]);
    new LightBenchmark(scratch, idleSeconds).run();
  }

  private void run() throws Exception {
    Path repaired = repaired();
    double awt = idle("floor", "app.regrip.bench.AwtFloor");
    try (Jvm regrip = tray(repaired)) {
      idle(regrip, awt);
      wakeUps(regrip);
    }
    afterARepair();
    archive();
    starts(repaired);
    commands();
    figures.print(Path.of("target", "bench.json"));
  }

  private double idle(String home, String floor) throws IOException, InterruptedException {
    try (Jvm jvm = Jvm.start(scratch.resolve(home), List.of(), floor)) {
      jvm.awaitWindow(ICON);
      TimeUnit.SECONDS.sleep(idleSeconds);
      return jvm.megabytes();
    }
  }

  /**
   * The home of somebody whose Windows Update works again, so that the tray has nothing to say when
   * it is started as a menu starts it: without arguments.
   */
  private Path repaired() throws IOException, InterruptedException {
    Path home = newHome();
    List<String> plain = List.of(HEADLESS);
    Jvm.run(home, plain, REGRIP, "--simulate", "fix", "all", "--yes", "--speed=max");
    return home;
  }

  private static Jvm tray(Path home) throws IOException, InterruptedException {
    Jvm regrip = Jvm.start(home, List.of(), REGRIP);
    regrip.awaitWindow(ICON);
    return regrip;
  }

  private void idle(Jvm regrip, double awt) throws IOException, InterruptedException {
    TimeUnit.SECONDS.sleep(idleSeconds);
    figures.ratio(
        "idle tray, against FlatLaf and Java's own icon", "MB", regrip.megabytes(), awt, 1.2);
  }

  private void wakeUps(Jvm regrip) throws IOException, InterruptedException {
    Map<String, Long> before = regrip.sleeps();
    TimeUnit.SECONDS.sleep(60);
    Map<String, Long> after = regrip.sleeps();
    figures.figure("wake-ups of our own threads", "a second", rate(before, after, true), 1);
    figures.figure(
        "wake-ups of all threads, the JVM's too", "a second", rate(before, after, false), 10);
  }

  private static double rate(Map<String, Long> before, Map<String, Long> after, boolean ours) {
    return after.entrySet().stream()
            .filter(thread -> !ours || thread.getKey().contains(" regrip-"))
            .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
            .sum()
        / 60.0;
  }

  /** A tray that shows a repair of another process from its start to its end, and is closed. */
  private void afterARepair() throws IOException, InterruptedException {
    Path home = newHome();
    String[] failing = {"--simulate", "--speed=max"};
    try (Jvm regrip = Jvm.start(home, List.of(), REGRIP, failing)) {
      regrip.awaitWindow(ICON);
      TimeUnit.SECONDS.sleep(60);
      double atStart = regrip.megabytes();
      Jvm.run(home, List.of(), REGRIP, failing);
      regrip.awaitWindow("^Regrip$");
      Jvm.run(home, List.of(), REGRIP, "--simulate", "fix", "all", "--yes", "--speed=max");
      TimeUnit.SECONDS.sleep(5);
      new ProcessBuilder("xdotool", "search", "--name", "^Regrip$", "windowactivate", "--sync")
          .start()
          .waitFor();
      new ProcessBuilder("xdotool", "key", "--clearmodifiers", "ctrl+w").start().waitFor();
      TimeUnit.SECONDS.sleep(120);
      figures.ratio(
          "two minutes after a repair was shown and closed, against its own start",
          "MB",
          regrip.megabytes(),
          atStart,
          1.15);
    }
  }

  /** Made of the classes of two short starts and a helper, as the installer does. */
  private void archive() throws IOException, InterruptedException {
    Path home = newHome();
    Path loaded = scratch.resolve("loaded");
    Path classes = scratch.resolve("classes");
    Set<String> names = new TreeSet<>();
    List<String> listing =
        List.of(
            HEADLESS,
            "-XX:DumpLoadedClassList=" + loaded,
            "-Dregrip.pretend-pc=" + home.resolve("data/regrip/pretend-pc/handle-invalid"),
            "-Dregrip.speed=1e6");
    for (String[] command : List.of(EXPLAIN, STATUS, HELPER)) {
      Jvm.run(home, listing, REGRIP, command);
      Files.readAllLines(loaded).stream()
          .filter(line -> !line.startsWith("#") && !line.startsWith("@cp"))
          .map(line -> line.replaceFirst(" id: \\d+$", ""))
          .forEach(names::add);
    }
    Files.write(classes, names);
    Files.deleteIfExists(ARCHIVE);
    Jvm.run(
        home,
        List.of(
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + ARCHIVE),
        REGRIP);
  }

  private void starts(Path home) throws IOException, InterruptedException {
    List<String> archived = List.of("-XX:SharedArchiveFile=" + ARCHIVE);
    double floor = median(() -> untilIcon(home, List.of(), "app.regrip.bench.AwtFloor"));
    double regrip = median(() -> untilIcon(home, List.of(), REGRIP));
    double quick = median(() -> untilIcon(home, archived, REGRIP));
    figures.ratio("start until the icon is there", "s", regrip, floor, 1.25);
    figures.ratio("the same with a class-data archive", "s", quick, floor, 0.75);
  }

  private static double untilIcon(Path home, List<String> options, String mainClass)
      throws IOException, InterruptedException {
    try (Jvm jvm = Jvm.start(home, options, mainClass)) {
      jvm.awaitWindow(ICON);
      return jvm.secondsSinceStart();
    }
  }

  private void commands() throws IOException, InterruptedException {
    Path home = newHome();
    List<String> plain = List.of(HEADLESS);
    List<String> archived = List.of(HEADLESS, "-XX:SharedArchiveFile=" + ARCHIVE);
    Jvm.run(home, plain, REGRIP, STATUS); // makes the pretend PC
    double help = median(() -> Jvm.run(home, plain, "app.regrip.bench.PicocliFloor"));
    double status = median(() -> Jvm.run(home, plain, REGRIP, STATUS));
    double quickStatus = median(() -> Jvm.run(home, archived, REGRIP, STATUS));
    double explain = median(() -> Jvm.run(home, plain, REGRIP, EXPLAIN));
    double quickExplain = median(() -> Jvm.run(home, archived, REGRIP, EXPLAIN));
    double hello = median(() -> Jvm.run(home, plain, "app.regrip.bench.HelloFloor"));
    figures.ratio("status, against a bare command line's help", "s", status, help, 1.5);
    figures.ratio("status with a class-data archive", "s", quickStatus, help, 0.9);
    figures.ratio("explain, against the same", "s", explain, help, 1.5);
    figures.ratio("explain with a class-data archive", "s", quickExplain, help, 0.9);
    figures.ratio("a bare command line's help, against a bare Hello", "s", help, hello, 99);
  }

  private Path newHome() {
    try {
      return Files.createTempDirectory(scratch, "home");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Measured {
    double once() throws IOException, InterruptedException;
  }

  private static double median(Measured measured) throws IOException, InterruptedException {
    double[] all = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      all[i] = measured.once();
    }
    Arrays.sort(all);
    return all[RUNS / 2];
  }
}
