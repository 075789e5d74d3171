package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.SystemPages;
import app.regrip.pc.SystemPages.Page;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.text.Message;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens the Windows Update troubleshooter this PC has: the old one, the Get Help app, or the page
 * in Settings. It is for the person at the screen, so it is opened by the process that person runs,
 * never by the helper: that one may belong to another account, where store apps don't start. It
 * changes nothing, so it has no journal.
 */
public final class Troubleshooter {

  static final Message STEP = Message.of("repair.step.troubleshooter");

  private static final List<Page> BEST_FIRST =
      List.of(Page.MSDT_WINDOWS_UPDATE, Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_TROUBLESHOOT);

  private static final HResult NO_ASSOCIATION = HResult.ofWin32(1155);

  private final SystemPages pages;
  private final Clock clock;

  public Troubleshooter(SystemPages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  /** Opens the best one that opens, and tells it as a run of one step. */
  public void open(String runId, Consumer<RepairEvent> events) {
    Fix fix = Fix.TROUBLESHOOTER;
    events.accept(new RepairEvent.RunStarted(runId, fix, clock.instant()));
    events.accept(
        new RepairEvent.RungStarted(fix, Message.of("repair.why.asked-for"), List.of(STEP)));
    events.accept(new RepairEvent.StepStarted(0, false));
    HResult why = NO_ASSOCIATION;
    for (Page page : BEST_FIRST) {
      try {
        if (pages.isAvailable(page)) {
          pages.open(page);
          events.accept(new RepairEvent.StepEnded(0, StepState.DONE, words(page)));
          events.accept(new RepairEvent.RungEnded(fix, true, Message.NONE));
          events.accept(new RepairEvent.RunEnded(Verdicts.troubleshooterOpen(words(page))));
          return;
        }
      } catch (PcException e) {
        why = e.code();
      }
    }
    Verdict none = Verdicts.noTroubleshooter(Optional.of(why));
    events.accept(new RepairEvent.StepEnded(0, StepState.FAILED, none.words()));
    events.accept(new RepairEvent.RungEnded(fix, false, none.words()));
    events.accept(new RepairEvent.RunEnded(none));
  }

  private static Message words(Page page) {
    return switch (page) {
      case MSDT_WINDOWS_UPDATE -> Message.of("repair.troubleshooter.open");
      case GET_HELP_WINDOWS_UPDATE -> Message.of("repair.troubleshooter.get-help");
      default -> Message.of("repair.troubleshooter.settings");
    };
  }
}
