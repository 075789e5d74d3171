package app.regrip.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.StartType;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions to the ports, asked of a pretend PC, whose answers are known. */
class PcQuestionsTest {

  private static final Map<String, StartType> USUAL = Map.of("BITS", StartType.MANUAL);

  @TempDir Path folder;

  @Test
  void aHealthyPcIsAsBelieved() throws Exception {
    PcQuestions questions = on("healthy");

    assertThat(questions.plain().get("U18").ask()).isInstanceOf(Answer.Held.class);
    assertThat(questions.plain().get("U19").ask()).isInstanceOf(Answer.Held.class);
    assertThat(questions.elevated().get("U12").ask())
        .isInstanceOf(Answer.Held.class)
        .extracting(Answer::seen)
        .hasToString("it spoke English, exit code 0");
    assertThat(questions.elevated().get("S07").ask()).isInstanceOf(Answer.Held.class);
  }

  @Test
  void anotherStartTypeIsNamed() throws Exception {
    assertThat(on("bits-disabled").plain().get("U18").ask())
        .isInstanceOf(Answer.DidNotHold.class)
        .extracting(Answer::seen)
        .hasToString("BITS is disabled and not manual");
  }

  @Test
  void whatIsNotThereToBeSeenIsNotTakenForProven() throws Exception {
    assertThat(on("healthy").plain().get("U15").ask()).isInstanceOf(Answer.CouldNotAsk.class);
  }

  @Test
  void theyChangeNothing() throws Exception {
    PcQuestions questions = on("bits-disabled");
    for (Question question : questions.plain().values()) {
      question.ask();
    }
    for (Question question : questions.elevated().values()) {
      question.ask();
    }

    assertThat(questions.plain().get("U18").ask())
        .isInstanceOf(Answer.DidNotHold.class)
        .extracting(Answer::seen)
        .hasToString("BITS is disabled and not manual");
  }

  private PcQuestions on(String scenario) throws IOException {
    return new PcQuestions(
        SimulatedPc.open(
            folder, Scenario.named(scenario).orElseThrow(), new Speed(1000), Clock.systemUTC()),
        USUAL);
  }
}
