package app.regrip.windows.win32;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinBase.FILETIME;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEY;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * One root of the registry in its 64-bit view, whatever the JVM is. What is not there, or is of
 * another type than asked for, is empty; what can't be read is a failure.
 */
public final class Registry {

  private static final int VIEW = WinNT.KEY_WOW64_64KEY;

  private final HKEY root;

  private Registry(HKEY root) {
    this.root = root;
  }

  /** HKEY_LOCAL_MACHINE. */
  public static Registry machine() {
    return new Registry(WinReg.HKEY_LOCAL_MACHINE);
  }

  /** HKEY_CLASSES_ROOT: file types and address schemes, of the machine and of the user. */
  public static Registry classes() {
    return new Registry(WinReg.HKEY_CLASSES_ROOT);
  }

  /** HKEY_CURRENT_USER. */
  public static Registry user() {
    return new Registry(WinReg.HKEY_CURRENT_USER);
  }

  public boolean hasKey(String key) throws PcException {
    return read(key, () -> Advapi32Util.registryKeyExists(root, key, VIEW)).orElse(false);
  }

  public boolean hasSubkeys(String key) throws PcException {
    return read(key, () -> Advapi32Util.registryGetKeys(root, key, VIEW).length > 0).orElse(false);
  }

  /** The names of the keys below it. */
  public List<String> subkeys(String key) throws PcException {
    return read(key, () -> List.of(Advapi32Util.registryGetKeys(root, key, VIEW)))
        .orElse(List.of());
  }

  public boolean hasValue(String key, String value) throws PcException {
    return read(key, () -> Advapi32Util.registryValueExists(root, key, value, VIEW)).orElse(false);
  }

  public boolean hasValues(String key) throws PcException {
    return read(key, () -> !Advapi32Util.registryGetValues(root, key, VIEW).isEmpty())
        .orElse(false);
  }

  /** When a value or a subkey of this key was last changed. */
  public Instant lastWritten(String key) throws PcException {
    Message tried = Message.of("windows.registry.written", key);
    HKEYByReference opened = new HKEYByReference();
    int error = Advapi32.INSTANCE.RegOpenKeyEx(root, key, 0, WinNT.KEY_QUERY_VALUE | VIEW, opened);
    if (error != 0) {
      throw Win32.failure(tried, error);
    }
    FILETIME written = new FILETIME();
    error =
        Advapi32.INSTANCE.RegQueryInfoKey(
            opened.getValue(), null, null, null, null, null, null, null, null, null, null, written);
    int closed = Advapi32.INSTANCE.RegCloseKey(opened.getValue());
    if (error != 0 || closed != 0) {
      throw Win32.failure(tried, error != 0 ? error : closed);
    }
    return written.toDate().toInstant();
  }

  public OptionalInt number(String key, String value) throws PcException {
    return read(key, () -> Advapi32Util.registryGetIntValue(root, key, value, VIEW))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  public Optional<String> text(String key, String value) throws PcException {
    return read(key, () -> Advapi32Util.registryGetStringValue(root, key, value, VIEW));
  }

  public Optional<byte[]> bytes(String key, String value) throws PcException {
    return read(key, () -> Advapi32Util.registryGetBinaryValue(root, key, value, VIEW));
  }

  /** Makes the key where need be. The empty name is the value of the key itself. */
  public void set(String key, String value, String text) throws PcException {
    change(
        key,
        () -> {
          Advapi32Util.registryCreateKey(root, key, VIEW);
          Advapi32Util.registrySetStringValue(root, key, value, text, VIEW);
        });
  }

  /** One that is not there is a success. */
  public void remove(String key, String value) throws PcException {
    if (hasValue(key, value)) {
      change(key, () -> Advapi32Util.registryDeleteValue(root, key, value, VIEW));
    }
  }

  /** A key without keys below it; one that is not there is a success. */
  public void removeKey(String key) throws PcException {
    if (hasKey(key)) {
      change(key, () -> Advapi32Util.registryDeleteKey(root, key));
    }
  }

  private static void change(String key, Runnable change) throws PcException {
    try {
      change.run();
    } catch (Win32Exception e) {
      throw Win32.failure(Message.of("windows.registry.change", key), e);
    }
  }

  private static <T> Optional<T> read(String key, Supplier<T> read) throws PcException {
    try {
      return Optional.of(read.get());
    } catch (Win32Exception e) {
      if (e.getErrorCode() == Win32.FILE_NOT_FOUND) {
        return Optional.empty();
      }
      throw Win32.failure(Message.of("windows.registry.read", key), e);
    } catch (RuntimeException ofAnotherType) {
      return Optional.empty();
    }
  }
}
