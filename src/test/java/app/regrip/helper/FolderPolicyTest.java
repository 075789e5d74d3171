package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.helper.FolderPolicy.Access;
import app.regrip.helper.FolderPolicy.Effect;
import app.regrip.helper.FolderPolicy.Part;
import app.regrip.helper.FolderPolicy.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderPolicyTest {

  private static final FolderPolicy POLICY = FolderPolicy.ofWindows();
  private static final String USERS = "S-1-5-32-545";
  private static final String AUTHENTICATED = "S-1-5-11";
  private static final String CREATOR = "S-1-3-0";
  private static final String SOMEBODY = "S-1-5-21-1-2-3-1001";
  private static final int READ = 0x1200a9;
  private static final int MODIFY = 0x1301bf;
  private static final int FULL = 0x1f01ff;

  private static final Place DRIVE =
      place(
          "C:\\",
          Part.ABOVE,
          FolderPolicy.TRUSTED_INSTALLER,
          allows(FolderPolicy.ADMINISTRATORS, FULL),
          allows(AUTHENTICATED, 0x4), // everybody may create folders on drive C
          new Access(Effect.ALLOWS, AUTHENTICATED, 0xe0010000, true),
          allows(USERS, READ));
  private static final Place PROGRAM_FILES =
      place(
          "C:\\Program Files",
          Part.ABOVE,
          FolderPolicy.TRUSTED_INSTALLER,
          allows(FolderPolicy.TRUSTED_INSTALLER, FULL),
          allows(FolderPolicy.SYSTEM, MODIFY),
          allows(FolderPolicy.ADMINISTRATORS, MODIFY),
          allows(USERS, READ),
          new Access(Effect.ALLOWS, CREATOR, 0x10000000, true),
          allows("S-1-15-2-1", READ));

  @Test
  void aFolderInProgramFilesAsWindowsMakesItIsTrusted() {
    assertThat(refusal(program(FolderPolicy.ADMINISTRATORS, allows(USERS, READ)))).isEmpty();
    assertThat(refusal(program(FolderPolicy.SYSTEM, allows("S-1-3-4", FULL)))).isEmpty();
    assertThat(refusal(program(FolderPolicy.SYSTEM, new Access(Effect.ALLOWS, USERS, FULL, true))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x2",
    "0x4",
    "0x10",
    "0x40",
    "0x100",
    "0x10000",
    "0x40000",
    "0x80000",
    "0x2000000",
    "0x10000000",
    "0x40000000",
    "0x1301bf",
    "0x1f01ff"
  })
  void anyRightToChangeTheProgramIsTooMuch(String rights) {
    for (String who : List.of(USERS, AUTHENTICATED, FolderPolicy.EVERYONE, CREATOR, SOMEBODY)) {
      assertThat(refusal(program(FolderPolicy.SYSTEM, allows(who, Long.decode(rights).intValue()))))
          .hasValueSatisfying(why -> assertThat(why).contains("Regrip", who));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x40", "0x10000", "0x40000", "0x80000", "0x2000000", "0x10000000"})
  void whoeverCanReplaceAFolderAboveCanReplaceTheProgram(String rights) {
    Place above =
        place("C:\\Tools", Part.ABOVE, FolderPolicy.SYSTEM, allows(USERS, Integer.decode(rights)));

    assertThat(POLICY.refusal(List.of(DRIVE, above, program(FolderPolicy.SYSTEM)))).isPresent();
  }

  @Test
  void anotherOwnerCouldChangeTheAccessListAtAnyTime() {
    assertThat(refusal(program(SOMEBODY))).isPresent();
    Place above = place("C:\\Tools", Part.ABOVE, SOMEBODY);
    assertThat(POLICY.refusal(List.of(above, program(FolderPolicy.SYSTEM)))).isPresent();
  }

  @Test
  void aLinkIsRefusedWhereverItIs() {
    Place link = new Place("C:\\Link", Part.ABOVE, true, FolderPolicy.SYSTEM, List.of());
    assertThat(POLICY.refusal(List.of(link, program(FolderPolicy.SYSTEM)))).isPresent();
    Place inside =
        new Place("C:\\P\\app", Part.OF_THE_PROGRAM, true, FolderPolicy.SYSTEM, List.of());
    assertThat(refusal(inside)).isPresent();
  }

  @Test
  void aDenialDoesNotMakeUpForWhatIsAllowed() {
    assertThat(
            refusal(
                program(
                    FolderPolicy.SYSTEM,
                    new Access(Effect.DENIES, USERS, FULL, false),
                    allows(USERS, MODIFY))))
        .isPresent();
    assertThat(refusal(program(FolderPolicy.SYSTEM, new Access(Effect.DENIES, USERS, FULL, false))))
        .isEmpty();
  }

  @Test
  void anEntryOfAnUnknownKindIsTakenForTheWorst() {
    assertThat(refusal(program(FolderPolicy.SYSTEM, new Access(Effect.UNKNOWN, "?", 0, false))))
        .isPresent();
  }

  @Test
  void oneWeakFileAmongManyIsEnough() {
    List<Place> places = new ArrayList<>(List.of(DRIVE, PROGRAM_FILES));
    for (int i = 0; i < 300; i++) {
      places.add(program(FolderPolicy.SYSTEM, allows(USERS, READ)));
    }
    assertThat(POLICY.refusal(places)).isEmpty();
    places.add(
        place("C:\\weak.jar", Part.OF_THE_PROGRAM, FolderPolicy.SYSTEM, allows(USERS, MODIFY)));
    assertThat(POLICY.refusal(places))
        .hasValueSatisfying(why -> assertThat(why).contains("weak.jar"));
  }

  @Test
  void nothingToLookAtIsNothingToTrust() {
    assertThat(POLICY.refusal(List.of())).isPresent();
    assertThat(POLICY.refusal(List.of(DRIVE))).isPresent();
  }

  private static Optional<String> refusal(Place program) {
    return POLICY.refusal(List.of(DRIVE, PROGRAM_FILES, program));
  }

  private static Place program(String owner, Access... access) {
    return place("C:\\Program Files\\Regrip", Part.OF_THE_PROGRAM, owner, access);
  }

  private static Place place(String path, Part part, String owner, Access... access) {
    return new Place(path, part, false, owner, List.of(access));
  }

  private static Access allows(String sid, int rights) {
    return new Access(Effect.ALLOWS, sid, rights, false);
  }
}
