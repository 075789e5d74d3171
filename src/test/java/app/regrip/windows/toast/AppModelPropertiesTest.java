package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.text.Message;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against Windows' own store of properties in memory, which keeps what it is given by its type. */
@Tag("windows")
class AppModelPropertiesTest {

  private static final Message FAILED = Message.asIs("the store in memory failed");
  private static final GUID IID_UNKNOWN = new GUID("{00000000-0000-0000-C000-000000000046}");

  /** Of propsys.dll. */
  private interface Propsys extends StdCallLibrary {
    int PSCreateMemoryPropertyStore(GUID iid, PointerByReference out);
  }

  @Test
  void whatIsSetIsThere() throws Exception {
    try (ComPointer memory = memory();
        AppModelProperties properties = AppModelProperties.of(memory, FAILED)) {
      properties.setId("Regrip.Test");
      properties.setToastActivator(AppIdentity.TOAST_ACTIVATOR);
      properties.commit();
      assertThat(properties.id()).contains("Regrip.Test");
      assertThat(properties.toastActivator().map(GUID::toGuidString))
          .contains("{7F3A1C64-5BE2-4D0E-9C7A-2E8D41B6F095}");
    }
  }

  @Test
  void whatWasNeverSetIsNotThere() throws Exception {
    try (ComPointer memory = memory();
        AppModelProperties properties = AppModelProperties.of(memory, FAILED)) {
      assertThat(properties.id()).isEmpty();
      assertThat(properties.toastActivator()).isEmpty();
    }
  }

  private static ComPointer memory() throws Exception {
    PointerByReference out = new PointerByReference();
    ComPointer.check(
        FAILED,
        Native.load("propsys", Propsys.class).PSCreateMemoryPropertyStore(IID_UNKNOWN, out));
    return new ComPointer(out.getValue());
  }
}
