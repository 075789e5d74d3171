package app.regrip.windows.toast;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WTypes;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A shortcut that says which application it starts (System.AppUserModel.ID), by the shell's own COM
 * object. Interfaces and slots as in shobjidl.h, propsys.h and objidl.h.
 */
final class ShellLink {

  private static final GUID CLSID_SHELL_LINK = new GUID("{00021401-0000-0000-C000-000000000046}");
  private static final GUID IID_SHELL_LINK_W = new GUID("{000214F9-0000-0000-C000-000000000046}");
  private static final int SET_DESCRIPTION = 7;
  private static final int SET_WORKING_DIRECTORY = 9;
  private static final int SET_ICON_LOCATION = 17;
  private static final int SET_PATH = 20;

  private static final GUID IID_PROPERTY_STORE = new GUID("{886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99}");
  private static final int GET_VALUE = 5;
  private static final int SET_VALUE = 6;
  private static final int COMMIT = 7;

  private static final GUID IID_PERSIST_FILE = new GUID("{0000010B-0000-0000-C000-000000000046}");
  private static final int LOAD = 5;
  private static final int SAVE = 6;

  /** PROPERTYKEY: a GUID and a number, 20 bytes. */
  private static final GUID APP_USER_MODEL = new GUID("{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}");

  private static final int APP_USER_MODEL_ID = 5;
  private static final int SIZE_OF_GUID = 16;
  private static final int SIZE_OF_PROPERTYKEY = 20;

  /** PROPVARIANT on 64-bit Windows: the type at 0, a pointer to the text at 8, 24 bytes. */
  private static final int SIZE_OF_PROPVARIANT = 24;

  private static final int OFFSET_OF_VALUE = 8;
  private static final short VT_LPWSTR = 31;
  private static final int STGM_READ = 0;

  private static final String FAILED = "the shortcut in the Start menu could not be written";

  private ShellLink() {}

  /** Writes it, in place of an earlier one. */
  static void write(Path shortcut, Path program, String description, String appId)
      throws PcException {
    inApartment(
        () -> {
          try (ComPointer link = create()) {
            link.call(FAILED, SET_PATH, new WString(program.toString()));
            link.call(FAILED, SET_WORKING_DIRECTORY, new WString(program.getParent().toString()));
            link.call(FAILED, SET_DESCRIPTION, new WString(description));
            link.call(FAILED, SET_ICON_LOCATION, new WString(program.toString()), 0);
            setAppId(link, appId);
            try (ComPointer file = link.as(FAILED, IID_PERSIST_FILE)) {
              file.call(FAILED, SAVE, new WString(shortcut.toString()), 1);
            }
          }
          return null;
        });
  }

  /** The application a shortcut says it starts; empty text where it says none. */
  static String appId(Path shortcut) throws PcException {
    String failed = "the shortcut could not be read";
    return inApartment(
        () -> {
          try (ComPointer link = create();
              ComPointer file = link.as(failed, IID_PERSIST_FILE)) {
            file.call(failed, LOAD, new WString(shortcut.toString()), STGM_READ);
            try (ComPointer properties = link.as(failed, IID_PROPERTY_STORE);
                Memory key = key();
                Memory value = new Memory(SIZE_OF_PROPVARIANT)) {
              value.clear();
              properties.call(failed, GET_VALUE, key, value);
              if (value.getShort(0) != VT_LPWSTR) {
                return "";
              }
              Pointer text = value.getPointer(OFFSET_OF_VALUE);
              String id = text.getWideString(0);
              Ole32.INSTANCE.CoTaskMemFree(text);
              return id;
            }
          }
        });
  }

  private static ComPointer create() throws PcException {
    PointerByReference out = new PointerByReference();
    ComPointer.check(
        "Windows could not make a shortcut",
        Ole32.INSTANCE
            .CoCreateInstance(
                CLSID_SHELL_LINK, null, WTypes.CLSCTX_INPROC_SERVER, IID_SHELL_LINK_W, out)
            .intValue());
    return new ComPointer(out.getValue());
  }

  private static void setAppId(ComPointer link, String appId) throws PcException {
    try (ComPointer properties = link.as(FAILED, IID_PROPERTY_STORE);
        Memory key = key();
        Memory text = new Memory((appId.length() + 1L) * Character.BYTES);
        Memory value = new Memory(SIZE_OF_PROPVARIANT)) {
      text.setWideString(0, appId);
      value.clear();
      value.setShort(0, VT_LPWSTR);
      value.setPointer(OFFSET_OF_VALUE, text);
      properties.call(FAILED, SET_VALUE, key, value);
      properties.call(FAILED, COMMIT);
    }
  }

  private static Memory key() {
    Memory key = new Memory(SIZE_OF_PROPERTYKEY);
    // The bytes as they lie in memory, not as they are printed.
    APP_USER_MODEL.write();
    key.write(0, APP_USER_MODEL.getPointer().getByteArray(0, SIZE_OF_GUID), 0, SIZE_OF_GUID);
    key.setInt(SIZE_OF_GUID, APP_USER_MODEL_ID);
    return key;
  }

  /** The shell's objects want a single-threaded apartment, so this gives them a thread with one. */
  private static <T> T inApartment(Callable<T> work) throws PcException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              ComPointer.check(
                  "COM did not start",
                  Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_APARTMENTTHREADED).intValue());
              try {
                return work.call();
              } finally {
                Ole32.INSTANCE.CoUninitialize();
              }
            });
    new Thread(task, "regrip-shortcut").start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException("Regrip stopped waiting for the shell", HResult.ofWin32(1223), e);
    }
  }
}
