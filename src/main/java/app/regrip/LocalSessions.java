package app.regrip;

import app.regrip.errors.ErrorCatalog;
import app.regrip.selftest.Judged;
import app.regrip.session.Capability;
import app.regrip.session.CapabilityCheck;
import app.regrip.session.PcChoice;
import app.regrip.session.Session;
import app.regrip.session.Sessions;
import app.regrip.text.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens sessions on this computer: on a pretend PC where one is asked for, or where the system is
 * not Windows.
 */
final class LocalSessions implements Sessions {

  private final Clock clock;
  private final ErrorCatalog catalog;
  private final PretendPcs pretendPcs;
  private final RealPc realPc;

  LocalSessions(Clock clock, ErrorCatalog catalog) {
    this.clock = clock;
    this.catalog = catalog;
    this.pretendPcs = new PretendPcs(clock, catalog);
    this.realPc = new RealPc(clock, catalog);
  }

  @Override
  public Session open(PcChoice choice, boolean watching) throws CannotOpenException {
    return openPc(choice, watching).session().awaitReading();
  }

  @Override
  public void restartPretendPc(PcChoice choice) throws CannotOpenException {
    if (!pretends(choice)) {
      throw new CannotOpenException(
          Message.of("session.cannot-open.only-pretend-pc-how", "regrip restart --simulate"), true);
    }
    pretendPcs.restart(choice);
  }

  @Override
  public List<Capability> examine(PcChoice choice) throws CannotOpenException {
    OpenedPc opened = openPc(choice, false);
    try (Session session = opened.session();
        DesktopPlatform around = surroundings()) {
      List<Capability> all =
          new ArrayList<>(new CapabilityCheck(opened.pc(), clock, catalog).run());
      all.addAll(around.capabilities());
      return all;
    }
  }

  @Override
  public List<Judged> selfTest(PcChoice choice, boolean elevated, Consumer<Judged> each)
      throws CannotOpenException, InterruptedException {
    return pretends(choice)
        ? PcSelfTest.ofAnySystem(Regrip.folders(choice).root(), each)
        : realPc.selfTest(choice, elevated, each);
  }

  private static DesktopPlatform surroundings() {
    return Folders.isWindows() ? WindowsPlatform.look() : PlainPlatform.here();
  }

  /** What fails there may not have been read when this returns. */
  OpenedPc openPc(PcChoice choice, boolean watching) throws CannotOpenException {
    if (pretends(choice)) {
      return pretendPcs.open(choice, watching);
    }
    return realPc.open(choice, watching);
  }

  /** Whether such a choice leads to a pretend PC. */
  static boolean pretends(PcChoice choice) {
    return choice.simulate() || !Folders.isWindows();
  }
}
