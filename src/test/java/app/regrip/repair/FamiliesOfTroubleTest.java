package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each family of errors is waited for, named, or mended, and no number falls between. */
class FamiliesOfTroubleTest {

  private static final HResult OWN_TIME_OUT = HResult.ofWin32(1460);

  private enum Answer {
    /** It is only in the way: {@link Obstacle}. */
    WAIT,
    /** No fix reaches it: {@link Elsewhere}. */
    NAME,
    MEND
  }

  @ParameterizedTest
  @EnumSource(value = Family.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCESS")
  void eachNumberHasTheAnswerOfItsFamily(Family family) {
    List<HResult> codes =
        ErrorCatalog.load().all().stream()
            .map(ErrorName::code)
            .filter(code -> code.isFailure() && Family.of(code) == family)
            .filter(code -> !code.equals(OWN_TIME_OUT))
            .toList();

    assertThat(codes).isNotEmpty();
    assertThat(codes)
        .allSatisfy(code -> assertThat(answer(code)).as(code.hex()).isEqualTo(expected(family)));
  }

  private static Answer answer(HResult code) {
    if (Obstacle.of(code).isPresent()) {
      return Answer.WAIT;
    }
    return Elsewhere.of(code, "").isPresent() ? Answer.NAME : Answer.MEND;
  }

  private static Answer expected(Family family) {
    return switch (family) {
      case NETWORK, SECURE_CONNECTION, SERVER, PAUSED, POLICY, RESTART_NEEDED, BUSY, INTERRUPTED ->
          Answer.WAIT;
      case DISK_FULL,
          FILE_IN_USE,
          DISK_FAULT,
          MEMORY,
          STORE_BEYOND_REPAIR,
          NOT_APPLICABLE,
          PREREQUISITE,
          INSTALLER_FAILED,
          RECOVERY_PARTITION,
          DRIVER,
          INCOMPATIBLE,
          SETUP,
          APP ->
          Answer.NAME;
      default -> Answer.MEND;
    };
  }
}
