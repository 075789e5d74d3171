package app.regrip.helper;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether only administrators can change a program: every file of it, every folder it is in, up to
 * the root of the drive. Refusals never weigh against permissions: an entry that denies something
 * is no reason to trust one that allows it.
 *
 * @param trusted SIDs of those who may change it
 */
public record FolderPolicy(Set<String> trusted) {

  public static final String SYSTEM = "S-1-5-18";
  public static final String ADMINISTRATORS = "S-1-5-32-544";
  public static final String TRUSTED_INSTALLER =
      "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464";
  public static final String EVERYONE = "S-1-1-0";

  /** Stands for whoever owns the object, and the owner is checked by itself. */
  private static final String OWNER_RIGHTS = "S-1-3-4";

  // winnt.h; for a folder 0x2 and 0x4 mean to create files and folders in it.
  private static final int WRITE_DATA = 0x2;
  private static final int APPEND_DATA = 0x4;
  private static final int WRITE_EXTENDED_ATTRIBUTES = 0x10;
  private static final int DELETE_CHILD = 0x40;
  private static final int WRITE_ATTRIBUTES = 0x100;
  private static final int DELETE = 0x10000;
  private static final int WRITE_DAC = 0x40000;
  private static final int WRITE_OWNER = 0x80000;
  private static final int MAXIMUM_ALLOWED = 0x2000000;
  private static final int GENERIC_ALL = 0x10000000;
  private static final int GENERIC_WRITE = 0x40000000;

  /** Whoever has one of these can put another folder in the place of one that is inside. */
  private static final int REPLACES =
      DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER | MAXIMUM_ALLOWED | GENERIC_ALL;

  private static final int CHANGES =
      REPLACES
          | WRITE_DATA
          | APPEND_DATA
          | WRITE_EXTENDED_ATTRIBUTES
          | WRITE_ATTRIBUTES
          | GENERIC_WRITE;

  /** What an entry of an access list does. */
  public enum Effect {
    ALLOWS,
    DENIES,
    /** Of a kind this version does not know; judged as if it allowed everything. */
    UNKNOWN
  }

  /**
   * One entry of an access list.
   *
   * @param sid whom it is about, as {@code S-1-…}
   * @param rights an access mask of winnt.h
   * @param inheritOnly it counts for what is created inside and not for the object itself
   */
  public record Access(Effect effect, String sid, int rights, boolean inheritOnly) {}

  /** Where a {@link Place} is. */
  public enum Part {
    /** A folder above the program's own. */
    ABOVE,
    /** The program's folder, or something in it. */
    OF_THE_PROGRAM
  }

  /**
   * One folder or file. An object without an access list is one that allows everybody everything.
   *
   * @param owner a SID
   */
  public record Place(
      String path, Part part, boolean reparsePoint, String owner, List<Access> access) {
    public Place {
      access = List.copyOf(access);
    }
  }

  public FolderPolicy {
    trusted = Set.copyOf(trusted);
  }

  /** The accounts that have every right on a PC anyway. */
  public static FolderPolicy ofWindows() {
    return new FolderPolicy(Set.of(SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER));
  }

  /** Why this is not a place for an elevated program; empty where it is one. */
  public Optional<String> refusal(List<Place> places) {
    if (places.stream().noneMatch(place -> place.part() == Part.OF_THE_PROGRAM)) {
      return Optional.of("There is no program to look at.");
    }
    return places.stream().map(this::refusal).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> refusal(Place place) {
    if (place.reparsePoint()) {
      return Optional.of(place.path() + " is a link to somewhere else.");
    }
    if (!trusted.contains(place.owner())) {
      return Optional.of(place.path() + " belongs to " + place.owner() + ".");
    }
    int harmful = place.part() == Part.ABOVE ? REPLACES : CHANGES;
    return place.access().stream()
        .filter(access -> harms(access, harmful))
        .findFirst()
        .map(access -> place.path() + " can be changed by " + access.sid() + ".");
  }

  private boolean harms(Access access, int harmful) {
    return access.effect() != Effect.DENIES
        && !access.inheritOnly()
        && !trusted.contains(access.sid())
        && !access.sid().equals(OWNER_RIGHTS)
        && (access.effect() == Effect.UNKNOWN || (access.rights() & harmful) != 0);
  }
}
