package app.regrip.windows.toast;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.Ole32;
import java.util.Optional;

/**
 * What a shortcut tells the shell of the application it starts (System.AppUserModel), through the
 * IPropertyStore of the shortcut. Interface and structures as in propsys.h, propidl.h, propkey.h.
 */
final class AppModelProperties implements AutoCloseable {

  private static final GUID IID_PROPERTY_STORE = new GUID("{886D8EEB-8CF2-4446-8D02-CDBA1DBDCF99}");
  private static final int GET_VALUE = 5;
  private static final int SET_VALUE = 6;
  private static final int COMMIT = 7;

  /** PROPERTYKEY: a GUID and a number, 20 bytes. */
  private static final GUID APP_USER_MODEL = new GUID("{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}");

  private static final int APP_USER_MODEL_ID = 5;
  private static final int TOAST_ACTIVATOR_CLSID = 26;
  private static final int SIZE_OF_GUID = 16;
  private static final int SIZE_OF_PROPERTYKEY = 20;

  /** PROPVARIANT on 64-bit Windows: the type at 0, a pointer to the value at 8, 24 bytes. */
  private static final int SIZE_OF_PROPVARIANT = 24;

  private static final int OFFSET_OF_VALUE = 8;
  private static final short VT_LPWSTR = 31;
  private static final short VT_CLSID = 72;

  private final Message failed;
  private final ComPointer store;

  private AppModelProperties(Message failed, ComPointer store) {
    this.failed = failed;
    this.store = store;
  }

  /**
   * @param failed what it means where a call fails, as {@link PcException} says it
   */
  static AppModelProperties of(ComPointer object, Message failed) throws PcException {
    return new AppModelProperties(failed, object.as(failed, IID_PROPERTY_STORE));
  }

  /** The AppUserModelID. */
  void setId(String id) throws PcException {
    try (Memory text = new Memory((id.length() + 1L) * Character.BYTES)) {
      text.setWideString(0, id);
      set(APP_USER_MODEL_ID, VT_LPWSTR, text);
    }
  }

  /** The class of the COM object that hears of clicks on toasts. */
  void setToastActivator(GUID activator) throws PcException {
    try (Memory guid = bytes(activator)) {
      set(TOAST_ACTIVATOR_CLSID, VT_CLSID, guid);
    }
  }

  /** Nothing is kept before this. */
  void commit() throws PcException {
    store.call(failed, COMMIT);
  }

  /** Empty where it was never set. */
  Optional<String> id() throws PcException {
    return get(APP_USER_MODEL_ID, VT_LPWSTR, text -> text.getWideString(0));
  }

  Optional<GUID> toastActivator() throws PcException {
    return get(
        TOAST_ACTIVATOR_CLSID, VT_CLSID, guid -> GUID.fromBinary(new GUID(guid).toByteArray()));
  }

  @Override
  public void close() {
    store.close();
  }

  private void set(int number, short type, Pointer to) throws PcException {
    try (Memory key = key(number);
        Memory value = new Memory(SIZE_OF_PROPVARIANT)) {
      value.clear();
      value.setShort(0, type);
      value.setPointer(OFFSET_OF_VALUE, to);
      store.call(failed, SET_VALUE, key, value);
    }
  }

  private interface Reader<T> {
    T read(Pointer value);
  }

  private <T> Optional<T> get(int number, short type, Reader<T> reader) throws PcException {
    try (Memory key = key(number);
        Memory value = new Memory(SIZE_OF_PROPVARIANT)) {
      value.clear();
      store.call(failed, GET_VALUE, key, value);
      if (value.getShort(0) != type) {
        return Optional.empty();
      }
      Pointer pointed = value.getPointer(OFFSET_OF_VALUE);
      T read = reader.read(pointed);
      Ole32.INSTANCE.CoTaskMemFree(pointed);
      return Optional.of(read);
    }
  }

  private static Memory key(int number) {
    Memory key = new Memory(SIZE_OF_PROPERTYKEY);
    try (Memory guid = bytes(APP_USER_MODEL)) {
      key.write(0, guid.getByteArray(0, SIZE_OF_GUID), 0, SIZE_OF_GUID);
    }
    key.setInt(SIZE_OF_GUID, number);
    return key;
  }

  /** The bytes as they lie in memory, not as they are printed. */
  private static Memory bytes(GUID guid) {
    guid.write();
    Memory bytes = new Memory(SIZE_OF_GUID);
    bytes.write(0, guid.getPointer().getByteArray(0, SIZE_OF_GUID), 0, SIZE_OF_GUID);
    return bytes;
  }
}
