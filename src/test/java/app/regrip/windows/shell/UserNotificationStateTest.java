package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNotificationStateTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6})
  void fullScreenPresentationAbsenceAndTheFirstHourAreQuiet(int state) {
    assertThat(UserNotificationState.words(state)).isPresent();
  }

  /** 5 accepts notifications, 7 is a Store app in front, the others nobody knows. */
  @ParameterizedTest
  @ValueSource(ints = {0, 5, 7, 8})
  void allElseIsNot(int state) {
    assertThat(UserNotificationState.words(state)).isEmpty();
  }

  @Test
  @Tag("windows")
  void windowsSaysThatAnEmptyDesktopIsNotQuiet() {
    assertThat(new UserNotificationState().isNow()).isFalse();
  }
}
