package app.regrip.windows.wua;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.OleAuto;
import com.sun.jna.platform.win32.WTypes.BSTR;
import com.sun.jna.ptr.PointerByReference;

/** A string of COM, freed when closed. */
final class Bstr implements AutoCloseable {

  private final BSTR string;

  private Bstr(BSTR string) {
    this.string = string;
  }

  static Bstr of(String text) {
    return new Bstr(OleAuto.INSTANCE.SysAllocString(text));
  }

  /** What a property that is a string says; COM writes an empty one as NULL. */
  static String get(ComPointer object, Message what, int slot) throws PcException {
    PointerByReference out = new PointerByReference();
    object.call(what, slot, out);
    if (out.getValue() == null) {
      return "";
    }
    try (Bstr answer = new Bstr(new BSTR(out.getValue()))) {
      return answer.string.getValue();
    }
  }

  /** As an argument for a call. */
  Pointer pointer() {
    return string.getPointer();
  }

  @Override
  public void close() {
    OleAuto.INSTANCE.SysFreeString(string);
  }
}
