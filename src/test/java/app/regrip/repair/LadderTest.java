package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

  @ParameterizedTest
  @CsvSource({
    "SEARCH, 80070006, RESET BITS DISM SFC",
    "DOWNLOAD, 80070006, BITS DOWNLOADS RESET DISM SFC",
    "INSTALL, 80070006, DISM SFC DOWNLOADS RESET",
    // The component store is named, whatever failed on it.
    "DOWNLOAD, 80073712, DISM SFC DOWNLOADS RESET",
    "INSTALL, 800F0991, DISM SFC DOWNLOADS RESET",
    // BITS is named.
    "INSTALL, 80200014, BITS DOWNLOADS RESET DISM SFC",
    // The data store is named.
    "INSTALL, 80248007, RESET BITS DISM SFC"
  })
  void beginsWithWhatFitsThePhaseAndTheCode(Operation operation, String code, String fixes) {
    Failure failed =
        new Failure(operation, new HResult(HexFormat.fromHexDigits(code)), Optional.empty());

    assertThat(fixes(Ladder.rungs(List.of(), Optional.of(failed)))).isEqualTo(fixes);
  }

  @Test
  void whereNothingIsKnownTheGentlestComesFirst() {
    assertThat(fixes(Ladder.rungs(List.of(), Optional.empty()))).isEqualTo("BITS RESET DISM SFC");
  }

  @Test
  void whatTheDiagnosisFoundGoesBeforeThePhase() {
    Finding own = finding(Severity.CAUSE, Fix.SHARE_PROCESS);
    Finding handle = finding(Severity.WARNING, Fix.BITS);
    Finding past = finding(Severity.INFO, Fix.DISM);
    Optional<Failure> failed = Optional.of(Failure.ofSearch(HResult.INVALID_HANDLE));

    List<Ladder.Rung> rungs = Ladder.rungs(List.of(past, handle, own), failed);

    assertThat(fixes(rungs)).isEqualTo("SHARE_PROCESS BITS RESET DISM SFC");
    assertThat(rungs.get(0).why()).isEqualTo(own.text());
    assertThat(rungs.get(1).why()).isEqualTo(handle.text());
    assertThat(rungs.get(2).why().english()).contains("fix before it");
    assertThat(Ladder.knowsACause(List.of(own))).isTrue();
    assertThat(Ladder.knowsACause(List.of(handle, past))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"SEARCH, Checking", "DOWNLOAD, Downloading", "INSTALL, Installing"})
  void saysWhyTheFirstIsFirst(Operation operation, String word) {
    Failure failed = new Failure(operation, HResult.INVALID_HANDLE, Optional.empty());

    assertThat(Ladder.rungs(List.of(), Optional.of(failed)).get(0).why().english()).contains(word);
  }

  private static Finding finding(Severity severity, Fix fix) {
    return new Finding(
        "id",
        severity,
        Message.asIs("What " + fix + " is for."),
        Message.asIs("seen"),
        Optional.of(fix));
  }

  private static String fixes(List<Ladder.Rung> rungs) {
    return rungs.stream().map(r -> r.fix().name()).collect(Collectors.joining(" "));
  }
}
