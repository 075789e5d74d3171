package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.session.PcChoice;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.text.Message;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {

  private final Bench bench = new Bench();

  @Test
  void helpTeachesEverything() {
    assertThat(bench.run("--help")).isEqualTo(0);
    assertThat(bench.out())
        .contains(
            "status",
            "history",
            "explain",
            "fix",
            "watch",
            "diagnose",
            "report",
            "recover",
            "story")
        .contains("--simulate", "--fresh", "--speed", "--data", "--help", "--version", "--json")
        .contains("Examples:", "Exit codes:", "Scenarios of the pretend PC");
    for (Fix fix : Fix.values()) {
      FixText words = FixText.of(fix);
      assertThat(bench.out().replaceAll("\\s+", " "))
          .contains(" " + fix.commandName() + " " + words.title() + ", " + words.howLong())
          .contains(words.purpose().english());
    }
    for (NamedScenario scenario : Bench.SCENARIOS) {
      assertThat(bench.out()).contains(scenario.name(), scenario.description().english());
    }
    for (int exitCode = 0; exitCode <= 3; exitCode++) {
      assertThat(bench.out()).contains("  " + exitCode + "  ");
    }
  }

  @Test
  void helpIsForPeopleWithoutCharsetsToo() {
    bench.run("--help");

    assertThat(bench.out()).isASCII();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "history",
        "explain",
        "fix",
        "watch",
        "diagnose",
        "report",
        "recover",
        "story"
      })
  void everyCommandHasItsHelp(String command) {
    assertThat(bench.run(command, "--help")).isEqualTo(0);
    assertThat(bench.out()).contains("regrip " + command, "--simulate");
    assertThat(bench.opened.get()).isNull();
  }

  @Test
  void sayWhichVersion() {
    assertThat(bench.run("--version")).isEqualTo(0);
    assertThat(bench.out()).isEqualToIgnoringNewLines("Regrip 1.2.3");
  }

  @Test
  void optionsStandBeforeOrAfterTheCommand() {
    PcChoice wanted =
        new PcChoice(
            true,
            Optional.of("healthy"),
            true,
            Optional.of(Double.POSITIVE_INFINITY),
            Optional.of(Path.of("x")));

    bench.run("--simulate=healthy", "--fresh", "--speed=max", "--data", "x", "status");
    assertThat(bench.opened.get()).isEqualTo(wanted);
    bench.run("status", "--simulate=healthy", "--fresh", "--speed=MAX", "--data=x");
    assertThat(bench.opened.get()).isEqualTo(wanted);
  }

  @Test
  void withoutOptionsNothingIsChosen() {
    bench.run("status");

    assertThat(bench.opened.get())
        .isEqualTo(
            new PcChoice(false, Optional.empty(), false, Optional.empty(), Optional.empty()));
  }

  @Test
  void aScenarioIsTakenOnlyWhereItIsAttached() {
    assertThat(bench.run("history", "--simulate")).isEqualTo(0);
    assertThat(bench.opened.get().simulate()).isTrue();
    assertThat(bench.opened.get().scenario()).isEmpty();

    assertThat(bench.run("explain", "--simulate", "0x80070006")).isEqualTo(0);
    assertThat(bench.run("--simulate", "status")).isEqualTo(0);
  }

  @Test
  void anUnknownScenarioNamesTheNearOnes() {
    assertThat(bench.run("status", "--simulate=helthy")).isEqualTo(2);
    assertThat(bench.err())
        .contains("There is no scenario \"helthy\". Did you mean \"healthy\"?")
        .contains("handle-invalid, healthy");
    assertThat(bench.opened.get()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "0.5, 0.5", "max, Infinity"})
  void speeds(String text, double speed) {
    bench.run("status", "--speed", text);

    assertThat(bench.opened.get().speed()).contains(speed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "fast", "NaN", "Infinity", ""})
  void noSpeeds(String text) {
    assertThat(bench.run("status", "--speed=" + text)).isEqualTo(2);
    assertThat(bench.err()).contains("above 0, or max");
  }

  @ParameterizedTest
  @CsvSource({"statsu, status", "hystory, history", "--simulat, --simulate"})
  void aMistypedWordGetsAHint(String typed, String meant) {
    assertThat(bench.run(typed)).isEqualTo(2);
    assertThat(bench.err()).contains(typed, "Did you mean", meant, "--help");
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void aMissingWordIsNamed() {
    assertThat(bench.run("fix")).isEqualTo(2);
    assertThat(bench.err()).contains("NAME", "regrip fix --help");
  }

  @Test
  void aPcThatCannotBeOpenedIsUnknown() {
    bench.cannotOpen =
        Optional.of(new CannotOpenException(Message.asIs("The folder is full."), false));

    assertThat(bench.run("status", "--json")).isEqualTo(3);
    assertThat(bench.err()).contains("The folder is full.");
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void aMistypedFolderIsAMisuse() {
    bench.cannotOpen = Optional.of(new CannotOpenException(Message.asIs("That is a file."), true));

    assertThat(bench.run("status")).isEqualTo(2);
  }

  @Test
  void anythingUnexpectedIsUnknownAndNeverFine() {
    bench.session.cases = null;

    assertThat(bench.run("history")).isEqualTo(3);
    assertThat(bench.err()).contains("could not go on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status --language=de", "--language en status", "status --language=de-AT"})
  void theLanguageMayBeChosenAnywhere(String line) {
    assertThat(bench.run(line.split(" "))).isZero();
  }

  @Test
  void aLanguageThatNobodyHereSpeaks() {
    assertThat(bench.run("status", "--language=tlh")).isEqualTo(2);
    assertThat(bench.err()).contains("does not speak \"tlh\"", "de, en");
  }
}
