package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Verdict;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlanceTest {

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
    Glance glance = of(Scenes.with(Scenes.atDism()));
    assertThat(glance.icon()).isEqualTo(StatusIcon.REPAIRING);
    assertThat(glance.line()).isEqualTo("Repairing: fix 2, DISM, step 2 of 3, 62 %");
    assertThat(of(Scenes.with(Scenes.atDism().cancelling())).line())
        .isEqualTo("Stopping the repair: fix 2, DISM, step 2 of 3, 62 %");
  }

  @Test
  void aRepairThatHasNotSaidAnythingIsStarting() {
    RepairProgress fresh = RepairProgress.starting("run-1", app.regrip.repair.Fix.ALL, Scenes.NOW);
    assertThat(of(Scenes.with(fresh)).line()).isEqualTo("Repairing: starting");
  }

  @Test
  void asksForWhatOnlyTheUserCanDo() {
    assertThat(of(Scenes.interrupted(false)))
        .isEqualTo(new Glance(StatusIcon.ATTENTION, "A repair was interrupted at step 3 of 7"));
    Glance restart = new Glance(StatusIcon.ATTENTION, "Restart this PC to finish the repair");
    assertThat(of(Scenes.interrupted(true))).isEqualTo(restart);
    assertThat(of(Scenes.with(Scenes.ended(Verdict.Kind.RESTART_NEEDED)))).isEqualTo(restart);
  }

  @Test
  void aTooltipHoldsNoMoreThan64Characters() {
    for (Snapshot snapshot :
        List.of(
            Scenes.at(Scenes.failing()),
            Scenes.with(Scenes.atDism()),
            Scenes.with(Scenes.begun()),
            Scenes.with(Scenes.atDism().cancelling()),
            Scenes.interrupted(false),
            Scenes.interrupted(true))) {
      assertThat(of(snapshot).line()).hasSizeBetween(1, 64).doesNotEndWith("…");
    }
    assertThat(new Glance(StatusIcon.OK, "x".repeat(65)).line()).hasSize(64).endsWith("x…");
    assertThat(new Glance(StatusIcon.OK, "x".repeat(64)).line()).isEqualTo("x".repeat(64));
  }

  private static Glance of(Snapshot snapshot) {
    return Glance.of(snapshot, Scenes.wording());
  }
}
