package app.regrip.windows.winrt;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.ptr.PointerByReference;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Windows Runtime, entered on one thread of its own: a thread belongs to one apartment, and the
 * threads of Swing have theirs already.
 */
public final class WinRt implements AutoCloseable {

  /** A notification platform that does not answer must not keep a caller for good. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int ERROR_TIMEOUT = 1460;
  private static final int ERROR_MOD_NOT_FOUND = 126;
  private static final int ERROR_CANCELLED = 1223;

  private final Combase combase;
  private final ExecutorService thread;

  private WinRt(Combase combase, ExecutorService thread) {
    this.combase = combase;
    this.thread = thread;
  }

  /**
   * @throws PcException where Windows has none (before 8) or refuses
   */
  public static WinRt enter(String threadName) throws PcException {
    Combase combase = load();
    WinRt runtime = new WinRt(combase, Executors.newSingleThreadExecutor(Daemon.named(threadName)));
    try {
      runtime.run(
          () -> {
            ComPointer.check(
                Message.of("windows.runtime.not-started"),
                combase.RoInitialize(Combase.RO_INIT_MULTITHREADED));
            return null;
          });
    } catch (PcException e) {
      runtime.thread.shutdown();
      throw e;
    }
    return runtime;
  }

  private static Combase load() throws PcException {
    try {
      return Native.load("combase", Combase.class);
    } catch (UnsatisfiedLinkError e) {
      throw new PcException(
          Message.of("windows.runtime.none"), HResult.ofWin32(ERROR_MOD_NOT_FOUND), e);
    }
  }

  /** Does the work on the thread of the Windows Runtime and waits for it. */
  public <T> T run(Callable<T> work) throws PcException {
    Future<T> done = thread.submit(work);
    try {
      return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new PcException(
          Message.of("windows.toast.no-answer"), HResult.ofWin32(ERROR_TIMEOUT), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(
          Message.of("windows.stopped-waiting.windows"), HResult.ofWin32(ERROR_CANCELLED), e);
    }
  }

  /** Only inside of {@link #run}, like the rest below. */
  public HString string(String text) throws PcException {
    return new HString(combase, text);
  }

  /** A new object of the class, as IInspectable. */
  public ComPointer activate(String className) throws PcException {
    try (HString name = string(className)) {
      PointerByReference out = new PointerByReference();
      ComPointer.check(
          Message.of("windows.runtime.could-not-make", className),
          combase.RoActivateInstance(name.pointer(), out));
      return new ComPointer(out.getValue());
    }
  }

  /** What belongs to the class as a whole, as the interface of that id. */
  public ComPointer factory(String className, GUID iid) throws PcException {
    try (HString name = string(className)) {
      PointerByReference out = new PointerByReference();
      ComPointer.check(
          Message.of("windows.runtime.has-no", className),
          combase.RoGetActivationFactory(name.pointer(), iid, out));
      return new ComPointer(out.getValue());
    }
  }

  @Override
  public void close() {
    thread.submit(combase::RoUninitialize);
    thread.shutdown();
  }
}
