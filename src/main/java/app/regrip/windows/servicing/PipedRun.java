package app.regrip.windows.servicing;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of a servicing program with its output on a pipe and nothing to read. */
final class PipedRun {

  private final ServicingCommand command;
  private final Map<String, String> environment;
  private final Message tried;

  PipedRun(ServicingCommand command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
    this.tried = Message.of("windows.program.run", command.program().getFileName().toString());
  }

  /** One that runs on whatever becomes of us. */
  int run(Consumer<byte[]> output) throws PcException {
    try (OutputPipe pipe = OutputPipe.open(tried);
        ServicingProcess process = start(pipe, Optional.empty())) {
      pipe.read(output);
      return process.exitCode();
    }
  }

  /** One that ends with us, and when that is asked for. */
  int run(Consumer<byte[]> output, Cancellation cancellation) throws PcException {
    try (EndsWithUs job = EndsWithUs.open(tried);
        OutputPipe pipe = OutputPipe.open(tried);
        ServicingProcess process = start(pipe, Optional.of(job));
        Cancellation.Registration registration = cancellation.onRequest(process::end)) {
      pipe.read(output);
      int exitCode = process.exitCode();
      if (cancellation.isRequested()) {
        throw new PcException(
            Message.of("windows.cancelled", tried), HResult.ofWin32(Win32.CANCELLED));
      }
      return exitCode;
    }
  }

  private ServicingProcess start(OutputPipe pipe, Optional<EndsWithUs> job) throws PcException {
    try (StartupInfo startup = pipe.startup(tried)) {
      return ServicingProcess.start(command, environment, startup, job, tried);
    }
  }
}
