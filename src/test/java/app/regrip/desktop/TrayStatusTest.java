package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Fix;
import app.regrip.repair.RepairEvent.RungStarted;
import app.regrip.repair.RepairEvent.StepProgressed;
import app.regrip.repair.RepairEvent.StepStarted;
import app.regrip.repair.Verdict;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.text.Verbatim;
import app.regrip.update.Alert;
import app.regrip.update.UpdateStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrayStatusTest {

  @Test
  void showsHowUpdatesAre() {
    assertThat(of(Scenes.at(Scenes.failing())).icon()).isEqualTo(StatusIcon.FAILING);
    assertThat(of(Scenes.at(Scenes.working())).icon()).isEqualTo(StatusIcon.OK);
    assertThat(of(Scenes.proven()).icon()).isEqualTo(StatusIcon.OK);
  }

  @Test
  void whatIsNotKnownIsNeverFine() {
    assertThat(of(Scenes.at(Scenes.unknown())).icon()).isEqualTo(StatusIcon.UNKNOWN);
  }

  @Test
  void followsARepairStepByStep() {
    TrayStatus glance = of(Scenes.with(Scenes.atDism()));
    assertThat(glance.icon()).isEqualTo(StatusIcon.REPAIRING);
    assertThat(glance.line()).isEqualTo("Repairing: fix 2, DISM, step 3 of 3, 62 %");
    assertThat(of(Scenes.with(Scenes.atDism().cancelling())).line())
        .isEqualTo("Stopping the repair: fix 2, DISM, step 3 of 3, 62 %");
  }

  @Test
  void aRepairThatHasNotSaidAnythingIsStarting() {
    RepairProgress fresh = RepairProgress.starting("run-1", Fix.ALL, Scenes.NOW);
    assertThat(of(Scenes.with(fresh)).line()).isEqualTo("Repairing: starting");
  }

  @Test
  void asksForWhatOnlyTheUserCanDo() {
    assertThat(of(Scenes.interrupted(false)))
        .isEqualTo(new TrayStatus(StatusIcon.ATTENTION, "A repair was interrupted at step 3 of 7"));
    TrayStatus restart =
        new TrayStatus(StatusIcon.ATTENTION, "Restart this PC to finish the repair");
    assertThat(of(Scenes.interrupted(true))).isEqualTo(restart);
    assertThat(of(Scenes.with(Scenes.ended(Verdict.Kind.RESTART_NEEDED)))).isEqualTo(restart);
  }

  @Test
  void whatStaysOnTheScreenDoesNotGrowOld() {
    Clock later = Clock.offset(Scenes.CLOCK, Duration.ofDays(3));
    Wording now = Scenes.wording();
    Wording then = new Wording(now.catalog(), later, now.zone());
    for (UpdateStatus status :
        List.of(Scenes.failing(), Scenes.working(), Scenes.proven().status())) {
      Snapshot snapshot = Scenes.at(status);
      assertThat(TrayStatus.of(snapshot, then)).isEqualTo(TrayStatus.of(snapshot, now));
    }
    Alert alert = new Alert(Scenes.failing(), 1);
    assertThat(AlertWords.of(alert, then)).isEqualTo(AlertWords.of(alert, now));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void whatIsSaidFitsIntoATooltip(Locale language) {
    List<Snapshot> moments =
        new ArrayList<>(
            List.of(
                Scenes.at(Scenes.failing()),
                Scenes.at(Scenes.working()),
                Scenes.proven(),
                Scenes.interrupted(false),
                Scenes.interrupted(true)));
    Stream.of(Fix.values())
        .map(
            fix ->
                Scenes.begun()
                    .after(new RungStarted(fix, Message.NONE, Verbatim.all("a", "b", "c"))))
        .forEach(repair -> moments.addAll(stages(repair)));
    Speaking.in(
        language,
        () ->
            moments.forEach(
                moment -> assertThat(of(moment).line()).hasSizeBetween(1, 64).doesNotEndWith("…")));
  }

  @Test
  void aTooltipHoldsNoMoreThan64Characters() {
    assertThat(new TrayStatus(StatusIcon.OK, "x".repeat(65)).line()).hasSize(64).endsWith("x…");
    assertThat(new TrayStatus(StatusIcon.OK, "x".repeat(64)).line()).isEqualTo("x".repeat(64));
  }

  private static List<Snapshot> stages(RepairProgress begun) {
    RepairProgress halfway =
        begun.after(new StepStarted(0, true)).after(new StepProgressed(62, Message.NONE));
    return Stream.of(begun, halfway, halfway.cancelling()).map(Scenes::with).toList();
  }

  private static TrayStatus of(Snapshot snapshot) {
    return TrayStatus.of(snapshot, Scenes.wording());
  }
}
