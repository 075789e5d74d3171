package app.regrip.evidence;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
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
    Path log = folder.resolve("CBS.log");
    Path collections = folder.resolve("gc.log");
    try {
      for (int part : new int[] {8, 4, 2, 1}) {
        write(log, (long) most / part * MEGABYTE);
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

  /** Mostly the packages and components that fill a real one, and a check now and then. */
  private static void write(Path log, long size) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
      long written = 0;
      for (int number = 0; written < size; number++) {
        String line = line(number);
        writer.write(line);
        written += line.length();
      }
    }
  }

  private static String line(int number) {
    String head =
        String.format(
            Locale.ROOT,
            "2024-05-%02d %02d:%02d:%02d, Info                  ",
            1 + number / 8_640_000 % 28,
            number / 360_000 % 24,
            number / 6_000 % 60,
            number / 100 % 60);
    String what =
        switch (number % 1000) {
          case 0 -> "CSI    " + sequence(number) + " [SR] Verifying 100 components";
          case 1 ->
              "CSI    "
                  + sequence(number)
                  + " [SR] Cannot repair member file [l:8]'some.dll' of Microsoft-Windows-Some,"
                  + " version 10.0.19041.1, arch amd64, nonSxS, pkt {l:8 b:31bf3856ad364e35} in the"
                  + " store, hash mismatch";
          case 2 -> "CSI    " + sequence(number) + " [SR] Repair complete";
          case 3 -> "CBS    Operation: Detect only ";
          case 4 -> "CBS    Total Detected Corruption:\t3";
          case 5 ->
              "CBS    Exec: Processing complete, session(Corruption Detecting): 31034772_26"
                  + " [HRESULT = 0x00000000 - S_OK]";
          default ->
              "CBS    Appl: Evaluating package applicability for package Package_for_KB50"
                  + number % 90_000
                  + "~31bf3856ad364e35~amd64~~19041.2965.1.10, applicable state: Installed";
        };
    return head + what + "\r\n";
  }

  private static String sequence(int number) {
    return String.format(Locale.ROOT, "%08x", number);
  }
}
