package app.regrip.helper;

import app.regrip.repair.RepairEvent;
import app.regrip.threads.Daemon;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts the helper as a plain child process: for the pretend PC, which asks nobody for permission.
 * Same arguments and same lines as everywhere.
 */
public final class ChildProcessLauncher implements HelperLauncher {

  private final List<String> command;

  /**
   * @param command what starts Regrip in its helper role; the order is appended
   */
  public ChildProcessLauncher(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public RunningHelper launch(HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
      throws IOException {
    List<String> line = new ArrayList<>(deafToTheTerminal());
    line.addAll(command);
    line.addAll(order.toCommandLine());
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Daemon.start("helper-reader", () -> read(process, events, ended));
    return () -> cancel(process);
  }

  @Override
  public boolean asksForPermission() {
    return false;
  }

  /**
   * Ctrl+C and a terminal that closes reach all its processes; the helper hears of a wish to stop
   * by the word for it.
   */
  private static List<String> deafToTheTerminal() {
    return File.separatorChar == '/'
        ? List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "regrip-helper")
        : List.of();
  }

  private static void read(Process process, Consumer<RepairEvent> events, Runnable ended) {
    try (InputStream said = process.getInputStream()) {
      EventReader.readAll(said, events);
    } catch (IOException e) {
      System.getLogger(ChildProcessLauncher.class.getName())
          .log(System.Logger.Level.WARNING, "The helper is not heard any more", e);
    }
    awaitEnd(process);
    ended.run();
  }

  private static void awaitEnd(Process process) {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void cancel(Process process) {
    try {
      OutputStream in = process.getOutputStream();
      in.write("cancel\n".getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      // It has ended already.
    }
  }
}
