package app.regrip.bench;

import app.regrip.PretendDesktop;
import app.regrip.SetClock;
import app.regrip.pc.Notifications.Action;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.session.LiveSession;
import app.regrip.session.RepairProgress;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Whether anything grows: thirty days of a tray on a clock that is set. The PC sleeps each night,
 * 200 updates fail, 50 repairs are made and 1,000 windows opened and closed, all of them the
 * program's own; only the helper runs in a thread, since a process of its own would have another
 * clock. Run by {@code launcher/bench}, on a display of its own.
 */
final class MonthOfUse {

  private static final int DAYS = 30;
  private static final int FAILURES = 200;
  private static final int REPAIRS = 50;
  private static final int WINDOWS = 1000;
  private static final int HOURS_AWAKE = 16;

  private static final Duration NIGHT = Duration.ofHours(24 - HOURS_AWAKE);
  private static final List<Action> CLICKS = List.of(Action.OPEN, Action.DETAILS, Action.FIX);
  private static final List<Fix> FIXES = List.of(Fix.ALL, Fix.RESET, Fix.BITS, Fix.DISM, Fix.SFC);

  private final Path home;
  private final SetClock clock = new SetClock();
  private final PretendDesktop desktop;
  private int failures;
  private int repairs;
  private int windows;

  private MonthOfUse(Path home) throws IOException {
    this.home = home;
    this.desktop = new PretendDesktop(home, clock);
  }

  /** What it has at the end of a day, with nothing open. */
  private record Evening(double heapMegabytes, int threads, long handles, long files, long bytes) {}

  public static void main(String[] arguments) throws Exception {
    MonthOfUse month = new MonthOfUse(Files.createTempDirectory("regrip-month"));
    try (PretendDesktop shown = month.desktop) {
      month.run();
    }
    System.exit(0); // AWT's own threads stay
  }

  private void run() throws Exception {
    System.out.println(
        "| after day | heap after a collection | threads | handles | files | in them |");
    System.out.println("|---|---|---|---|---|---|");
    Evening first = null;
    Evening last = null;
    for (int day = 1; day <= DAYS; day++) {
      day(day);
      if (day == 1 || day % 10 == 0) {
        last = evening();
        first = first == null ? last : first;
        print(day, last);
      }
    }
    Figures figures = new Figures();
    figures.ratio(
        "heap after thirty days, against one", "MB", last.heapMegabytes, first.heapMegabytes, 1.05);
    figures.ratio("threads", "", last.threads, first.threads, 1);
    figures.ratio("handles", "", last.handles, first.handles, 1);
    figures.print(Path.of("target", "bench-month.json"));
  }

  private void day(int day) throws Exception {
    for (int hour = 1; hour <= HOURS_AWAKE; hour++) {
      clock.advance(Duration.ofHours(1));
      desktop.pc().runDueCheck();
      int hours = (day - 1) * HOURS_AWAKE + hour;
      while (failures < due(FAILURES, hours)) {
        fails();
      }
      while (repairs < due(REPAIRS, hours)) {
        repairs();
      }
      while (windows < due(WINDOWS, hours)) {
        desktop.opensAndClosesTheWindow(CLICKS.get(windows++ % CLICKS.size()));
      }
    }
    clock.advance(NIGHT);
    desktop.session().refresh();
  }

  private static int due(int of, int hours) {
    return of * hours / (DAYS * HOURS_AWAKE);
  }

  private void fails() throws Exception {
    String title = String.format(Locale.ROOT, "Cumulative Update (KB5%06d)", ++failures);
    clock.advance(Duration.ofMinutes(1));
    desktop.failsToInstall(title);
    LiveSession session = desktop.session();
    PretendDesktop.await(
        "the failure of " + title,
        () ->
            session.now().status() instanceof UpdateStatus.Failing failing
                && failing.title().equals(title));
  }

  private void repairs() throws Exception {
    LiveSession session = desktop.session();
    Fix fix = FIXES.get(repairs++ % FIXES.size());
    clock.advance(Duration.ofMinutes(1));
    session.repair(FixRequest.of(fix));
    PretendDesktop.await(
        "an end of " + fix,
        () ->
            !session.now().isRepairing()
                && session.now().repair().flatMap(RepairProgress::verdict).isPresent());
    Path runs = home.resolve("runs");
    PretendDesktop.await("a journal of " + fix, () -> folders(runs) == repairs);
  }

  private static long folders(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(Files::isDirectory).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Evening evening() throws Exception {
    desktop.opensAndClosesTheWindow(Action.OPEN); // takes the alert away, too
    TimeUnit.SECONDS.sleep(5);
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"));
        Stream<Path> walk = Files.walk(home)) {
      List<Path> own = walk.filter(Files::isRegularFile).filter(this::isRegrips).toList();
      long bytes = 0;
      for (Path file : own) {
        bytes += Files.size(file);
      }
      return new Evening(heap, threads, handles.count(), own.size(), bytes);
    }
  }

  /** And not the pretend Windows'. */
  private boolean isRegrips(Path file) {
    return !file.startsWith(home.resolve("C"));
  }

  private static void print(int day, Evening evening) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %.2f MB | %d | %d | %d | %d KB |%n",
        day,
        evening.heapMegabytes,
        evening.threads,
        evening.handles,
        evening.files,
        evening.bytes / 1024);
  }
}
