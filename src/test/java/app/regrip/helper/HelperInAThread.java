package app.regrip.helper;

import app.regrip.pc.Pc;
import app.regrip.repair.RepairEvent;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Consumer;

/** A helper with all that a process of its own has, its arguments and its lines. */
public record HelperInAThread(Pc pc, FolderRunStore runs, Clock clock) implements HelperLauncher {

  @Override
  public RunningHelper launch(HelperArguments order, Consumer<RepairEvent> events, Runnable ended) {
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
