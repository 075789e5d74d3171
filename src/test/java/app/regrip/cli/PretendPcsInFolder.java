package app.regrip.cli;

import app.regrip.helper.EventLine;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.Helper;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher;
import app.regrip.repair.RepairEvent;
import app.regrip.session.LiveSession;
import app.regrip.session.Session;
import app.regrip.session.SessionStore;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

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

  /** A helper with all that a process of its own has, its arguments and its lines. */
  private record HelperInAThread(SimulatedPc pc, FolderRunStore runs, Clock clock)
      implements HelperLauncher {

    @Override
    public RunningHelper launch(
        HelperArguments order, Consumer<RepairEvent> events, Runnable ended) {
      Thread thread =
          new Thread(
              () -> {
                new Helper(pc, runs, clock, howLong -> {})
                    .run(asParsed(order), InputStream.nullInputStream(), lines(events));
                ended.run();
              });
      thread.setDaemon(true);
      thread.start();
      return () -> {};
    }

    private static HelperArguments asParsed(HelperArguments order) {
      try {
        return HelperArguments.parse(order.toCommandLine());
      } catch (HelperArguments.RefusedException e) {
        throw new AssertionError(e);
      }
    }

    private static OutputStream lines(Consumer<RepairEvent> events) {
      return new ByteArrayOutputStream() {
        @Override
        public synchronized void flush() {
          toString(StandardCharsets.UTF_8)
              .lines()
              .forEach(line -> events.accept(EventLine.read(line).orElseThrow()));
          reset();
        }
      };
    }

    @Override
    public boolean asksForPermission() {
      return false;
    }
  }
}
