package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Fix;
import app.regrip.session.RepairProgress;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReleaseWatchTest {

  @Test
  void nobodyAsksForANewerRegripWhileARepairRuns() {
    SetClock clock = new SetClock();
    AtomicInteger looks = new AtomicInteger();
    Session.Listener listener = ReleaseWatch.betweenRepairs(looks::incrementAndGet);

    listener.changed(at(Optional.of(RepairProgress.starting("run-1", Fix.RESET, clock.instant()))));
    assertThat(looks).hasValue(0);
    listener.changed(at(Optional.empty()));
    assertThat(looks).hasValue(1);
  }

  private static Snapshot at(Optional<RepairProgress> repair) {
    return new Snapshot(
        Message.of("session.pc.this"),
        new UpdateStatus.Unknown(Message.NONE),
        repair,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
