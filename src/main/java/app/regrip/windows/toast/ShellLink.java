package app.regrip.windows.toast;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WTypes;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A shortcut that says which application it starts, by the shell's own COM object. Interfaces and
 * slots as in shobjidl.h and objidl.h.
 */
final class ShellLink {

  private static final GUID CLSID_SHELL_LINK = new GUID("{00021401-0000-0000-C000-000000000046}");
  private static final GUID IID_SHELL_LINK_W = new GUID("{000214F9-0000-0000-C000-000000000046}");
  private static final int SET_DESCRIPTION = 7;
  private static final int SET_WORKING_DIRECTORY = 9;
  private static final int SET_ICON_LOCATION = 17;
  private static final int SET_PATH = 20;

  private static final GUID IID_PERSIST_FILE = new GUID("{0000010B-0000-0000-C000-000000000046}");
  private static final int LOAD = 5;
  private static final int SAVE = 6;

  private static final int STGM_READ = 0;

  private static final Message FAILED = Message.of("windows.shortcut.not-written");

  private ShellLink() {}

  /** Writes it, in place of an earlier one. */
  static void write(
      Path shortcut, Path program, String description, String appId, GUID toastActivator)
      throws PcException {
    inApartment(
        () -> {
          try (ComPointer link = create()) {
            link.call(FAILED, SET_PATH, new WString(program.toString()));
            link.call(FAILED, SET_WORKING_DIRECTORY, new WString(program.getParent().toString()));
            link.call(FAILED, SET_DESCRIPTION, new WString(description));
            link.call(FAILED, SET_ICON_LOCATION, new WString(program.toString()), 0);
            try (AppModelProperties properties = AppModelProperties.of(link, FAILED)) {
              properties.setId(appId);
              properties.setToastActivator(toastActivator);
              properties.commit();
            }
            try (ComPointer file = link.as(FAILED, IID_PERSIST_FILE)) {
              file.call(FAILED, SAVE, new WString(shortcut.toString()), 1);
            }
          }
          return null;
        });
  }

  /** The application a shortcut says it starts. */
  static Optional<String> appId(Path shortcut) throws PcException {
    return read(shortcut, AppModelProperties::id);
  }

  /** The class a shortcut says hears of clicks on the toasts of that application. */
  static Optional<GUID> toastActivator(Path shortcut) throws PcException {
    return read(shortcut, AppModelProperties::toastActivator);
  }

  private interface Question<T> {
    Optional<T> ask(AppModelProperties properties) throws PcException;
  }

  private static <T> Optional<T> read(Path shortcut, Question<T> question) throws PcException {
    Message failed = Message.of("windows.shortcut.not-read");
    return inApartment(
        () -> {
          try (ComPointer link = create();
              ComPointer file = link.as(failed, IID_PERSIST_FILE)) {
            file.call(failed, LOAD, new WString(shortcut.toString()), STGM_READ);
            try (AppModelProperties properties = AppModelProperties.of(link, failed)) {
              return question.ask(properties);
            }
          }
        });
  }

  private static ComPointer create() throws PcException {
    PointerByReference out = new PointerByReference();
    ComPointer.check(
        Message.of("windows.shortcut.not-made"),
        Ole32.INSTANCE
            .CoCreateInstance(
                CLSID_SHELL_LINK, null, WTypes.CLSCTX_INPROC_SERVER, IID_SHELL_LINK_W, out)
            .intValue());
    return new ComPointer(out.getValue());
  }

  /** The shell's objects want a single-threaded apartment, so this gives them a thread with one. */
  private static <T> T inApartment(Callable<T> work) throws PcException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              ComPointer.check(
                  Message.of("windows.com.not-started"),
                  Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_APARTMENTTHREADED).intValue());
              try {
                return work.call();
              } finally {
                Ole32.INSTANCE.CoUninitialize();
              }
            });
    Daemon.start("shortcut", task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(Message.of("windows.stopped-waiting.shell"), HResult.ofWin32(1223), e);
    }
  }
}
