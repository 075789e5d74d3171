package app.regrip.windows.winrt;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.ptr.PointerByReference;

/**
 * One reference to one interface of a COM or WinRT object, called by the number of the method in
 * the interface's table: 0 to 2 are IUnknown's, and for WinRT 3 to 5 are IInspectable's. Closing
 * gives the reference back.
 */
public final class ComPointer implements AutoCloseable {

  private static final int QUERY_INTERFACE = 0;
  private static final int RELEASE = 2;

  /** A success that gave nothing. */
  private static final int E_POINTER = 0x80004003;

  private final Pointer object;

  /**
   * @param object with a reference that is this one's from now on
   */
  public ComPointer(Pointer object) {
    this.object = object;
  }

  /** As an argument for a call. */
  public Pointer pointer() {
    return object;
  }

  /**
   * Calls a method that answers with an HRESULT.
   *
   * @param what what it is for, as {@link PcException} says it:
   *     Message.of("windows.toast.not-shown")
   */
  public void call(Message what, int slot, Object... arguments) throws PcException {
    check(what, invoke(slot, arguments));
  }

  /** Calls a method whose last argument is where it puts an interface. */
  public ComPointer get(Message what, int slot, Object... arguments) throws PcException {
    PointerByReference out = new PointerByReference();
    Object[] all = new Object[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = out;
    call(what, slot, all);
    if (out.getValue() == null) {
      throw new PcException(what, new HResult(E_POINTER));
    }
    return new ComPointer(out.getValue());
  }

  /** Another interface of the same object, with a reference of its own. */
  public ComPointer as(Message what, GUID iid) throws PcException {
    return get(what, QUERY_INTERFACE, iid);
  }

  /**
   * @throws PcException where {@code hresult} says failure
   */
  public static void check(Message what, int hresult) throws PcException {
    HResult code = new HResult(hresult);
    if (code.isFailure()) {
      throw new PcException(what, code);
    }
  }

  @Override
  public void close() {
    invoke(RELEASE);
  }

  private int invoke(int slot, Object... arguments) {
    Pointer method = object.getPointer(0).getPointer((long) slot * Native.POINTER_SIZE);
    Object[] all = new Object[arguments.length + 1];
    all[0] = object;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Function.getFunction(method, Function.ALT_CONVENTION).invokeInt(all);
  }
}
