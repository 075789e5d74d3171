package app.regrip.windows.elevation;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.ptr.PointerByReference;

/** A security descriptor made from its text. */
final class SecurityDescriptor implements AutoCloseable {

  private final Pointer memory;

  private SecurityDescriptor(Pointer memory) {
    this.memory = memory;
  }

  static SecurityDescriptor of(String sddl) throws PcException {
    PointerByReference descriptor = new PointerByReference();
    Win32.check(
        Advapi32Security.INSTANCE.ConvertStringSecurityDescriptorToSecurityDescriptor(
            sddl, Advapi32Security.SDDL_REVISION_1, descriptor, null),
        Message.of("windows.elevation.own-access-list", sddl));
    return new SecurityDescriptor(descriptor.getValue());
  }

  Pointer pointer() {
    return memory;
  }

  /** For a call that creates something. Valid until this is closed. */
  SECURITY_ATTRIBUTES attributes() {
    SECURITY_ATTRIBUTES attributes = new SECURITY_ATTRIBUTES();
    attributes.lpSecurityDescriptor = memory;
    attributes.bInheritHandle = false;
    return attributes;
  }

  @Override
  public void close() {
    Kernel32.INSTANCE.LocalFree(memory);
  }
}
