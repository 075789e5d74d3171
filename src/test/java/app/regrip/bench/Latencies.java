package app.regrip.bench;

import app.regrip.PretendDesktop;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher;
import app.regrip.pc.Notifications.Action;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.simulated.SimulatedPc;
import app.regrip.update.StatusMonitor;
import java.awt.AWTEvent;
import java.awt.Dialog;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/**
 * How long somebody has to wait, on the pretend PC: for the alert after a failure, for the first
 * word of a helper, and for a reading of a long log in which nothing is new. Run by {@code
 * launcher/bench}, on a display of its own.
 */
final class Latencies {

  private static final int ALERTS = 200;
  private static final int HELPERS = 11;
  private static final int READINGS = 51;
  private static final long PATIENCE_SECONDS = 60;
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final Duration YEAR = Duration.ofDays(365);

  private final Path scratch = Files.createTempDirectory("regrip-latencies");
  private final Clock clock = Clock.systemUTC();
  private final Figures figures = new Figures();

  private Latencies() throws IOException {}

  public static void main(String[] arguments) throws Exception {
    Latencies latencies = new Latencies();
    latencies.untilTheAlert();
    latencies.untilTheHelperSpeaks();
    latencies.aReadingWithNothingNew();
    latencies.figures.print(Path.of("target", "bench-latencies.json"));
    System.exit(0); // AWT's own threads stay
  }

  /** From the event's file to the alert's window, drawn. */
  private void untilTheAlert() throws Exception {
    BlockingQueue<Long> shown = new ArrayBlockingQueue<>(ALERTS);
    Toolkit.getDefaultToolkit()
        .addAWTEventListener(
            event -> {
              if (event.getID() == WindowEvent.WINDOW_OPENED
                  && event.getSource() instanceof Dialog) {
                SwingUtilities.invokeLater(() -> shown.add(System.nanoTime()));
              }
            },
            AWTEvent.WINDOW_EVENT_MASK);
    double[] millis = new double[ALERTS];
    try (PretendDesktop desktop = new PretendDesktop(scratch.resolve("alerts"), clock)) {
      for (int i = 0; i < ALERTS; i++) {
        long begun = System.nanoTime();
        desktop.failsToInstall(String.format(Locale.ROOT, "Cumulative Update (KB5%06d)", i));
        Long seen = shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (seen == null) {
          throw new IOException("there was no alert");
        }
        millis[i] = (seen - begun) / 1e6;
        desktop.opensAndClosesTheWindow(Action.OPEN); // takes the alert away
      }
    }
    Arrays.sort(millis);
    figures.figure("event written until the alert is shown, median", "ms", millis[ALERTS / 2], 100);
    figures.figure(
        "the same, of a hundred the slowest but one", "ms", millis[ALERTS * 99 / 100 - 1], 100);
  }

  private void untilTheHelperSpeaks() throws Exception {
    SimulatedPc pc = PretendDesktop.pcIn(scratch.resolve("helper"), clock);
    double[] plain = new double[HELPERS];
    double[] quick = new double[HELPERS];
    double[] hello = new double[HELPERS];
    for (int i = 0; i < HELPERS; i++) {
      plain[i] = untilFirstLine(PretendDesktop.helperProcessesOf(pc));
      quick[i] =
          untilFirstLine(
              PretendDesktop.helperProcessesOf(
                  pc, "-XX:SharedArchiveFile=" + LightBenchmark.ARCHIVE));
      hello[i] = Jvm.run(scratch, List.of(), "app.regrip.bench.HelloFloor");
    }
    figures.ratio(
        "click until the helper's first line, against a bare Hello",
        "s",
        median(plain),
        median(hello),
        1.5);
    figures.ratio("the same with a class-data archive", "s", median(quick), median(hello), 1.5);
  }

  private static double untilFirstLine(HelperLauncher helpers) throws Exception {
    Queue<Long> heard = new ConcurrentLinkedQueue<>();
    CountDownLatch ended = new CountDownLatch(1);
    long begun = System.nanoTime();
    helpers.launch(
        new HelperArguments.Start(
            FixRequest.of(Fix.BITS), UUID.randomUUID().toString(), ProcessHandle.current().pid()),
        event -> heard.add(System.nanoTime()),
        ended::countDown);
    ended.await();
    return (heard.remove() - begun) / 1e9;
  }

  private static double median(double[] all) {
    Arrays.sort(all);
    return all[all.length / 2];
  }

  private void aReadingWithNothingNew() throws Exception {
    double few = reading(FEW);
    double many = reading(MANY);
    figures.ratio("a reading with 100,000 old events, against 1,000", "ms", many, few, 1.1);
  }

  /** The median of many, of a log that goes back a year at most. */
  private double reading(int events) throws Exception {
    SimulatedPc pc = PretendDesktop.pcIn(scratch.resolve("log-of-" + events), clock);
    Instant now = clock.instant();
    Duration between = YEAR.dividedBy(MANY);
    for (int i = 1; i <= events; i++) {
      Instant at = now.minus(between.multipliedBy(events - i + 1));
      PretendDesktop.writeFailure(
          pc.folder().resolve("events"),
          i,
          "Cumulative Update (KB5000001)",
          Clock.fixed(at, ZoneOffset.UTC));
    }
    Semaphore read = new Semaphore(0);
    double[] millis = new double[READINGS];
    try (StatusMonitor monitor =
        new StatusMonitor(
            pc.updateLog(), clock, Optional::empty, (status, proof) -> read.release())) {
      monitor.start();
      read.acquire();
      for (int i = 0; i < READINGS; i++) {
        read.drainPermits();
        long begun = System.nanoTime();
        monitor.refresh();
        read.acquire();
        millis[i] = (System.nanoTime() - begun) / 1e6;
      }
    }
    return median(millis);
  }
}
