package app.regrip.repair.steps;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.SystemPages;
import app.regrip.pc.SystemPages.Page;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
import java.util.List;
import java.util.Optional;

/**
 * Opens the Windows Update troubleshooter this PC has: the old one, the Get Help app, or the page
 * in Settings.
 */
public final class OpenTroubleshooter implements Step {

  private static final List<Page> BEST_FIRST =
      List.of(Page.MSDT_WINDOWS_UPDATE, Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_TROUBLESHOOT);

  @Override
  public String id() {
    return "open-troubleshooter";
  }

  @Override
  public String describe() {
    return "Open the Windows Update troubleshooter of Microsoft";
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException, StepFailedException {
    SystemPages pages = work.pc().systemPages();
    for (Page page : BEST_FIRST) {
      if (pages.isAvailable(page)) {
        pages.open(page);
        return StepResult.done(words(page)).withFact("page", page.name());
      }
    }
    throw Failures.tryNext(
        "This PC has no Windows Update troubleshooter any more: Microsoft retired it, and the Get Help app is not installed.",
        "Use \"Repair it for me\"; it does what the troubleshooter did and more.",
        Optional.of(HResult.ofWin32(1155)));
  }

  private static String words(Page page) {
    return switch (page) {
      case MSDT_WINDOWS_UPDATE ->
          "The troubleshooter is open. Follow it, then let Regrip check again.";
      case GET_HELP_WINDOWS_UPDATE ->
          "The Get Help app is open at Windows Update. Follow it, then let Regrip check again.";
      default ->
          "Settings is open at Troubleshoot. Choose Windows Update there, then let Regrip check again.";
    };
  }
}
