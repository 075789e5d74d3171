package app.regrip.update;

import static app.regrip.update.Events.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus.Failing;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertChoiceTest {

  private static final ErrorCatalog CATALOG = ErrorCatalog.load();

  @ParameterizedTest
  @CsvSource({
    "80070006, HANDLE REPAIRABLE EVERY",
    "80073712, REPAIRABLE EVERY",
    "80240022, EVERY",
    "80072EE2, EVERY",
    "8024500C, EVERY",
    "DEADBEEF, EVERY"
  })
  void eachChoiceHasItsFailures(String hex, String wantedBy) {
    Failing failing =
        new Failing(
            Operation.INSTALL,
            new HResult(Integer.parseUnsignedInt(hex, 16)),
            "",
            minutes(1),
            minutes(1),
            1);
    Set<String> choices = Set.of(wantedBy.split(" "));
    for (AlertChoice choice : AlertChoice.values()) {
      assertThat(choice.wants(failing, CATALOG))
          .as(choice.name())
          .isEqualTo(choices.contains(choice.name()));
    }
  }
}
