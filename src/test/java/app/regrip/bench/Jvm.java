package app.regrip.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM that is measured from outside, by what Linux tells of it in {@code /proc}, with the options
 * of the launcher.
 */
final class Jvm implements AutoCloseable {

  private static final String FLOORS = "app.regrip.bench.";
  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_MILLIS = 5;

  private final Process process;
  private final long startedNanos = System.nanoTime();

  private Jvm(Process process) {
    this.process = process;
  }

  static Jvm start(Path home, List<String> options, String mainClass, String... arguments)
      throws IOException {
    return new Jvm(builder(home, options, mainClass, arguments).start());
  }

  /** Seconds from its start to its end; what it prints is dropped. */
  static double run(Path home, List<String> options, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    try (Jvm jvm = start(home, options, mainClass, arguments)) {
      jvm.process.waitFor();
      return jvm.secondsSinceStart();
    }
  }

  private static ProcessBuilder builder(
      Path home, List<String> options, String mainClass, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("@launcher/jvm.options");
    line.addAll(options);
    line.add("-cp");
    line.add(mainClass.startsWith(FLOORS) ? "target/test-classes:target/lib/*" : classPath());
    line.add(mainClass);
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    return builder;
  }

  /** Archives, as it is installed: of a folder Java makes no class-data archive. */
  private static String classPath() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.toString().endsWith(".jar"))
          .map(Path::toString)
          .collect(Collectors.joining(":", "", ":target/lib/*"));
    }
  }

  double secondsSinceStart() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }

  /** Its share of the memory, in megabytes: what it has alone, and its part of what is shared. */
  double megabytes() throws IOException {
    try (Stream<String> lines = Files.lines(proc("smaps_rollup"))) {
      return lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    }
  }

  /** How often each thread went to sleep so far, by its number and name. */
  Map<String, Long> sleeps() throws IOException {
    Map<String, Long> sleeps = new TreeMap<>();
    try (Stream<Path> tasks = Files.list(proc("task"))) {
      for (Path task : tasks.toList()) {
        String name = Files.readString(task.resolve("comm")).strip();
        for (String line : Files.readAllLines(task.resolve("status"))) {
          if (line.startsWith("voluntary_ctxt_switches")) {
            sleeps.put(task.getFileName() + " " + name, Long.parseLong(line.replaceAll("\\D", "")));
          }
        }
      }
    }
    return sleeps;
  }

  /** Waits for a window whose name the tool {@code xdotool} finds by this pattern. */
  void awaitWindow(String pattern) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (!found(pattern)) {
      boolean late = System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      if (late || !process.isAlive()) {
        throw new IOException("no window like " + pattern);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private static boolean found(String pattern) throws IOException, InterruptedException {
    return new ProcessBuilder("xdotool", "search", "--name", pattern)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
