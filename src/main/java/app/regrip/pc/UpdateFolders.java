package app.regrip.pc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The update folders and the copies Regrip has set aside beside them. Renames happen in place, by
 * handle, and refuse a folder that is a reparse point (Win32 4395) or has something open in it (5
 * or 32).
 */
public interface UpdateFolders {

  boolean exists(Name name) throws PcException;

  /** How big it is, by walking it; nothing where it does not exist. Links are not followed. */
  Size size(Name name) throws PcException;

  /**
   * Renames one to the other; fails with Win32 183 where the target exists and 2 where the source
   * does not.
   */
  void rename(Name from, Name to) throws PcException;

  /**
   * The programs and services that have something open in it, by the names people know; empty where
   * there is none or Windows names none. Takes a second.
   */
  List<String> holders(Name name) throws PcException;

  /** Deletes a set-aside copy for good; a live folder is refused with Win32 87. */
  void purge(Name setAside) throws PcException;

  /** Every set-aside copy there is, whoever made it. */
  List<Name> setAside() throws PcException;

  /**
   * @param whole whether all of it could be seen; else it holds at least this much
   */
  record Size(long bytes, boolean whole) {
    public Size plus(Size other) {
      return new Size(bytes + other.bytes, whole && other.whole);
    }
  }

  /**
   * A folder by its name: the live one, or a copy set aside under a tag.
   *
   * @param tag empty for the live folder, else letters, digits and hyphens; the copy is called
   *     {@code DataStore.regrip-<tag>}
   */
  record Name(UpdateFolder folder, Optional<String> tag) {
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public Name {
      if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
        throw new IllegalArgumentException("not a tag for a folder set aside: " + tag.get());
      }
    }

    public static Name live(UpdateFolder folder) {
      return new Name(folder, Optional.empty());
    }

    public static Name aside(UpdateFolder folder, String tag) {
      return new Name(folder, Optional.of(tag));
    }

    /** The last part of its path. */
    public String fileName() {
      return folder.folderName() + tag.map(t -> ".regrip-" + t).orElse("");
    }
  }
}
