package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.SystemPages.Page;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleshooterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

  private final MemoryPc pc = new MemoryPc();
  private final List<RepairEvent> events = new ArrayList<>();

  @Test
  void itIsTheOneThisPcHas() {
    assertThat(open().kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    pc.pages.remove(Page.MSDT_WINDOWS_UPDATE);
    open();
    pc.pages.remove(Page.GET_HELP_WINDOWS_UPDATE);
    open();

    assertThat(pc.opened)
        .containsExactly(
            Page.MSDT_WINDOWS_UPDATE, Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_TROUBLESHOOT);
  }

  @Test
  void whereOneDoesNotOpenTheNextOneIsTried() {
    pc.pages.remove(Page.MSDT_WINDOWS_UPDATE);
    pc.dead.add(Page.GET_HELP_WINDOWS_UPDATE);

    assertThat(open().words().english()).startsWith("Settings is open");
    assertThat(pc.opened).containsExactly(Page.SETTINGS_TROUBLESHOOT);
  }

  @Test
  void whereNoneOpensItSaysWhyAndWhatToDoInstead() {
    pc.pages.clear();
    pc.pages.add(Page.SETTINGS_TROUBLESHOOT);
    pc.dead.add(Page.SETTINGS_TROUBLESHOOT);

    Verdict none = open();

    assertThat(none.kind()).isEqualTo(Kind.FAILED);
    assertThat(none.next().english()).contains("Repair it for me");
    assertThat(none.code()).contains(HResult.ofWin32(1155));
    assertThat(events)
        .contains(new RepairEvent.StepEnded(0, StepState.FAILED, none.words()))
        .doesNotHaveAnyElementsOfTypes(RepairEvent.ProofStarted.class);
  }

  @Test
  void itsPreviewIsItsOneStep() {
    Preview preview =
        new Previews(pc, new MemoryRuns(), CLOCK).of(FixRequest.of(Fix.TROUBLESHOOTER));
    open();

    assertThat(preview.refusal()).isEmpty();
    assertThat(preview.steps()).hasSize(1);
    assertThat(events)
        .filteredOn(RepairEvent.RungStarted.class::isInstance)
        .extracting(event -> ((RepairEvent.RungStarted) event).steps())
        .containsExactly(preview.steps());
  }

  private Verdict open() {
    new Troubleshooter(pc.systemPages(), CLOCK).open("run", events::add);
    return ((RepairEvent.RunEnded) events.get(events.size() - 1)).verdict();
  }
}
