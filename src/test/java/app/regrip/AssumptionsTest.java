package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.selftest.Assumption;
import app.regrip.selftest.Assumptions;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.text.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not verified on Windows stands in two places, and neither may have one too many. */
class AssumptionsTest {

  private static final Path PAGES = Path.of("src", "site", "markdown");
  private static final Pattern ITEM =
      Pattern.compile("- \\*\\*([US]\\d\\d) ([a-z0-9]+(?:-[a-z0-9]+)*)\\*\\* (.+)");

  @Test
  void thePagesAndTheCommandHaveTheSame() throws IOException {
    List<String> written = new ArrayList<>();
    written.addAll(items("architecture.md", "## Unverified on Windows"));
    written.addAll(items("security-model.md", "## Open questions"));

    assertThat(written).hasSameSizeAs(Assumptions.ALL);
    for (int i = 0; i < written.size(); i++) {
      assertThat(written.get(i)).startsWith(line(Assumptions.ALL.get(i)));
    }
  }

  @Test
  void everyAssumptionHasItsQuestionAndEveryQuestionItsAssumption(@TempDir Path folder)
      throws IOException {
    SimulatedPc pc =
        SimulatedPc.open(
            folder, Scenario.named("healthy").orElseThrow(), new Speed(1000), Clock.systemUTC());

    assertThat(PcSelfTest.asked(pc, folder))
        .containsExactlyInAnyOrderElementsOf(Assumptions.ALL.stream().map(Assumption::id).toList());
  }

  @Test
  void eachIsSaidInGermanToo() {
    Translator german = new Translator(Locale.GERMAN, ZoneOffset.UTC);

    assertThat(Assumptions.ALL)
        .extracting(Assumption::statement)
        .allSatisfy(
            statement ->
                assertThat(german.say(statement))
                    .isNotEqualTo(statement.english())
                    .doesNotContain(statement.key()));
  }

  @Test
  void anIdStandsForOneAssumption() {
    assertThat(Assumptions.ALL).extracting(Assumption::id).doesNotHaveDuplicates();
    assertThat(Assumptions.ALL).extracting(Assumption::name).doesNotHaveDuplicates();
  }

  private static String line(Assumption assumption) {
    return assumption.id() + " " + assumption.name() + ": " + assumption.statement().english();
  }

  /** Every line of the list: one that is not of the form would be lost to the command. */
  private static List<String> items(String page, String heading) throws IOException {
    String text = Files.readString(PAGES.resolve(page));
    assertThat(text).contains(heading + "\n");
    String section = text.substring(text.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
    List<String> items = new ArrayList<>();
    for (String line : section.lines().filter(l -> l.startsWith("- ")).toList()) {
      Matcher item = ITEM.matcher(line);
      assertThat(item.matches()).as("- **ID name** statement: %s", line).isTrue();
      items.add(item.group(1) + " " + item.group(2) + ": " + item.group(3).replace("`", ""));
    }
    return items;
  }
}
