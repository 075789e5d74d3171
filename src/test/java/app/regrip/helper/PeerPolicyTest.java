package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.helper.PeerPolicy.Peer;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerPolicyTest {

  private static final String TRAY = "C:\\Program Files\\Regrip\\Regrip.exe";
  private static final Instant HELPER = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant BEFORE = HELPER.minusSeconds(3600);
  private static final String COMMAND_LINE = "C:\\Program Files\\Regrip\\regrip.com";
  private final PeerPolicy policy = new PeerPolicy(4711, 1, Set.of(TRAY, COMMAND_LINE), HELPER);

  @ParameterizedTest
  @ValueSource(strings = {TRAY, COMMAND_LINE, "c:\\program files\\regrip\\REGRIP.EXE"})
  void whoOfRegripStartedTheHelperMayWatchIt(String image) {
    assertThat(policy.refusal(new Peer(4711, 1, image, BEFORE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4712, 1, C:\\Program Files\\Regrip\\Regrip.exe",
    "0,    1, C:\\Program Files\\Regrip\\Regrip.exe",
    "4711, 2, C:\\Program Files\\Regrip\\Regrip.exe",
    "4711, 0, C:\\Program Files\\Regrip\\Regrip.exe",
    "4711, 1, C:\\Program Files\\Regrip\\RegripHelper.exe",
    "4711, 1, C:\\Program Files\\Regrip\\runtime\\bin\\java.exe",
    "4711, 1, C:\\Program Files\\Regrip\\..\\Regrip\\Regrip.exe",
    "4711, 1, C:\\Program Files\\Regrip Evil\\Regrip.exe",
    "4711, 1, C:\\Program Files\\Regrip\\Regrip.exe.exe",
    "4711, 1, C:\\Program Files\\Regrip\\Regrip.com.exe",
    "4711, 1, C:\\Users\\You\\regrip.com",
    "4711, 1, C:\\PROGRA~1\\Regrip\\Regrip.exe",
    "4711, 1, \\\\server\\C\\Program Files\\Regrip\\Regrip.exe",
    "4711, 1, C:\\Users\\You\\Regrip.exe",
    "4711, 1, ''",
  })
  void everybodyElseMayNot(long pid, int session, String image) {
    assertThat(policy.refusal(new Peer(pid, session, image, BEFORE))).isPresent();
  }

  @Test
  void aProcessThatIsYoungerThanTheHelperHasOnlyGotTheNumber() {
    assertThat(policy.refusal(new Peer(4711, 1, TRAY, HELPER))).isPresent();
    assertThat(policy.refusal(new Peer(4711, 1, TRAY, HELPER.plusSeconds(1)))).isPresent();
  }
}
