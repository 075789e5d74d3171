package app.regrip.windows.folders;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file or folder held open by handle: the entry itself, not what a link at its place leads to.
 * While it is held nobody can rename it or put something else in its place, since deleting is not
 * shared.
 */
final class OpenEntry implements AutoCloseable {

  static final int LOOK = WinNT.FILE_READ_ATTRIBUTES;
  static final int RENAME = WinNT.DELETE | WinNT.FILE_READ_ATTRIBUTES;

  /** Of a file, the right to list is the right to read, which deleting does without. */
  static final int DELETE = RENAME | WinNT.FILE_WRITE_ATTRIBUTES | WinNT.FILE_LIST_DIRECTORY;

  /** ERROR_REPARSE_POINT_ENCOUNTERED: says that a link stands where none belongs. */
  private static final int ERROR_REPARSE_POINT_ENCOUNTERED = 4395;

  private static final Kernel32Files FILES = Kernel32Files.INSTANCE;
  private static final int ERROR_NO_MORE_FILES = 18;
  private static final int LISTING_BYTES = 65_536;
  private static final int LONGEST_PATH = 32_768;
  private static final String VERBATIM = "\\\\?\\";

  private final HANDLE handle;
  private final Message tried;
  private final int attributes;

  private OpenEntry(HANDLE handle, Message tried, int attributes) {
    this.handle = handle;
    this.tried = tried;
    this.attributes = attributes;
  }

  static OpenEntry open(Path path, int rights, Message tried) throws PcException {
    return openAt(path.toAbsolutePath().toString(), rights, tried);
  }

  /**
   * @param place with drive letter; names that only the file system allows are taken as they are
   */
  static OpenEntry openAt(String place, int rights, Message tried) throws PcException {
    HANDLE handle =
        Kernel32.INSTANCE.CreateFile(
            VERBATIM + place,
            rights,
            WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE,
            null,
            WinNT.OPEN_EXISTING,
            Kernel32Files.FILE_FLAG_BACKUP_SEMANTICS | Kernel32Files.FILE_FLAG_OPEN_REPARSE_POINT,
            null);
    if (WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
      throw Win32.lastFailure(tried);
    }
    return new OpenEntry(handle, tried, attributes(handle, tried));
  }

  boolean isLink() {
    return (attributes & WinNT.FILE_ATTRIBUTE_REPARSE_POINT) != 0;
  }

  boolean isFolder() {
    return (attributes & WinNT.FILE_ATTRIBUTE_DIRECTORY) != 0;
  }

  /** Fails with Win32 4395 where it is a junction or a symbolic link. */
  OpenEntry refuseLink() throws PcException {
    if (isLink()) {
      throw new PcException(
          Message.of("windows.link-refused", tried),
          HResult.ofWin32(ERROR_REPARSE_POINT_ENCOUNTERED));
    }
    return this;
  }

  /** Fails with Win32 4395 where a link on the way led to another place than expected. */
  OpenEntry requireAt(String expected) throws PcException {
    if (!finalPath().equalsIgnoreCase(expected)) {
      throw new PcException(
          Message.of("windows.link-on-the-way-refused", tried),
          HResult.ofWin32(ERROR_REPARSE_POINT_ENCOUNTERED));
    }
    return this;
  }

  /** Where it really is, with drive letter and all links resolved. */
  String finalPath() throws PcException {
    char[] path = new char[LONGEST_PATH];
    int length = FILES.GetFinalPathNameByHandle(handle, path, path.length, 0);
    if (length == 0 || length >= path.length) {
      throw Win32.lastFailure(tried);
    }
    String text = new String(path, 0, length);
    return text.startsWith(VERBATIM) ? text.substring(VERBATIM.length()) : text;
  }

  /** What is in this folder. */
  List<String> children() throws PcException {
    List<String> names = new ArrayList<>();
    Memory entries = new Memory(LISTING_BYTES);
    while (FILES.GetFileInformationByHandleEx(
        handle, Kernel32Files.FILE_ID_BOTH_DIR_INFO, entries, LISTING_BYTES)) {
      names.addAll(Kernel32Files.names(entries));
    }
    if (Native.getLastError() != ERROR_NO_MORE_FILES) {
      throw Win32.lastFailure(tried);
    }
    names.removeAll(List.of(".", ".."));
    return names;
  }

  /** Fails with Win32 183 where something has that name already. */
  void renameTo(String target) throws PcException {
    set(Kernel32Files.FILE_RENAME_INFO, Kernel32Files.renameInfo(target));
  }

  /** Deletes it as soon as it is closed; of a link, the link. */
  void delete() throws PcException {
    if ((attributes & WinNT.FILE_ATTRIBUTE_READONLY) != 0) {
      set(Kernel32Files.FILE_BASIC_INFO, Kernel32Files.attributesInfo(WinNT.FILE_ATTRIBUTE_NORMAL));
    }
    set(Kernel32Files.FILE_DISPOSITION_INFO, Kernel32Files.deleteInfo());
  }

  private void set(int infoClass, Memory info) throws PcException {
    if (!FILES.SetFileInformationByHandle(handle, infoClass, info, (int) info.size())) {
      throw Win32.lastFailure(tried);
    }
  }

  private static int attributes(HANDLE handle, Message tried) throws PcException {
    Memory info = new Memory(2L * Integer.BYTES);
    if (!FILES.GetFileInformationByHandleEx(
        handle, Kernel32Files.FILE_ATTRIBUTE_TAG_INFO, info, (int) info.size())) {
      PcException failure = Win32.lastFailure(tried);
      Kernel32.INSTANCE.CloseHandle(handle);
      throw failure;
    }
    return info.getInt(0);
  }

  @Override
  public void close() {
    Kernel32.INSTANCE.CloseHandle(handle);
  }
}
