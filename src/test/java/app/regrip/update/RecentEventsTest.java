package app.regrip.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

  private final FakeUpdateLog log = new FakeUpdateLog();

  @Test
  void whatWasFinishedIsToldNewestFirst() {
    UpdateEvent found = Events.found(1, 2);
    UpdateEvent installed = Events.installed(5, Events.CUMULATIVE);
    UpdateEvent failed = Events.searchFailed(9, HResult.INVALID_HANDLE);
    List<UpdateEvent> anyOrder =
        List.of(
            installed,
            Events.neutral(6, 43),
            Events.neutral(7, 21),
            failed,
            found,
            failed,
            Events.appFailed(8, HResult.INVALID_HANDLE));
    assertThat(RecentEvents.finished(anyOrder, 5)).containsExactly(failed, installed, found);
    assertThat(RecentEvents.finished(anyOrder, 2)).containsExactly(failed, installed);
  }

  @Test
  void nothingNotedIsNotTheSameAsNothingUnderstood() throws PcException {
    assertThat(RecentEvents.read(log, Events.NOON, 5)).contains(List.of());
    log.events.add("<Event/>");
    assertThat(RecentEvents.read(log, Events.NOON, 5)).isEmpty();
  }

  @Test
  void aLogThatRefusesIsTold() {
    log.refusesReading = true;
    assertThatThrownBy(() -> RecentEvents.read(log, Events.NOON, 5))
        .isInstanceOf(PcException.class);
  }
}
