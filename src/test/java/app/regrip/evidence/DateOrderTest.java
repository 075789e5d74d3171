package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that could have the day or the month first, and what else in the text tells which. */
class DateOrderTest {

  private static final String UPDATE = "Update (KB5099001)\n";
  private static final String OTHER = "Update (KB5099002)\nSuccessfully installed on %s\n";
  private static final String FAILED = UPDATE + "Failed to install on %s - 0x80070643\n";
  private static final String WORKED = UPDATE + "Successfully installed on %s\n";

  @ParameterizedTest
  @CsvSource({
    // By a day above twelve, elsewhere.
    "03/04/2026, 04/03/2026, 25/12/2025, WRONG",
    "03/04/2026, 04/03/2026, 12/25/2025, WELL",
    "3-4-2026, 4-3-2026, 25-12-2025, WRONG",
    "03/04/2026, 04/03/2026, 25-12-2025, WRONG",
    "\u200E3/\u200E4/\u200E2026, \u200E4/\u200E3/\u200E2026, \u200E12/\u200E25/\u200E2025, WELL",
    // By what the United States alone write.
    "3/4/2026 8:00 AM, 4/3/2026 8:00 PM, 2026-01-01, WELL",
    "3/4/2026 8:00 am, 4/3/2026 8:00 pm, 25/1/2026 8:00 am, WRONG",
    // By nothing at all.
    "03/04/2026, 04/03/2026, 2026-01-01, UNKNOWN",
    "3/4/2026 8:00 am, 4/3/2026 8:00 pm, 2026-01-01, UNKNOWN"
  })
  void whichCameLater(String failed, String worked, String elsewhere, Answer answer) {
    String text = FAILED.formatted(failed) + WORKED.formatted(worked) + OTHER.formatted(elsewhere);
    assertThat(Analysed.of(text).answer()).as(text).isEqualTo(answer);
  }

  @Test
  void timePassesOneWay() {
    String days =
        "Update (KB5099003)\nSuccessfully installed on 02/11/2025\n"
            + "Update (KB5099004)\nSuccessfully installed on 05/11/2025\n"
            + "Update (KB5099005)\nSuccessfully installed on 03/12/2025\n";
    String text = days + FAILED.formatted("05/12/2025") + WORKED.formatted("06/12/2025");
    assertThat(Analysed.of(text).findings())
        .filteredOn(finding -> finding.id().equals("healed"))
        .singleElement()
        .satisfies(healed -> assertThat(healed.last().toString()).contains("2025-12-05"));
  }

  @Test
  void theLanguageTells() {
    String text =
        UPDATE
            + "Échec de l’installation le 03/04/2026 - 0x80070643\n"
            + UPDATE
            + "Installé avec succès le 04/03/2026\n";
    assertThat(Analysed.of(text).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void eachStyleIsJudgedByItself() {
    String american = OTHER.formatted("12/25/2025 8:00 AM");
    String european = "Update (KB5099003)\nSuccessfully installed on 25/12/2025\n";
    String text =
        american + european + FAILED.formatted("03/04/2026") + WORKED.formatted("04/03/2026");
    assertThat(Analysed.of(text).answer()).isEqualTo(Answer.WRONG);
    String mixed = OTHER.formatted("12/25/2025") + european;
    assertThat(
            Analysed.of(mixed + FAILED.formatted("03/04/2026") + WORKED.formatted("04/03/2026"))
                .answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void whoNeverWorkedIsWrongWhateverTheOrder() {
    assertThat(Analysed.of(FAILED.formatted("03/04/2026")).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void theColumnsOfATableStayWhereTheyAre() {
    Analysis.Result result =
        Analysed.of(
            """
            HotFixID   InstalledOn         Description
            --------   -----------         -----------
            KB5099001  3/4/2026 0:00:00    Update
            KB5099002  25/3/2026 0:00:00   Update
            """);
    assertThat(result.files().get(0).events())
        .extracting(event -> event.time().orElseThrow().toString())
        .containsExactly("2026-04-03T00:00:00", "2026-03-25T00:00:00");
  }
}
