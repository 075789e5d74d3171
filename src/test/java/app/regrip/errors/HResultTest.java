package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HResultTest {

  @Test
  void wrapsAWin32Number() {
    assertThat(HResult.ofWin32(6)).isEqualTo(HResult.INVALID_HANDLE);
    assertThat(HResult.ofWin32(3017)).isEqualTo(new HResult(0x80070BC9));
  }

  @Test
  void isWrittenInDecimalWithAndWithoutASign() {
    assertThat(HResult.INVALID_HANDLE.decimals()).isEqualTo("-2147024890, 2147942406");
    assertThat(new HResult(3017).decimals()).isEqualTo("3017");
  }

  @Test
  void leavesZeroAndWhatIsAnHresultAlready() {
    assertThat(HResult.ofWin32(0)).isEqualTo(HResult.OK);
    assertThat(HResult.ofWin32(-2146498529)).isEqualTo(new HResult(0x800F081F));
    assertThat(HResult.ofWin32(-2147024890)).isEqualTo(HResult.INVALID_HANDLE);
  }

  @Test
  void takesTheNumberApart() {
    HResult disabled = new HResult(0x80070422);
    assertThat(disabled.isFailure()).isTrue();
    assertThat(disabled.isWin32()).isTrue();
    assertThat(disabled.facility()).isEqualTo(7);
    assertThat(disabled.code()).isEqualTo(1058);
    assertThat(new HResult(0x8024001E).facility()).isEqualTo(0x24);
    assertThat(new HResult(0x8024001E).isWin32()).isFalse();
    assertThat(new HResult(0x00240005).isFailure()).isFalse();
    assertThat(new HResult(0x00070006).isWin32()).isFalse();
  }

  @Test
  void isWrittenAsEightDigits() {
    assertThat(HResult.INVALID_HANDLE).hasToString("0x80070006");
    assertThat(HResult.OK.hex()).isEqualTo("0x00000000");
    assertThat(new HResult(0x800f081f).hex()).isEqualTo("0x800F081F");
  }

  @Test
  void sortsFailuresAfterSuccesses() {
    assertThat(
            List.of(new HResult(0xC1900101), HResult.INVALID_HANDLE, HResult.OK).stream().sorted())
        .containsExactly(HResult.OK, HResult.INVALID_HANDLE, new HResult(0xC1900101));
  }
}
