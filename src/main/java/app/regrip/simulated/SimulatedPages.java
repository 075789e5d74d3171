package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.SystemPages;
import app.regrip.text.Message;
import java.nio.file.Path;

/** The pages of the pretend PC. What is opened is written down in {@code opened-pages.log}. */
final class SimulatedPages implements SystemPages {

  private static final int ERROR_NO_ASSOCIATION = 1155;

  private static final int WINDOWS_8_1 = 9600;
  private static final int WINDOWS_10 = 10240;
  private static final int WINDOWS_10_1703 = 15063;
  private static final int WINDOWS_11_22H2 = 22621;
  private static final int WINDOWS_11_23H2 = 22631;

  private final PcFolder folder;
  private final FactsFile facts;
  private final Path opened;

  SimulatedPages(PcFolder folder, FactsFile facts) {
    this.folder = folder;
    this.facts = facts;
    this.opened = folder.root().resolve("opened-pages.log");
  }

  @Override
  public boolean isAvailable(Page page) throws PcException {
    return isOn(
        page, folder.exclusively(Message.of("simulated.facts.build"), () -> facts.read().build()));
  }

  @Override
  public void open(Page page) throws PcException {
    Message tried = Message.of("pc.open", page.toString());
    if (!isAvailable(page)) {
      throw new PcException(Message.of("pc.failed", tried), HResult.ofWin32(ERROR_NO_ASSOCIATION));
    }
    folder.change(tried, () -> folder.append(opened, page + "\n"));
  }

  private static boolean isOn(Page page, int build) {
    return switch (page) {
      case MSDT_WINDOWS_UPDATE -> build >= WINDOWS_8_1 && build < WINDOWS_11_23H2;
      case GET_HELP_WINDOWS_UPDATE -> build >= WINDOWS_11_23H2;
      case SETTINGS_TROUBLESHOOT -> build >= WINDOWS_10_1703;
      case SETTINGS_WINDOWS_UPDATE -> build >= WINDOWS_10;
      case SETTINGS_RECOVERY -> build >= WINDOWS_11_22H2;
      case MICROSOFT_SUPPORT -> true;
    };
  }
}
