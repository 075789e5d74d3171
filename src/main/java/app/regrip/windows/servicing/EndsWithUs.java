package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/**
 * A job object. Windows ends what is in it, with all it has started, when the last handle of it is
 * closed: with this process, however that ends.
 */
final class EndsWithUs implements AutoCloseable {

  private static final Kernel32Jobs JOBS = Kernel32Jobs.INSTANCE;

  private final HANDLE job;
  private final Message tried;

  private EndsWithUs(HANDLE job, Message tried) {
    this.job = job;
    this.tried = tried;
  }

  static EndsWithUs open(Message tried) throws PcException {
    HANDLE job = JOBS.CreateJobObject(null, null);
    if (job == null) {
      throw Win32.lastFailure(tried);
    }
    Memory limits = new Memory(Kernel32Jobs.EXTENDED_LIMIT_BYTES);
    limits.clear();
    limits.setInt(Kernel32Jobs.LIMIT_FLAGS_AT, Kernel32Jobs.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE);
    if (!JOBS.SetInformationJobObject(
        job, Kernel32Jobs.EXTENDED_LIMIT_INFORMATION, limits, (int) limits.size())) {
      PcException failure = Win32.lastFailure(tried);
      Kernel32.INSTANCE.CloseHandle(job);
      throw failure;
    }
    return new EndsWithUs(job, tried);
  }

  /**
   * Takes in a process. Windows refuses that where we are in a job ourselves that allows none below
   * it; the check of system files is worth more than its certain end, so that is only noted.
   */
  void take(HANDLE process) {
    if (!JOBS.AssignProcessToJobObject(job, process)) {
      System.getLogger(EndsWithUs.class.getName())
          .log(
              System.Logger.Level.WARNING,
              tried.english(),
              Win32.lastFailure(Message.of("windows.program.job")));
    }
  }

  /** Ends all that is in it. */
  void end() {
    JOBS.TerminateJobObject(job, Win32.CANCELLED);
  }

  @Override
  public void close() {
    Kernel32.INSTANCE.CloseHandle(job);
  }
}
