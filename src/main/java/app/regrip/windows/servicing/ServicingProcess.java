package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A running servicing program. */
final class ServicingProcess implements AutoCloseable {

  private static final Kernel32 KERNEL = Kernel32.INSTANCE;

  private final HANDLE process;
  private final Optional<EndsWithUs> job;
  private final Message tried;

  private ServicingProcess(HANDLE process, Optional<EndsWithUs> job, Message tried) {
    this.process = process;
    this.job = job;
    this.tried = tried;
  }

  /**
   * Starts it with its own folder as the current one and without a window.
   *
   * @param job it is in from its first instruction on, so that nothing it starts escapes; without
   *     one it runs at once, since what is still suspended when we are killed stays so for ever
   */
  static ServicingProcess start(
      ServicingCommand command,
      Map<String, String> environment,
      StartupInfo startup,
      Optional<EndsWithUs> job,
      Message tried)
      throws PcException {
    int suspended = job.isPresent() ? Kernel32Processes.CREATE_SUSPENDED : 0;
    PROCESS_INFORMATION started = new PROCESS_INFORMATION();
    if (!Kernel32Processes.INSTANCE.CreateProcess(
        command.program().toString(),
        (command.line() + '\0').toCharArray(),
        null,
        null,
        startup.inheritsHandles(),
        Kernel32Processes.EXTENDED_STARTUPINFO_PRESENT
            | Kernel32Processes.CREATE_UNICODE_ENVIRONMENT
            | Kernel32Processes.CREATE_NO_WINDOW
            | suspended,
        block(environment),
        command.program().getParent().toString(),
        startup.info(),
        started)) {
      throw Win32.lastFailure(tried);
    }
    ServicingProcess process = new ServicingProcess(started.hProcess, job, tried);
    try {
      if (job.isPresent()) {
        process.goOnIn(job.get(), started.hThread);
      }
      return process;
    } finally {
      KERNEL.CloseHandle(started.hThread);
    }
  }

  private void goOnIn(EndsWithUs job, HANDLE thread) throws PcException {
    job.take(process);
    if (Kernel32Jobs.INSTANCE.ResumeThread(thread) < 0) {
      PcException failure = Win32.lastFailure(tried);
      end();
      close();
      throw failure;
    }
  }

  /** Waits until it has ended. */
  void await() throws PcException {
    if (KERNEL.WaitForSingleObject(process, WinBase.INFINITE) != WinBase.WAIT_OBJECT_0) {
      throw Win32.lastFailure(tried);
    }
  }

  /** What it ended with; waits for that. */
  int exitCode() throws PcException {
    await();
    IntByReference exitCode = new IntByReference();
    if (!KERNEL.GetExitCodeProcess(process, exitCode)) {
      throw Win32.lastFailure(tried);
    }
    return exitCode.getValue();
  }

  /** Ends it, where it has not ended by itself, and all that is in its job. */
  void end() {
    job.ifPresent(EndsWithUs::end);
    KERNEL.TerminateProcess(process, Win32.CANCELLED);
  }

  @Override
  public void close() {
    KERNEL.CloseHandle(process);
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
