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
          regrip(List.of(arguments), Map.of())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "did not end: " + List.of(arguments) + "\n" + Files.readString(out));
      }
      return new Result(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
