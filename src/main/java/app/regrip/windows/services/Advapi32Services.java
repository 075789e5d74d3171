package app.regrip.windows.services;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** The service configuration calls of advapi32.dll that JNA Platform does not bind (winsvc.h). */
interface Advapi32Services extends StdCallLibrary {

  Advapi32Services INSTANCE =
      Native.load("advapi32", Advapi32Services.class, W32APIOptions.UNICODE_OPTIONS);

  int SERVICE_NO_CHANGE = 0xFFFFFFFF;

  /** Level of ChangeServiceConfig2. */
  int SERVICE_CONFIG_DELAYED_AUTO_START_INFO = 3;

  boolean QueryServiceConfig(
      SC_HANDLE service, Pointer config, int size, IntByReference sizeNeeded);

  boolean ChangeServiceConfig(
      SC_HANDLE service,
      int serviceType,
      int startType,
      int errorControl,
      String binaryPathName,
      String loadOrderGroup,
      IntByReference tagId,
      String dependencies,
      String serviceStartName,
      String password,
      String displayName);

  boolean ChangeServiceConfig2(SC_HANDLE service, int level, Pointer info);

  boolean GetServiceDisplayName(
      SC_HANDLE manager, String serviceName, char[] displayName, IntByReference length);

  boolean GetServiceKeyName(
      SC_HANDLE manager, String displayName, char[] serviceName, IntByReference length);

  /** QUERY_SERVICE_CONFIGW; the text it points to lies behind it in the same buffer. */
  @FieldOrder({
    "dwServiceType",
    "dwStartType",
    "dwErrorControl",
    "lpBinaryPathName",
    "lpLoadOrderGroup",
    "dwTagId",
    "lpDependencies",
    "lpServiceStartName",
    "lpDisplayName"
  })
  final class QUERY_SERVICE_CONFIG extends Structure {
    public int dwServiceType;
    public int dwStartType;
    public int dwErrorControl;
    public Pointer lpBinaryPathName;
    public Pointer lpLoadOrderGroup;
    public int dwTagId;
    public Pointer lpDependencies;
    public Pointer lpServiceStartName;
    public Pointer lpDisplayName;

    QUERY_SERVICE_CONFIG(Pointer memory) {
      super(memory);
      read();
    }
  }
}
