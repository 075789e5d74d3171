package app.regrip.cli;

import app.regrip.helper.FolderRunStore;
import app.regrip.helper.HelperInAThread;
import app.regrip.session.LiveSession;
import app.regrip.session.Session;
import app.regrip.session.SessionStore;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Pretend PCs, each in a folder of its own, with a helper in a thread. */
record PretendPcsInFolder(Path folder, Clock clock) {

  SimulatedPc pc(String scenario) throws IOException {
    return SimulatedPc.open(
        folder.resolve(scenario), Scenario.named(scenario).orElseThrow(), Speed.IMMEDIATE, clock);
  }

  /** Its runs and its data are beside it. */
  Session session(String scenario) throws IOException {
    return session(scenario, "data");
  }

  /**
   * @param account what keeps the data of one user apart from another's
   */
  Session session(String scenario, String account) throws IOException {
    FolderRunStore runs = new FolderRunStore(runs(scenario));
    return LiveSession.open(
            new LiveSession.Dependencies(
                Message.asIs(scenario),
                pc(scenario),
                new HelperInAThread(pc(scenario), runs, clock),
                runs,
                new SessionStore(folder.resolve(scenario + "-" + account), clock),
                clock,
                () -> Duration.ofMinutes(30),
                Optional::empty,
                UpdateStatus.Failing::isInvalidHandle,
                () -> {},
                Optional::empty),
            false)
        .awaitReading();
  }

  Path runs(String scenario) {
    return folder.resolve(scenario + "-runs");
  }

  /** A helper gives its verdict first, and is about a moment longer. */
  void awaitNoHelper(String scenario) {
    while (new FolderRunStore(runs(scenario)).lock().holder().isPresent()) {
      Thread.onSpinWait();
    }
  }
}
