package app.regrip.windows.wua;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationResultTest {

  private static final HResult NOT_SIGNED = new HResult(0x800B0109);
  private static final HResult INSTALL_FAILED = new HResult(0x80240034);
  private static final HResult NEEDS_RESTART = new HResult(0x80242014);

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void isOpenUntilItIsOver(int resultCode) {
    assertThat(OperationResult.of(resultCode, NEEDS_RESTART, HResult.OK)).isEmpty();
  }

  @Test
  void aSuccessIsOne() {
    assertThat(OperationResult.of(2, new HResult(0x00240005), HResult.OK)).contains(HResult.OK);
    assertThat(OperationResult.of(3, HResult.OK, HResult.OK)).contains(HResult.OK);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void aFailureIsTheNumberThatWindowsShows(int resultCode) {
    assertThat(OperationResult.of(resultCode, INSTALL_FAILED, NOT_SIGNED)).contains(INSTALL_FAILED);
    assertThat(OperationResult.of(resultCode, HResult.OK, NOT_SIGNED)).contains(NOT_SIGNED);
  }

  @Test
  void theInvalidHandleIsSeenBehindWhatWindowsShows() {
    assertThat(OperationResult.of(4, INSTALL_FAILED, HResult.INVALID_HANDLE))
        .contains(HResult.INVALID_HANDLE);
  }

  @Test
  void aFailureWithoutANumberIsStillOne() {
    assertThat(OperationResult.of(4, HResult.OK, HResult.OK)).contains(OperationResult.UNEXPECTED);
    assertThat(OperationResult.of(5, HResult.OK, HResult.OK)).contains(OperationResult.CANCELLED);
    assertThat(OperationResult.of(99, HResult.OK, HResult.OK)).contains(OperationResult.UNEXPECTED);
  }
}
