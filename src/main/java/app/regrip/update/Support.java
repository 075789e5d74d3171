package app.regrip.update;

import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.text.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Until when Microsoft makes updates for a version of Windows (Microsoft, "Products in extended
 * support" and "Windows 10 Extended Security Updates").
 *
 * @param until the last day; empty where it is not over yet or not known here
 */
public record Support(Optional<LocalDate> until, String name) {

  private static final String WINDOWS_10_NAME = "Windows 10";
  private static final int WINDOWS_10 = 10240;
  private static final int WINDOWS_11 = 22000;

  /** 22H2, and 21H2 on which LTSC 2021 is built: those that Extended Security Updates fit. */
  private static final int WINDOWS_10_21H2 = 19044;

  /**
   * KB5068781 of 11 November 2025, the first that only PCs with Extended Security Updates were
   * given. The one before, 6466, everybody was.
   */
  private static final int FIRST_EXTENDED_UPDATE = 6575;

  /** What is told of them has these days in it, too. */
  private static final LocalDate END_OF_WINDOWS_10 = LocalDate.of(2025, 10, 14);

  private static final LocalDate END_OF_WINDOWS_8_1 = LocalDate.of(2023, 1, 10);

  public static Support of(WindowsVersion windows) {
    if (windows.product().startsWith("Windows 8.1")) {
      return new Support(Optional.of(END_OF_WINDOWS_8_1), "Windows 8.1");
    }
    boolean usualWindows10 =
        windows.product().startsWith(WINDOWS_10_NAME)
            && !windows.product().contains("LTS")
            && windows.build() >= WINDOWS_10
            && windows.build() < WINDOWS_11;
    boolean extended =
        windows.build() >= WINDOWS_10_21H2 && windows.revision() >= FIRST_EXTENDED_UPDATE;
    return usualWindows10 && !extended
        ? new Support(Optional.of(END_OF_WINDOWS_10), WINDOWS_10_NAME)
        : new Support(Optional.empty(), windows.product());
  }

  /** What that means, where support is over now. */
  public Optional<Message> ended(Instant now) {
    return until
        .filter(last -> LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(last))
        .map(
            last ->
                Message.of(
                    name.equals(WINDOWS_10_NAME)
                        ? "update.support-ended.windows-10"
                        : "update.support-ended.windows-8-1"));
  }
}
