package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunStateTest {

  private static final Instant AT = Instant.parse("2026-02-03T10:00:00Z");

  @Test
  void whatStandsAndTakesEffectWithARestartAsksForOne() {
    assertThat(
            state(true, StepResult.done(Message.asIs("Repaired.")).afterRestart()).asksForRestart())
        .isTrue();
    assertThat(state(true, StepResult.done(Message.asIs("Repaired."))).asksForRestart()).isFalse();
  }

  @Test
  void whatWasPutBackAsksForNone() {
    assertThat(
            state(false, StepResult.done(Message.asIs("Repaired.")).afterRestart())
                .asksForRestart())
        .isFalse();
  }

  @Test
  void aFixIsTimedWithTheQuestionAfterIt() {
    assertThat(times(planned(Fix.BITS), proof(5), planned(Fix.DISM), proof(40)))
        .containsExactly(Optional.of(Duration.ofMinutes(5)), Optional.of(Duration.ofMinutes(35)));
  }

  @Test
  void whereSomethingCameBetweenItIsNot() {
    JournalEntry putBack = new JournalEntry.PlanEnded(Fix.RESET, false, Message.NONE);
    JournalEntry restart =
        new JournalEntry.AwaitsRestart(Optional.of(Fix.DISM), "boot", Message.NONE);
    JournalEntry takenUp = new JournalEntry.TakenUp(RecoveryChoice.FINISH, at(600));
    assertThat(times(planned(Fix.RESET), putBack, planned(Fix.DISM), proof(40)))
        .containsExactly(Optional.empty(), Optional.empty());
    assertThat(times(planned(Fix.DISM), restart, proof(700))).containsExactly(Optional.empty());
    assertThat(times(planned(Fix.DISM), takenUp, proof(700))).containsExactly(Optional.empty());
  }

  private static List<Optional<Duration>> times(JournalEntry... entries) {
    List<JournalEntry> journal = new ArrayList<>(List.of(begun()));
    journal.addAll(List.of(entries));
    return RunState.of(journal).orElseThrow().plans().stream()
        .map(RunState.PlanState::took)
        .toList();
  }

  private static JournalEntry planned(Fix fix) {
    return new JournalEntry.Planned(fix, Message.NONE, List.of());
  }

  private static JournalEntry proof(int minute) {
    return new JournalEntry.Proof(false, Optional.empty(), Message.NONE, at(minute));
  }

  private static Instant at(int minute) {
    return AT.plus(Duration.ofMinutes(minute));
  }

  private static JournalEntry begun() {
    return new JournalEntry.Begun(
        "run", Fix.DISM, Optional.empty(), false, Optional.empty(), false, AT, "boot");
  }

  private static RunState state(boolean kept, StepResult result) {
    return RunState.of(
            List.of(
                begun(),
                new JournalEntry.Planned(Fix.DISM, Message.asIs(""), List.of("restore")),
                new JournalEntry.Done("restore", result),
                new JournalEntry.PlanEnded(Fix.DISM, kept, Message.asIs(""))))
        .orElseThrow();
  }
}
