package app.regrip.windows.elevation;

import app.regrip.helper.FolderPolicy;
import app.regrip.helper.FolderPolicy.Access;
import app.regrip.helper.FolderPolicy.Effect;
import app.regrip.helper.FolderPolicy.Part;
import app.regrip.helper.FolderPolicy.Place;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads who can change a program's folder, for {@link FolderPolicy} to judge. */
final class InstallFolder {

  private static final int SE_FILE_OBJECT = 1;

  // winnt.h: an access list is a header of 8 bytes, its count of entries at 4; an entry is its type
  // (1 byte), its flags (1), its size (2), and for the plain types the rights (4) and the SID.
  private static final int ACE_COUNT = 4;
  private static final int ACE_TYPE = 0;
  private static final int ACE_FLAGS = 1;
  private static final int ACE_MASK = 4;
  private static final int ACE_SID = 8;
  private static final int ACCESS_ALLOWED_ACE_TYPE = 0;
  private static final int ACCESS_DENIED_ACE_TYPE = 1;
  private static final int ACCESS_ALLOWED_CALLBACK_ACE_TYPE = 9;
  private static final int ACCESS_DENIED_CALLBACK_ACE_TYPE = 10;
  private static final int INHERIT_ONLY_ACE = 0x8;

  private InstallFolder() {}

  /**
   * The folder with all that is in it, and the folders above up to the root of the drive.
   *
   * @param folder a final path
   */
  static List<Place> places(String folder) throws PcException, IOException {
    List<Place> places = new ArrayList<>();
    Path root = Path.of(folder);
    for (Path above = root.getParent(); above != null; above = above.getParent()) {
      places.add(place(above, Part.ABOVE));
    }
    try (Stream<Path> inside = Files.walk(root)) {
      for (Path path : (Iterable<Path>) inside::iterator) {
        places.add(place(path, Part.OF_THE_PROGRAM));
      }
    }
    return places;
  }

  static Place place(Path path, Part part) throws PcException {
    int attributes = Kernel32.INSTANCE.GetFileAttributes(path.toString());
    Win32.check(attributes != -1, Message.of("windows.elevation.look-at", path.toString()));
    PointerByReference owner = new PointerByReference();
    PointerByReference dacl = new PointerByReference();
    PointerByReference descriptor = new PointerByReference();
    int error =
        Advapi32.INSTANCE.GetNamedSecurityInfo(
            path.toString(),
            SE_FILE_OBJECT,
            WinNT.OWNER_SECURITY_INFORMATION | WinNT.DACL_SECURITY_INFORMATION,
            owner,
            null,
            dacl,
            null,
            descriptor);
    if (error != 0) {
      throw Win32.failure(Message.of("windows.elevation.who-can-change", path.toString()), error);
    }
    try {
      return new Place(
          path.toString(),
          part,
          (attributes & WinNT.FILE_ATTRIBUTE_REPARSE_POINT) != 0,
          sid(owner.getValue()),
          access(dacl.getValue()));
    } finally {
      Kernel32.INSTANCE.LocalFree(descriptor.getValue());
    }
  }

  private static List<Access> access(Pointer dacl) throws PcException {
    if (dacl == null) {
      return List.of(new Access(Effect.ALLOWS, FolderPolicy.EVERYONE, WinNT.GENERIC_ALL, false));
    }
    List<Access> entries = new ArrayList<>();
    int count = Short.toUnsignedInt(dacl.getShort(ACE_COUNT));
    for (int i = 0; i < count; i++) {
      PointerByReference ace = new PointerByReference();
      Win32.check(
          Advapi32Security.INSTANCE.GetAce(dacl, i, ace),
          Message.of("windows.elevation.access-list"));
      entries.add(entry(ace.getValue()));
    }
    return entries;
  }

  private static Access entry(Pointer ace) throws PcException {
    int type = Byte.toUnsignedInt(ace.getByte(ACE_TYPE));
    boolean inheritOnly = (ace.getByte(ACE_FLAGS) & INHERIT_ONLY_ACE) != 0;
    return switch (type) {
      case ACCESS_ALLOWED_ACE_TYPE, ACCESS_ALLOWED_CALLBACK_ACE_TYPE ->
          new Access(Effect.ALLOWS, sid(ace.share(ACE_SID)), ace.getInt(ACE_MASK), inheritOnly);
      case ACCESS_DENIED_ACE_TYPE, ACCESS_DENIED_CALLBACK_ACE_TYPE ->
          new Access(Effect.DENIES, sid(ace.share(ACE_SID)), ace.getInt(ACE_MASK), inheritOnly);
      default ->
          new Access(Effect.UNKNOWN, "an entry of kind " + type, ace.getInt(ACE_MASK), inheritOnly);
    };
  }

  private static String sid(Pointer sid) throws PcException {
    PointerByReference text = new PointerByReference();
    Win32.check(
        sid != null && Advapi32Security.INSTANCE.ConvertSidToStringSid(sid, text),
        Message.of("windows.elevation.account"));
    try {
      return text.getValue().getWideString(0);
    } finally {
      Kernel32.INSTANCE.LocalFree(text.getValue());
    }
  }
}
