package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks for a repair of a PC whose updates work is told so first. */
class UpdatesWorkTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"healthy, true", "handle-invalid, false", "own-process, false"})
  void isSaidWhereTheLastCheckSucceeded(String scenario, boolean works) throws Exception {
    SimulatedPc pc =
        SimulatedPc.open(
            folder, Scenario.named(scenario).orElseThrow(), new Speed(1e9), Clock.systemUTC());
    pc.runDueCheck();
    assertThat(new Diagnosis(Clock.systemUTC()).look(pc))
        .extracting(Finding::id)
        .filteredOn("updates-work"::equals)
        .hasSize(works ? 1 : 0);
  }
}
