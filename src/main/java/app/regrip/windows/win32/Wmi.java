package app.regrip.windows.win32;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiQuery;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import com.sun.jna.platform.win32.Ole32;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks WMI. Its providers may hang for good, so each question has a thread of its own and a time
 * limit; a thread that hangs is left behind as a daemon.
 */
public final class Wmi {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int E_FAIL = 0x80004005;

  private Wmi() {}

  /**
   * @param properties what to ask for, by their names in WMI
   */
  public static <T extends Enum<T>> WmiResult<T> ask(
      String namespace, String wmiClass, Class<T> properties, Message tried) throws PcException {
    WmiQuery<T> query = new WmiQuery<>(namespace, wmiClass, properties);
    return await(() -> query.execute((int) LIMIT.toMillis()), LIMIT, tried);
  }

  /**
   * Calls a static method of a class and gives its ReturnValue.
   *
   * @param arguments by their names in WMI; a String, or an Integer for a uint32
   */
  public static int call(
      String namespace,
      String wmiClass,
      String method,
      Map<String, Object> arguments,
      Duration limit,
      Message tried)
      throws PcException {
    return await(
        () -> {
          try (WmiMethod called = WmiMethod.of(namespace, wmiClass, method)) {
            return called.call(arguments);
          }
        },
        limit,
        tried);
  }

  private static <T> T await(Callable<T> question, Duration limit, Message tried)
      throws PcException {
    FutureTask<T> answer = new FutureTask<>(() -> withCom(question));
    Daemon.start("wmi", answer);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw Win32.failure(tried, Win32.TIMEOUT);
    } catch (InterruptedException e) {
      throw Win32.interrupted(tried, e);
    } catch (ExecutionException e) {
      throw failure(tried, e.getCause());
    }
  }

  private static <T> T withCom(Callable<T> question) throws Exception {
    boolean initialized =
        COMUtils.SUCCEEDED(Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_MULTITHREADED));
    try {
      return question.call();
    } finally {
      if (initialized) {
        Ole32.INSTANCE.CoUninitialize();
      }
    }
  }

  private static PcException failure(Message tried, Throwable cause) {
    if (cause instanceof TimeoutException) {
      return Win32.failure(tried, Win32.TIMEOUT);
    }
    int code =
        cause instanceof COMException com && com.getHresult() != null
            ? com.getHresult().intValue()
            : E_FAIL;
    return new PcException(Message.of("pc.failed", tried), new HResult(code), cause);
  }
}
