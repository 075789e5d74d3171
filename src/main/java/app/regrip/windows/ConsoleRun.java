package app.regrip.windows;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.ptr.IntByReference;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One run of a servicing program on a pseudo console; hands out plain text in UTF-16LE. */
final class ConsoleRun {

  private static final Kernel32 KERNEL = Kernel32.INSTANCE;

  private final ServicingCommand command;
  private final Map<String, String> environment;
  private final PseudoConsole console;
  private final String tried;

  ConsoleRun(ServicingCommand command, Map<String, String> environment, PseudoConsole console) {
    this.command = command;
    this.environment = environment;
    this.console = console;
    this.tried = "Running " + command.program().getFileName();
  }

  int run(Consumer<byte[]> output, Cancellation cancellation) throws PcException {
    try (EndsWithUs job = EndsWithUs.open(tried)) {
      return run(job, output, cancellation);
    }
  }

  private int run(EndsWithUs job, Consumer<byte[]> output, Cancellation cancellation)
      throws PcException {
    String line =
        '"' + command.program().toString() + "\" " + String.join(" ", command.arguments());
    PROCESS_INFORMATION process =
        console.start(
            command.program().toString(),
            line,
            command.program().getParent().toString(),
            block(environment),
            job,
            tried);
    Thread shutsWhenDone =
        new Thread(
            () -> {
              KERNEL.WaitForSingleObject(process.hProcess, WinBase.INFINITE);
              console.shut();
            },
            "pseudo console");
    shutsWhenDone.start();
    Runnable end =
        () -> {
          job.end();
          KERNEL.TerminateProcess(process.hProcess, Win32.CANCELLED);
        };
    try (Cancellation.Registration registration = cancellation.onRequest(end)) {
      TerminalText text = new TerminalText(output);
      console.read(text::feed);
      text.end();
      shutsWhenDone.join();
      if (cancellation.isRequested()) {
        throw new PcException(tried + " was cancelled", HResult.ofWin32(Win32.CANCELLED));
      }
      return exitCode(process);
    } catch (InterruptedException e) {
      throw Win32.interrupted(tried, e);
    } finally {
      KERNEL.CloseHandle(process.hProcess);
    }
  }

  private int exitCode(PROCESS_INFORMATION process) throws PcException {
    IntByReference exitCode = new IntByReference();
    if (!KERNEL.GetExitCodeProcess(process.hProcess, exitCode)) {
      throw Win32.lastFailure(tried);
    }
    return exitCode.getValue();
  }

  /** An environment block: {@code name=value} and a zero each, sorted, and one more zero. */
  private static Memory block(Map<String, String> environment) {
    StringBuilder text = new StringBuilder();
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(environment);
    sorted.forEach((name, value) -> text.append(name).append('=').append(value).append('\0'));
    text.append('\0');
    Memory block = new Memory((long) text.length() * Character.BYTES);
    block.write(0, text.toString().toCharArray(), 0, text.length());
    return block;
  }
}
