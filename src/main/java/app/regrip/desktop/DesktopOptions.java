package app.regrip.desktop;

import app.regrip.pc.Notifications;
import app.regrip.pc.QuietTime;
import app.regrip.pc.SystemPages.Page;
import app.regrip.selftest.Judged;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the desktop needs beside the session.
 *
 * @param version of Regrip
 * @param systemIsDark whether the system's windows are dark now; cheap, asked on the event dispatch
 *     thread whenever the window comes to the front
 * @param openPage opens one of Microsoft's pages for the user and returns at once
 * @param hasPage whether this Windows has that page; asks the PC
 * @param restartPretendPc present only on a pretend PC
 * @param notifications the system's own, where it has any; clicks on them come back through {@link
 *     Desktop#act}
 * @param quietTime for what Regrip shows over the windows of others
 * @param reducesMotion whether the user wants nothing to move by itself; cheap, asked on the event
 *     dispatch thread
 * @param iconClicks where the system tells of clicks on the tray icon beside the library
 * @param selfTest asks this PC about what Regrip takes for granted of Windows; blocks for minutes
 * @param releases where this Regrip can tell whether there is a newer one
 * @param quit ends Regrip; called once, on the event dispatch thread, with the tray icon gone
 */
public record DesktopOptions(
    Wording wording,
    String version,
    Preferences preferences,
    BooleanSupplier systemIsDark,
    Consumer<Page> openPage,
    Predicate<Page> hasPage,
    Optional<Runnable> restartPretendPc,
    Optional<Notifications> notifications,
    QuietTime quietTime,
    BooleanSupplier reducesMotion,
    IconClicks iconClicks,
    Supplier<List<Judged>> selfTest,
    Optional<ReleaseNews> releases,
    Runnable quit,
    Clock clock) {

  boolean isPretendPc() {
    return restartPretendPc.isPresent();
  }
}
