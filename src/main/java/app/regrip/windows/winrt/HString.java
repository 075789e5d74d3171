package app.regrip.windows.winrt;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** A string as WinRT takes it; closing frees it. */
public final class HString implements AutoCloseable {

  private final Combase combase;
  private final Pointer string;

  HString(Combase combase, String text) throws PcException {
    this.combase = combase;
    PointerByReference out = new PointerByReference();
    ComPointer.check(
        Message.of("windows.runtime.text-refused"),
        combase.WindowsCreateString(text.toCharArray(), text.length(), out));
    this.string = out.getValue();
  }

  /** As an argument for a call; null for the empty string, as WinRT wants it. */
  public Pointer pointer() {
    return string;
  }

  @Override
  public void close() {
    combase.WindowsDeleteString(string);
  }
}
