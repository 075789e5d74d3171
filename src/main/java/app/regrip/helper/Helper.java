package app.regrip.helper;

import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairRun;
import app.regrip.repair.StepContext;
import app.regrip.repair.Verdicts;
import app.regrip.threads.Daemon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The elevated process: takes one order, carries it out and ends. It writes {@link EventLine}s and
 * hears one word, {@code cancel}; whoever started it may die without harm to the repair.
 */
public final class Helper {

  private static final int LONGEST_WORD = 64;

  private final Pc pc;
  private final FolderRunStore runs;
  private final Clock clock;
  private final StepContext.Pause pause;
  private final Consumer<RepairEvent> witness;

  public Helper(Pc pc, FolderRunStore runs, Clock clock, StepContext.Pause pause) {
    this(pc, runs, clock, pause, event -> {});
  }

  /**
   * @param witness hears what whoever started this one hears, also where that one is gone
   */
  public Helper(
      Pc pc,
      FolderRunStore runs,
      Clock clock,
      StepContext.Pause pause,
      Consumer<RepairEvent> witness) {
    this.witness = witness;
    this.pc = pc;
    this.runs = runs;
    this.clock = clock;
    this.pause = pause;
  }

  /** Runs to the end and returns the exit code. */
  public int run(HelperArguments order, InputStream in, OutputStream out) {
    Cancellation cancellation = new Cancellation();
    listen(in, cancellation);
    boolean repairs = !(order instanceof HelperArguments.StartServices);
    try {
      Optional<RepairLock.Held> lock =
          repairs ? runs.lock().tryHold(order.runId()) : runs.lock().tryHoldUnseen();
      if (lock.isEmpty()) {
        sayThatAnotherRuns(out);
        return HelperExit.DONE;
      }
      try (RepairLock.Held held = lock.get()) {
        if (repairs) {
          repair(order, held.turn(), cancellation, out);
        } else {
          run(cancellation, event -> {}).startServicesMeanwhile(order.runId());
        }
      }
      return HelperExit.DONE;
    } catch (IOException e) {
      System.err.println(
          "The folder for repairs can't be written: "
              + runs.folder()
              + " ("
              + e.getMessage()
              + ").");
      return HelperExit.FAILED;
    }
  }

  /** Only to whoever started this one: the file of events belongs to the helper at work. */
  private static void sayThatAnotherRuns(OutputStream out) throws IOException {
    String line = EventLine.of(new RepairEvent.RunEnded(Verdicts.anotherIsRunning())) + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void repair(
      HelperArguments order, String turn, Cancellation cancellation, OutputStream out)
      throws IOException {
    runs.forgetEvents(order.runId());
    try (EventStream events = new EventStream(out, runs.events(order.runId(), turn))) {
      RepairRun run = run(cancellation, witness.andThen(events::send));
      if (order instanceof HelperArguments.Start start) {
        run.start(start.runId(), start.request());
      } else if (order instanceof HelperArguments.Recover recover) {
        run.recover(recover.runId(), recover.choice());
      }
    }
  }

  private RepairRun run(Cancellation cancellation, Consumer<RepairEvent> events) {
    return new RepairRun(pc, runs, clock, pause, cancellation, events);
  }

  /** Ends of input are no wish to cancel: a window that dies must not stop a repair. */
  private static void listen(InputStream in, Cancellation cancellation) {
    Daemon.start(
        "helper-ears",
        () -> {
          try (BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            char[] word = new char[LONGEST_WORD];
            int length = 0;
            for (int c = reader.read(); c >= 0 && length < LONGEST_WORD; c = reader.read()) {
              if (c == '\n') {
                if ("cancel".equals(new String(word, 0, length).strip())) {
                  cancellation.request();
                }
                length = 0;
              } else {
                word[length++] = (char) c;
              }
            }
          } catch (IOException e) {
            // As with the end of input.
          }
        });
  }
}
