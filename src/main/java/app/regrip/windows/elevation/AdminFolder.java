package app.regrip.windows.elevation;

import app.regrip.helper.FolderPolicy;
import app.regrip.helper.FolderPolicy.Part;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinBase.FILE_BASIC_INFO;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that only administrators write and everybody reads, made where anybody may have made one
 * before: C:\ProgramData lets all users create folders.
 *
 * <p>All that counts happens on one handle, so nothing can be put in its place in between: opened
 * without following links, looked at, compared with where it should be, and then given its owner
 * and its access list. One that a stranger made is set aside first, since what is inside may still
 * be open to the stranger.
 */
final class AdminFolder {

  static final String ACCESS =
      "O:BAG:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)";

  /** Somebody has a stranger's folder, or something in it, open; nobody has after a restart. */
  static final class HeldException extends PcException {
    private static final long serialVersionUID = 1;

    private HeldException(PcException why) {
      super(why.what(), why.code(), why);
    }
  }

  private final FolderPolicy policy;

  AdminFolder(FolderPolicy policy) {
    this.policy = policy;
  }

  /**
   * Makes it, or makes sure of it.
   *
   * @param parent final path of a folder that exists
   * @param aside added to the name of a folder that is not ours, to set it aside
   */
  Path secure(String parent, String name, String aside) throws PcException, IOException {
    Path folder = Path.of(parent, name);
    try (SecurityDescriptor access = SecurityDescriptor.of(ACCESS)) {
      if (!create(folder, access)) {
        setAsideIfStrange(folder, aside);
        create(folder, access);
      }
      HANDLE handle = open(folder);
      try {
        requireRealFolder(handle, folder);
        Win32.check(
            Advapi32Security.INSTANCE.SetKernelObjectSecurity(
                handle,
                WinNT.OWNER_SECURITY_INFORMATION
                    | WinNT.GROUP_SECURITY_INFORMATION
                    | WinNT.DACL_SECURITY_INFORMATION
                    | WinNT.PROTECTED_DACL_SECURITY_INFORMATION,
                access.pointer()),
            Message.of("windows.elevation.protect", folder.toString()));
      } finally {
        Kernel32.INSTANCE.CloseHandle(handle);
      }
    }
    return folder;
  }

  /** Deletes one that was made sure of, with all that is in it. Links in it are not followed. */
  static void delete(Path folder) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    // Java takes a junction for a folder that is something else besides.
    if (is.isDirectory() && !is.isOther()) {
      try (Stream<Path> children = Files.list(folder)) {
        for (Path child : children.toList()) {
          delete(child);
        }
      }
    }
    Files.delete(folder);
  }

  /** False where there is one. */
  private static boolean create(Path folder, SecurityDescriptor access) throws PcException {
    if (Kernel32.INSTANCE.CreateDirectory(folder.toString(), access.attributes())) {
      return true;
    }
    int error = Native.getLastError();
    if (error != Win32.ALREADY_EXISTS) {
      throw Win32.failure(Message.of("windows.elevation.create", folder.toString()), error);
    }
    return false;
  }

  private void setAsideIfStrange(Path folder, String aside) throws PcException {
    FolderPolicy.Place there = InstallFolder.place(folder, Part.OF_THE_PROGRAM);
    if (policy.refusal(List.of(there)).isPresent()) {
      Path elsewhere = folder.resolveSibling(folder.getFileName() + "." + aside);
      if (!Kernel32.INSTANCE.MoveFile(folder.toString(), elsewhere.toString())) {
        int error = Native.getLastError();
        PcException failure =
            Win32.failure(Message.of("windows.elevation.set-aside", folder.toString()), error);
        throw error == WinError.ERROR_ACCESS_DENIED || error == WinError.ERROR_SHARING_VIOLATION
            ? new HeldException(failure)
            : failure;
      }
    }
  }

  private static HANDLE open(Path folder) throws PcException {
    return Win32.valid(
        Kernel32.INSTANCE.CreateFile(
            folder.toString(),
            WinNT.READ_CONTROL | WinNT.WRITE_DAC | WinNT.WRITE_OWNER | WinNT.FILE_READ_ATTRIBUTES,
            WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE,
            null,
            WinNT.OPEN_EXISTING,
            WinNT.FILE_FLAG_BACKUP_SEMANTICS | WinNT.FILE_FLAG_OPEN_REPARSE_POINT,
            null),
        Message.of("pc.open", folder.toString()));
  }

  private static void requireRealFolder(HANDLE handle, Path folder)
      throws PcException, IOException {
    FILE_BASIC_INFO info = new FILE_BASIC_INFO();
    Win32.check(
        Kernel32.INSTANCE.GetFileInformationByHandleEx(
            handle, WinBase.FileBasicInfo, info.getPointer(), new DWORD(info.size())),
        Message.of("windows.elevation.look-at", folder.toString()));
    info.read();
    int attributes = info.FileAttributes;
    if ((attributes & WinNT.FILE_ATTRIBUTE_DIRECTORY) == 0
        || (attributes & WinNT.FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
      throw new IOException(folder + " is a link or no folder");
    }
    String really = FinalPath.of(handle);
    if (!really.equalsIgnoreCase(folder.toString())) {
      throw new IOException(folder + " is really " + really);
    }
  }
}
