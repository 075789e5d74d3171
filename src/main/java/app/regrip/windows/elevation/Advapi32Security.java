package app.regrip.windows.elevation;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/**
 * The security calls of advapi32.dll that JNA Platform does not bind (sddl.h, securitybaseapi.h).
 */
interface Advapi32Security extends StdCallLibrary {

  Advapi32Security INSTANCE =
      Native.load("advapi32", Advapi32Security.class, W32APIOptions.UNICODE_OPTIONS);

  int SDDL_REVISION_1 = 1;

  /** Member of TOKEN_INFORMATION_CLASS. */
  int TOKEN_GROUPS = 2;

  /** The group that stands for one logon (winnt.h). */
  int SE_GROUP_LOGON_ID = 0xC0000000;

  int SE_PRIVILEGE_REMOVED = 4;

  /** The descriptor is freed with LocalFree. */
  boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
      String sddl, int revision, PointerByReference descriptor, IntByReference size);

  /** The text is freed with LocalFree. */
  boolean ConvertSecurityDescriptorToStringSecurityDescriptor(
      Pointer descriptor,
      int revision,
      int information,
      PointerByReference sddl,
      IntByReference length);

  boolean ConvertSidToStringSid(Pointer sid, PointerByReference text);

  boolean GetTokenInformation(
      HANDLE token, int informationClass, Pointer information, int size, IntByReference needed);

  boolean SetKernelObjectSecurity(HANDLE object, int information, Pointer descriptor);

  boolean GetAce(Pointer acl, int index, PointerByReference ace);
}
