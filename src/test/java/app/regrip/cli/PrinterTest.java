package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.repair.Verdict;
import app.regrip.text.Translator;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateStatus;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrinterTest {

  private final Bench bench = new Bench();

  @Test
  void plainOutputHoldsNoControlCharacters() {
    bench.session.status = Bench.FAILING;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    bench.run("story");

    assertThat(bench.out()).doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F]");
  }

  @Test
  void plainOutputTellsEveryTenth() {
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    bench.run("fix", "dism", "--yes");

    assertThat(bench.out())
        .contains("10 % of \"Repair the store\"", "50 % of", "100 % of")
        .doesNotContain("12 %", "0 % of \"Look");
  }

  @Test
  void aLiveScreenDrawsOneLineAgain() {
    bench.live = true;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    bench.run("fix", "dism", "--yes");

    assertThat(bench.out())
        .contains("\r  → Repair the store")
        .contains("██████████░░░░░░░░░░  50.0 %", "fetching files")
        .doesNotContain("\033");
    String[] drawn = bench.out().split("[\r\n]");
    assertThat(drawn).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
  }

  @Test
  void coloursOnlyWhereTheyAreWanted() {
    bench.colours = true;
    bench.session.status = Bench.FAILING;

    bench.run("status");

    assertThat(bench.out()).contains("\033[31m");
  }

  @Test
  void asciiWhereTheCharsetHasNoMore() {
    bench.charset = StandardCharsets.US_ASCII;
    bench.live = true;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    bench.run("fix", "dism", "--yes");

    assertThat(bench.out())
        .isASCII()
        .contains("##########..........  50.0 %", "+ Look at the store");
  }

  @Test
  void germanTooIsReadableInAscii() {
    bench.charset = StandardCharsets.US_ASCII;
    bench.translator = new Translator(Locale.GERMANY, ZoneOffset.UTC);

    bench.run("fix", "rest");
    assertThat(bench.err()).isASCII().contains("Die Massnahme \"rest\" gibt es nicht.");

    bench.run("--help");
    assertThat(bench.out()).isASCII().contains("\"regrip --help\" nennt").doesNotContain("?:");
  }

  @Test
  void aTitleFromThePcCannotMoveTheCursor() {
    bench.session.status =
        new UpdateStatus.Failing(
            UpdateEvent.Operation.INSTALL,
            HResult.INVALID_HANDLE,
            "evil\033[2J\u009b1A\rtitle\u202eback\nnext",
            FakeSession.NOW,
            FakeSession.NOW,
            1);

    bench.run("status");

    assertThat(bench.out()).contains("evil?[2J?1Atitle?back next").doesNotContain("\033", "\r");
  }

  @Test
  void aMistypedWordCannotEither() {
    bench.run("fix", "a\033[31mb", "-y");

    assertThat(bench.err()).contains("a?[31mb").doesNotContain("\033");
  }
}
