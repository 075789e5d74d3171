package app.regrip.windows.shell;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinReg;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The user's own part of the registry, HKEY_CURRENT_USER. */
public final class UserRegistry {

  private UserRegistry() {}

  public static Optional<String> text(String key, String name) throws PcException {
    return tried(
        "the registry value " + key + "\\" + name + " could not be read",
        () ->
            has(key, name)
                ? Optional.of(
                    Advapi32Util.registryGetValue(WinReg.HKEY_CURRENT_USER, key, name).toString())
                : Optional.empty());
  }

  public static Optional<byte[]> bytes(String key, String name) throws PcException {
    return tried(
        "the registry value " + key + "\\" + name + " could not be read",
        () ->
            has(key, name)
                    && Advapi32Util.registryGetValue(WinReg.HKEY_CURRENT_USER, key, name)
                        instanceof byte[] bytes
                ? Optional.of(bytes)
                : Optional.empty());
  }

  public static Optional<Integer> number(String key, String name) throws PcException {
    return tried(
        "the registry value " + key + "\\" + name + " could not be read",
        () ->
            has(key, name)
                    && Advapi32Util.registryGetValue(WinReg.HKEY_CURRENT_USER, key, name)
                        instanceof Integer number
                ? Optional.of(number)
                : Optional.empty());
  }

  /** Makes the key where need be. The empty name is the value of the key itself. */
  public static void set(String key, String name, String text) throws PcException {
    tried(
        "the registry value " + key + "\\" + name + " could not be written",
        () -> {
          Advapi32Util.registryCreateKey(WinReg.HKEY_CURRENT_USER, key);
          Advapi32Util.registrySetStringValue(WinReg.HKEY_CURRENT_USER, key, name, text);
          return null;
        });
  }

  /** One that is not there is a success. */
  public static void remove(String key, String name) throws PcException {
    tried(
        "the registry value " + key + "\\" + name + " could not be removed",
        () -> {
          if (has(key, name)) {
            Advapi32Util.registryDeleteValue(WinReg.HKEY_CURRENT_USER, key, name);
          }
          return null;
        });
  }

  public static boolean hasKey(String key) throws PcException {
    return tried(
        "the registry key " + key + " could not be looked for",
        () -> Advapi32Util.registryKeyExists(WinReg.HKEY_CURRENT_USER, key));
  }

  /** A key without keys below it; one that is not there is a success. */
  public static void removeKey(String key) throws PcException {
    tried(
        "the registry key " + key + " could not be removed",
        () -> {
          if (hasKey(key)) {
            Advapi32Util.registryDeleteKey(WinReg.HKEY_CURRENT_USER, key);
          }
          return null;
        });
  }

  private static boolean has(String key, String name) {
    return Advapi32Util.registryKeyExists(WinReg.HKEY_CURRENT_USER, key)
        && Advapi32Util.registryValueExists(WinReg.HKEY_CURRENT_USER, key, name);
  }

  private static <T> T tried(String failure, Callable<T> work) throws PcException {
    try {
      return work.call();
    } catch (Win32Exception e) {
      throw new PcException(failure, new HResult(e.getHR().intValue()), e);
    } catch (PcException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
