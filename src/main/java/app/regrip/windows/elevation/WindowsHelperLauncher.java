package app.regrip.windows.elevation;

import app.regrip.helper.EventReader;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperExit;
import app.regrip.helper.HelperLauncher;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.Verdicts;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import app.regrip.windows.shell.Foreground;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Shell32;
import com.sun.jna.platform.win32.ShellAPI.SHELLEXECUTEINFO;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Starts the elevated helper, which makes Windows ask the user, and reads what it says. Where the
 * helper can't be heard it repairs nothing: it ends unless its starter comes to the pipe.
 */
public final class WindowsHelperLauncher implements HelperLauncher {

  /** Arrives where a repair is to be taken back; all else is not listened to. */
  private static final byte[] CANCEL = "cancel\n".getBytes(StandardCharsets.UTF_8);

  /** Without a message box of Windows where it fails (shellapi.h). */
  private static final int SEE_MASK_FLAG_NO_UI = 0x400;

  /** Windows may read the other fields after the call has come back (shellapi.h). */
  private static final int SEE_MASK_NOASYNC = 0x100;

  private static final int SEE_MASK_NOCLOSEPROCESS = 0x40;
  private static final int BETWEEN_TRIES_MILLIS = 50;

  private final Path program;

  /**
   * @param program RegripHelper.exe, beside the program that runs
   */
  public WindowsHelperLauncher(Path program) {
    this.program = program;
  }

  @Override
  public boolean asksForPermission() {
    return true;
  }

  @Override
  public RunningHelper launch(HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
      throws IOException, DeclinedException {
    HANDLE process = start(order);
    AtomicReference<PipeEnd> pipe = new AtomicReference<>();
    Daemon.start(
        "helper-reader",
        () -> follow(process, HelperPipe.nameOf(order.runId()), pipe, events, ended));
    return () -> cancel(pipe.get());
  }

  private HANDLE start(HelperArguments order) throws IOException, DeclinedException {
    SHELLEXECUTEINFO info = new SHELLEXECUTEINFO();
    info.fMask = SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
    // In front of this window the question comes up; without one it may only flash below.
    info.hwnd = Foreground.ownWindow().orElse(null);
    info.lpVerb = "runas";
    info.lpFile = program.toString();
    // Names of a closed list, numbers and a UUID: nothing in it ever needs a quotation mark.
    info.lpParameters = String.join(" ", order.toCommandLine());
    info.lpDirectory = program.getParent().toString();
    if (!Shell32.INSTANCE.ShellExecuteEx(info)) {
      int error = Native.getLastError();
      if (error == Win32.CANCELLED) {
        throw new DeclinedException();
      }
      throw Win32.ofAStream(
          Win32.failure(
              Message.of("windows.program.start", program.getFileName().toString()), error));
    }
    if (info.hProcess == null) {
      throw new NotStartedException(Message.of("windows.helper.which-process"));
    }
    return info.hProcess;
  }

  /** The reader's whole life: until the helper has ended, whatever becomes of the pipe. */
  private static void follow(
      HANDLE process,
      String name,
      AtomicReference<PipeEnd> pipe,
      Consumer<RepairEvent> events,
      Runnable ended) {
    try {
      Optional<PipeEnd> opened = connect(process, name);
      if (opened.isPresent()) {
        try (PipeEnd end = opened.get()) {
          pipe.set(end);
          EventReader.readAll(end.in(), events);
        } finally {
          pipe.set(null);
        }
      }
    } catch (PcException | IOException e) {
      System.getLogger(WindowsHelperLauncher.class.getName())
          .log(System.Logger.Level.WARNING, "The helper is not heard any more", e);
    } finally {
      Kernel32.INSTANCE.WaitForSingleObject(process, WinBase.INFINITE);
      whyItEnded(exitCode(process))
          .ifPresent(why -> events.accept(new RepairEvent.RunEnded(Verdicts.refused(why))));
      Kernel32.INSTANCE.CloseHandle(process);
      ended.run();
    }
  }

  /** Empty where the helper has ended without opening its pipe. */
  private static Optional<PipeEnd> connect(HANDLE process, String name) throws PcException {
    long server = Integer.toUnsignedLong(Kernel32.INSTANCE.GetProcessId(process));
    Optional<PipeEnd> pipe = PipeClient.open(name, server);
    while (pipe.isEmpty()
        && Kernel32.INSTANCE.WaitForSingleObject(process, BETWEEN_TRIES_MILLIS)
            != WinBase.WAIT_OBJECT_0) {
      pipe = PipeClient.open(name, server);
    }
    return pipe;
  }

  /** For the user, where the helper could not say it itself. */
  static Optional<Message> whyItEnded(int exitCode) {
    return switch (exitCode) {
      case HelperExit.NOT_TRUSTED -> Optional.of(Message.of("windows.helper.not-trusted"));
      case HelperExit.FOLDER_HELD -> Optional.of(Message.of("windows.helper.folder-held"));
      default -> Optional.empty();
    };
  }

  private static int exitCode(HANDLE process) {
    IntByReference code = new IntByReference();
    return Kernel32.INSTANCE.GetExitCodeProcess(process, code) ? code.getValue() : 0;
  }

  private static void cancel(PipeEnd pipe) {
    if (pipe == null) {
      return;
    }
    try (OutputStream out = pipe.out()) {
      out.write(CANCEL);
    } catch (IOException e) {
      // It has ended already.
    }
  }
}
