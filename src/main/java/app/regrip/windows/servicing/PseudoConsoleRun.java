package app.regrip.windows.servicing;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import app.regrip.windows.win32.Win32;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of a servicing program on a pseudo console; hands out plain text in UTF-16LE. */
final class PseudoConsoleRun {

  private final ServicingCommand command;
  private final Map<String, String> environment;
  private final PseudoConsole console;
  private final Message tried;

  PseudoConsoleRun(
      ServicingCommand command, Map<String, String> environment, PseudoConsole console) {
    this.command = command;
    this.environment = environment;
    this.console = console;
    this.tried = Message.of("windows.program.run", command.program().getFileName().toString());
  }

  int run(Consumer<byte[]> output, Cancellation cancellation) throws PcException {
    try (EndsWithUs job = EndsWithUs.open(tried)) {
      return run(job, output, cancellation);
    }
  }

  private int run(EndsWithUs job, Consumer<byte[]> output, Cancellation cancellation)
      throws PcException {
    try (ServicingProcess process = start(job)) {
      Thread shutsWhenDone = Daemon.start("pseudo-console", () -> shutAfter(process));
      try (Cancellation.Registration registration = cancellation.onRequest(process::end)) {
        TerminalText text = new TerminalText(output);
        console.read(text::feed);
        text.end();
      } catch (RuntimeException ofTheReader) {
        process.end();
        throw ofTheReader;
      } finally {
        shutsWhenDone.join();
      }
      if (cancellation.isRequested()) {
        throw new PcException(
            Message.of("windows.cancelled", tried), HResult.ofWin32(Win32.CANCELLED));
      }
      return process.exitCode();
    } catch (InterruptedException e) {
      throw Win32.interrupted(tried, e);
    }
  }

  private ServicingProcess start(EndsWithUs job) throws PcException {
    try (StartupInfo startup = console.startup(tried)) {
      return ServicingProcess.start(command, environment, startup, Optional.of(job), tried);
    }
  }

  private void shutAfter(ServicingProcess process) {
    try {
      process.await();
    } catch (PcException e) {
      System.getLogger(PseudoConsoleRun.class.getName())
          .log(System.Logger.Level.WARNING, tried.english(), e);
    }
    console.shut();
  }
}
