package app.regrip;

import app.regrip.helper.FolderPolicy;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher.RunningHelper;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RepairEvent;
import app.regrip.helper.EventLine;
import app.regrip.text.Message;
import app.regrip.windows.elevation.WindowsHelper;
import app.regrip.windows.elevation.WindowsHelperLauncher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for Regrip in a rehearsal of the two programs: the tray starts the helper and cancels at
 * the first word, the helper says one and waits to be cancelled. All between them is the real thing.
 */
public final class Regrip {

  public static void main(String[] arguments) throws Exception {
    boolean helper = arguments.length > 0 && arguments[0].equals("helper");
    int code = helper ? helper(List.of(arguments).subList(1, arguments.length)) : tray(arguments);
    System.exit(code);
  }

  private static int helper(List<String> arguments) throws HelperArguments.RefusedException {
    Set<String> trusted = new HashSet<>(FolderPolicy.ofWindows().trusted());
    trusted.add(System.getProperty("regrip.also-trusted", FolderPolicy.SYSTEM));
    return new WindowsHelper(new FolderPolicy(trusted), Clock.systemUTC())
        .run(HelperArguments.parse(arguments), Regrip::repair);
  }

  private static int repair(InputStream in, OutputStream out, Path runs) {
    try {
      say(out, "runs in " + runs);
      BufferedReader words = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String word = words.readLine();
      say(out, "heard " + word);
      Files.writeString(runs.resolve("rehearsal.txt"), "heard " + word);
      return 0;
    } catch (IOException e) {
      return 1;
    }
  }

  private static void say(OutputStream out, String words) throws IOException {
    String line = EventLine.of(new RepairEvent.Said(Message.asIs(words))) + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  /** With "impostor" the helper gets a parent that is no Regrip. */
  private static int tray(String[] arguments) throws Exception {
    if (!List.of(arguments).contains("impostor")) {
      return tray(ProcessHandle.current().pid());
    }
    Process stranger = new ProcessBuilder("notepad.exe").start();
    try {
      return tray(stranger.pid());
    } finally {
      stranger.destroy();
    }
  }

  private static int tray(long parent) throws Exception {
    Path program = Path.of(System.getProperty("regrip.install"), "RegripHelper.exe");
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch spoken = new CountDownLatch(1);
    RunningHelper running =
        new WindowsHelperLauncher(program)
            .launch(
                new HelperArguments.Start(
                    FixRequest.of(Fix.ALL), UUID.randomUUID().toString(), parent),
                event -> {
                  System.out.println(event);
                  spoken.countDown();
                },
                ended::countDown);
    if (spoken.await(30, TimeUnit.SECONDS)) {
      running.cancel();
    }
    boolean over = ended.await(30, TimeUnit.SECONDS);
    System.out.println(over ? "the helper has ended" : "the helper goes on");
    return over ? 0 : 1;
  }
}
