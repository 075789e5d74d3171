package app.regrip.windows.folders;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * What kernel32.dll can do with an open file and JNA Platform does not bind (fileapi.h, winbase.h).
 */
interface Kernel32Files extends StdCallLibrary {

  Kernel32Files INSTANCE =
      Native.load("kernel32", Kernel32Files.class, W32APIOptions.UNICODE_OPTIONS);

  /** FILE_INFO_BY_HANDLE_CLASS. */
  int FILE_BASIC_INFO = 0;

  int FILE_RENAME_INFO = 3;
  int FILE_DISPOSITION_INFO = 4;
  int FILE_ATTRIBUTE_TAG_INFO = 9;
  int FILE_ID_BOTH_DIR_INFO = 10;

  int FILE_FLAG_BACKUP_SEMANTICS = 0x02000000;
  int FILE_FLAG_OPEN_REPARSE_POINT = 0x00200000;

  /** Flags 0: the normalised path with a drive letter, behind {@code \\?\}. */
  int GetFinalPathNameByHandle(HANDLE file, char[] path, int size, int flags);

  boolean GetFileInformationByHandleEx(HANDLE file, int infoClass, Pointer info, int size);

  boolean SetFileInformationByHandle(HANDLE file, int infoClass, Pointer info, int size);

  /** FILE_RENAME_INFO: BOOLEAN ReplaceIfExists; HANDLE RootDirectory; DWORD bytes; WCHAR name[]. */
  static Memory renameInfo(String target) {
    long length = Native.POINTER_SIZE * 2L;
    long name = length + Integer.BYTES;
    int bytes = target.length() * Character.BYTES;
    Memory info = new Memory(name + bytes + Character.BYTES);
    info.clear();
    info.setInt(length, bytes);
    info.setWideString(name, target);
    return info;
  }

  /** The names in a buffer of FILE_ID_BOTH_DIR_INFO entries. */
  static List<String> names(Memory entries) {
    List<String> names = new ArrayList<>();
    long at = 0;
    long step;
    do {
      step = Integer.toUnsignedLong(entries.getInt(at));
      int bytes = entries.getInt(at + 60);
      names.add(new String(entries.getCharArray(at + 104, bytes / Character.BYTES)));
      at += step;
    } while (step != 0);
    return names;
  }

  /** FILE_DISPOSITION_INFO: BOOLEAN DeleteFile. */
  static Memory deleteInfo() {
    Memory info = new Memory(1);
    info.setByte(0, (byte) 1);
    return info;
  }

  /** FILE_BASIC_INFO: four times (0 keeps them), DWORD FileAttributes, padded to 40 bytes. */
  static Memory attributesInfo(int attributes) {
    Memory info = new Memory(40);
    info.clear();
    info.setInt(32, attributes);
    return info;
  }
}
