package app.regrip.evidence;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures {@code regrip analyze} on a CBS.log of 1/8, 1/4, 1/2 and 1 times a size, each in a JVM
 * of its own with a heap of {@value #HEAP}: the speed should be the same for all, and so should the
 * heap. No test; run its main class with the test class path.
 *
 * <pre>java -cp target/test-classes:target/classes:LIBRARIES
 * app.regrip.evidence.AnalyzeBenchmark [MEGABYTES]</pre>
 */
final class AnalyzeBenchmark {

  private static final String HEAP = "-Xmx64m";
  private static final int MEGABYTE = 1 << 20;
  private static final Pattern HEAP_BEFORE_COLLECTION = Pattern.compile("([0-9]+)M->[0-9]+M\\(");

  private AnalyzeBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int most = arguments.length == 0 ? 1024 : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("regrip-benchmark");
    Path collections = folder.resolve("gc.log");
    try {
      for (int part : new int[] {8, 4, 2, 1}) {
        Path log = BenchmarkLog.CBS.write(folder, (long) most / part * MEGABYTE);
        measure(log, collections);
      }
    } finally {
      for (File left : folder.toFile().listFiles()) {
        Files.delete(left.toPath());
      }
      Files.delete(folder);
    }
  }

  private static void measure(Path log, Path collections) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-Xlog:gc:file=" + collections + "::filesize=0",
                "-cp",
                System.getProperty("java.class.path"),
                "app.regrip.Regrip",
                "analyze",
                log.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start();
    long from = System.nanoTime();
    int code = process.waitFor();
    double seconds = (System.nanoTime() - from) / 1e9;
    double megabytes = Files.size(log) / (double) MEGABYTE;
    System.out.printf(
        Locale.ROOT,
        "%6.0f MB  %6.1f s  %6.1f MB/s  peak heap %3d MB  exit code %d%n",
        megabytes,
        seconds,
        megabytes / seconds,
        peak(collections),
        code);
  }

  /** The fullest heap that a collection found, in megabytes. */
  private static long peak(Path collections) throws IOException {
    try (Stream<String> lines = Files.lines(collections)) {
      return lines
          .map(HEAP_BEFORE_COLLECTION::matcher)
          .filter(Matcher::find)
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .max()
          .orElse(0);
    }
  }
}
