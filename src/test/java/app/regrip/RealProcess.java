package app.regrip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Regrip in a process of its own, the way a person starts it. */
final class RealProcess {

  private static final long PATIENCE_SECONDS = 180;

  private RealProcess() {}

  /** What a finished process left. */
  record Result(int exitCode, String out, String err) {}

  static ProcessBuilder regrip(List<String> arguments, Map<String, String> environment) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=" + !environment.containsKey("DISPLAY"),
                "-cp",
                System.getProperty("java.class.path"),
                Regrip.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    builder.environment().putAll(environment);
    return builder;
  }

  static Result run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("regrip", ".out");
    Path err = Files.createTempFile("regrip", ".err");
    try {
      Process process =
          regrip(onAPretendPc(arguments), Map.of())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "did not end: " + List.of(arguments) + "\n" + Files.readString(out));
      }
      return new Result(process.exitValue(), text(out), text(err));
    } finally {
      delete(out);
      delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static List<String> onAPretendPc(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (all.stream().noneMatch(argument -> argument.startsWith("--simulate"))) {
      all.add("--simulate");
    }
    return all;
  }

  /** Windows may still be closing a file of a process that has just ended. */
  private static void delete(Path file) {
    if (!file.toFile().delete()) {
      file.toFile().deleteOnExit();
    }
  }
}
