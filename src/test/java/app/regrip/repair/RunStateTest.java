package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.text.Message;
import java.time.Instant;
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

  private static RunState state(boolean kept, StepResult result) {
    return RunState.of(
            List.of(
                new JournalEntry.Begun(
                    "run", Fix.DISM, Optional.empty(), false, Optional.empty(), false, AT, "boot"),
                new JournalEntry.Planned(Fix.DISM, Message.asIs(""), List.of("restore")),
                new JournalEntry.Done("restore", result),
                new JournalEntry.PlanEnded(Fix.DISM, kept, Message.asIs(""))))
        .orElseThrow();
  }
}
