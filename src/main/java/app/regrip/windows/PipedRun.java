package app.regrip.windows;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of a servicing program with its output on a pipe and nothing to read. */
final class PipedRun {

  private static final int READ_BYTES = 4096;

  /** How Java says why Windows did not start a program. */
  private static final Pattern START_ERROR = Pattern.compile("error=(\\d+)");

  private final ServicingCommand command;
  private final Map<String, String> environment;
  private final String tried;

  PipedRun(ServicingCommand command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
    this.tried = "Running " + command.program().getFileName();
  }

  /** One that runs on whatever becomes of us. */
  int run(Consumer<byte[]> output) throws PcException {
    return run(start(), output, Cancellation.never(), () -> {});
  }

  /** One that ends with us, and when that is asked for. */
  int run(Consumer<byte[]> output, Cancellation cancellation) throws PcException {
    try (EndsWithUs job = EndsWithUs.open(tried)) {
      Process process = start();
      try {
        job.take(process.pid());
      } catch (PcException e) {
        process.destroyForcibly();
        throw e;
      }
      return run(
          process,
          output,
          cancellation,
          () -> {
            job.end();
            process.destroyForcibly();
          });
    }
  }

  private int run(Process process, Consumer<byte[]> output, Cancellation cancellation, Runnable end)
      throws PcException {
    try (Cancellation.Registration registration = cancellation.onRequest(end)) {
      read(process, output);
      int exitCode = process.waitFor();
      if (cancellation.isRequested()) {
        throw new PcException(tried + " was cancelled", HResult.ofWin32(Win32.CANCELLED));
      }
      return exitCode;
    } catch (InterruptedException e) {
      throw Win32.interrupted(tried, e);
    }
  }

  private Process start() throws PcException {
    List<String> line = new ArrayList<>(List.of(command.program().toString()));
    line.addAll(command.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(command.program().getParent().toFile())
            .redirectInput(new File("NUL"))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      Matcher number = START_ERROR.matcher(String.valueOf(e.getMessage()));
      throw number.find()
          ? Win32.failure(tried, Integer.parseInt(number.group(1)))
          : Win32.failure(tried, e);
    }
  }

  /** A pipe that breaks is an end of output; how the program ended is known from its exit code. */
  private static void read(Process process, Consumer<byte[]> output) {
    byte[] buffer = new byte[READ_BYTES];
    try (InputStream from = process.getInputStream()) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        output.accept(Arrays.copyOf(buffer, n));
      }
    } catch (IOException broken) {
      return;
    }
  }
}
