package app.regrip.windows.win32;

import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.COM.Unknown;
import com.sun.jna.platform.win32.COM.Wbemcli.IWbemClassObject;
import com.sun.jna.platform.win32.COM.Wbemcli.IWbemServices;
import com.sun.jna.platform.win32.COM.WbemcliUtil;
import com.sun.jna.platform.win32.OleAuto;
import com.sun.jna.platform.win32.Variant.VARIANT;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * A static method of a WMI class, on the thread that has initialized COM. JNA's own methods throw a
 * COMException where WMI says no.
 */
final class WmiMethod implements AutoCloseable {

  private static final String RESULT = "ReturnValue";
  private static final int WBEM_E_NOT_FOUND = 0x80041002;

  private final Deque<Unknown> held = new ArrayDeque<>();
  private final IWbemServices services;
  private final String wmiClass;
  private final String method;

  private WmiMethod(IWbemServices services, String wmiClass, String method) {
    this.services = hold(services);
    this.wmiClass = wmiClass;
    this.method = method;
  }

  static WmiMethod of(String namespace, String wmiClass, String method) {
    return new WmiMethod(WbemcliUtil.connectServer(namespace), wmiClass, method);
  }

  int call(Map<String, Object> arguments) {
    IWbemClassObject definition = hold(services.GetObject(wmiClass, 0, null));
    IWbemClassObject parameters = hold(hold(definition.GetMethod(method)).SpawnInstance());
    arguments.forEach((name, value) -> put(parameters, name, value));
    return result(hold(services.ExecMethod(wmiClass, method, 0, null, parameters)));
  }

  /** WMI takes a uint32 as VT_I4. */
  private static void put(IWbemClassObject parameters, String name, Object value) {
    VARIANT variant =
        value instanceof Integer number
            ? new VARIANT(number.intValue())
            : new VARIANT((String) value);
    try {
      COMUtils.checkRC(parameters.Put(name, 0, variant, 0));
    } finally {
      OleAuto.INSTANCE.VariantClear(variant);
    }
  }

  private static int result(IWbemClassObject answer) {
    VARIANT.ByReference result = new VARIANT.ByReference();
    COMUtils.checkRC(answer.Get(RESULT, 0, result, null, null));
    try {
      return ((Number) result.getValue()).intValue();
    } finally {
      OleAuto.INSTANCE.VariantClear(result);
    }
  }

  /** JNA makes an object of a null too, for example where a method has no parameters. */
  private <T extends Unknown> T hold(T object) {
    if (object.getPointer() == null) {
      throw new COMException(
          "WMI does not say how to call " + method, new HRESULT(WBEM_E_NOT_FOUND));
    }
    held.push(object);
    return object;
  }

  @Override
  public void close() {
    held.forEach(Unknown::Release);
  }
}
