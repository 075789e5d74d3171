package app.regrip.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares {@code regrip analyze}, as the launcher starts it, with programs that only read, on the
 * same files and in one run: events with expat (a small C program where a compiler and expat are
 * there, else that of Python), CBS.log with a Java program that splits lines, and says how long a
 * text of an unknown kind and a folder of mixed logs take. No test: run its main class in the
 * folder of the checkout, with the test class path.
 *
 * <pre>java -cp target/test-classes:target/classes:LIBRARIES
 * app.regrip.evidence.SpeedBenchmark [MEGABYTES OF THE FOLDER]</pre>
 *
 * <p>What counts is processor time, in seconds and the best of {@value #RUNS}: other programs may
 * run beside it. "Without the start" is without what an empty file takes, which is Java's start.
 */
final class SpeedBenchmark {

  private static final int RUNS = 3;
  private static final long MEGABYTE = 1_000_000;

  /** As the shell prints the times of its children. */
  private static final Pattern TIME = Pattern.compile("([0-9]+)m([0-9.]+)s ([0-9]+)m([0-9.]+)s");

  private final Path folder;
  private final double start;

  private SpeedBenchmark(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.start = best(analyze(Files.writeString(folder.resolve("empty.txt"), "\n")));
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("regrip-benchmark");
    try {
      SpeedBenchmark benchmark = new SpeedBenchmark(folder);
      benchmark.events();
      benchmark.servicing();
      benchmark.unknown();
      benchmark.mixed(arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]));
    } finally {
      delete(folder);
    }
  }

  /** The rival of {@link #servicing}. */
  static final class Lines {
    private Lines() {}

    public static void main(String[] arguments) throws IOException {
      long letters = 0;
      try (BufferedReader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          letters += line.length();
        }
      }
      System.out.println(letters);
    }
  }

  private void events() throws IOException, InterruptedException {
    Path log = BenchmarkLog.EVENTS.write(folder, 60 * MEGABYTE);
    List<String> expat = expat();
    List<String> rival = new ArrayList<>(expat);
    rival.add(log.toString());
    compare("events, against expat (" + expat.get(0) + ")", 60, analyze(log), rival, 0);
    Files.delete(log);
  }

  private void servicing() throws IOException, InterruptedException {
    Path log = BenchmarkLog.CBS.write(folder, 200 * MEGABYTE);
    List<String> rival = java(Lines.class.getName(), log.toString());
    Path empty = folder.resolve("empty.txt");
    double rivalStart = best(java(Lines.class.getName(), empty.toString()));
    compare("CBS.log, against splitting lines in Java", 200, analyze(log), rival, rivalStart);
    Files.delete(log);
  }

  private void unknown() throws IOException, InterruptedException {
    Path log = BenchmarkLog.UNKNOWN.write(folder, 30 * MEGABYTE);
    System.out.printf(Locale.ROOT, "a text of no known kind, 30 MB: %.2f s%n", best(analyze(log)));
    Files.delete(log);
  }

  private void mixed(int megabytes) throws IOException, InterruptedException {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    for (BenchmarkLog kind : BenchmarkLog.values()) {
      kind.write(logs, megabytes * MEGABYTE / BenchmarkLog.values().length);
    }
    System.out.printf(
        Locale.ROOT, "a folder of mixed logs, %d MB: %.1f s%n", megabytes, once(analyze(logs)));
  }

  private void compare(
      String what, int megabytes, List<String> ours, List<String> rival, double rivalStart)
      throws IOException, InterruptedException {
    double our = Double.MAX_VALUE;
    double their = Double.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      our = Math.min(our, once(ours));
      their = Math.min(their, once(rival));
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %d MB: %.2f s to %.2f s, ratio %.2f; without the start %.0f to %.0f MB/s, ratio"
            + " %.2f%n",
        what,
        megabytes,
        our,
        their,
        their / our,
        megabytes / (our - start),
        megabytes / (their - rivalStart),
        (their - rivalStart) / (our - start));
  }

  private List<String> expat() throws IOException, InterruptedException {
    Path source = folder.resolve("expat.c");
    try (InputStream in = SpeedBenchmark.class.getResourceAsStream("expat.c")) {
      Files.copy(in, source);
    }
    Path program = folder.resolve("expat");
    try {
      Process compiler =
          new ProcessBuilder("cc", "-O2", "-o", program.toString(), source.toString(), "-lexpat")
              .redirectError(Redirect.DISCARD)
              .start();
      if (compiler.waitFor() == 0) {
        return List.of(program.toString());
      }
    } catch (IOException noCompiler) {
      // Then Python's.
    }
    String script =
        "import sys, xml.parsers.expat as x\n"
            + "p = x.ParserCreate()\n"
            + "p.Parse('<Events>', False)\n"
            + "f = open(sys.argv[1], 'rb')\n"
            + "for block in iter(lambda: f.read(65536), b''): p.Parse(block, False)\n"
            + "p.Parse('</Events>', True)";
    return List.of("python3", "-c", script);
  }

  private static List<String> analyze(Path log) {
    return java("app.regrip.Regrip", "analyze", log.toString());
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("launcher", "jvm.options").toAbsolutePath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    Collections.addAll(command, arguments);
    return command;
  }

  private static double best(List<String> command) throws IOException, InterruptedException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      best = Math.min(best, once(command));
    }
    return best;
  }

  /** Processor time of a program and the system for it. */
  private static double once(List<String> command) throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null; times", "sh"));
    timed.addAll(command);
    Process process = new ProcessBuilder(timed).redirectError(Redirect.INHERIT).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .reduce("", (before, line) -> line);
    process.waitFor();
    Matcher time = TIME.matcher(said);
    if (!time.matches()) {
      throw new IOException("the shell did not say how long it took: " + said);
    }
    return 60 * Double.parseDouble(time.group(1))
        + Double.parseDouble(time.group(2))
        + 60 * Double.parseDouble(time.group(3))
        + Double.parseDouble(time.group(4));
  }

  private static void delete(Path folder) throws IOException {
    try (var left = Files.walk(folder)) {
      for (Path path : left.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
