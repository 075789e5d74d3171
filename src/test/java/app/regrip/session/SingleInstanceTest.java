package app.regrip.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

  @TempDir Path data;

  @Test
  void aSecondProcessTellsTheFirstItsWishAndAStrangerDoesNot() throws Exception {
    List<Action> wishes = new CopyOnWriteArrayList<>();
    AtomicReference<String> passedBefore = new AtomicReference<>("");
    CountDownLatch knocked = new CountDownLatch(1);
    Consumer<Action> heard =
        wish -> {
          wishes.add(wish);
          passedBefore.set(passed());
          knocked.countDown();
        };
    try (SingleInstance first =
        SingleInstance.first(data, Action.OPEN, process -> {}, heard).orElseThrow()) {
      assertThat(first).isNotNull();
      int port = Integer.parseInt(Files.readString(data.resolve("instance.txt")).split(" ")[0]);
      try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
        stranger.getOutputStream().write("open sesame, please, open the window".getBytes());
      }
      assertThat(second()).isZero();
      assertThat(knocked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(wishes).containsExactly(Action.DETAILS);
      assertThat(passedBefore.get())
          .as("the first may come to the front before it is asked to")
          .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }
    assertThat(second()).as("the first is gone").isEqualTo(1);
  }

  /** 0 where another instance was there. */
  private int second() throws Exception {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SingleInstanceTest.class.getName(),
                data.toString()))
        .inheritIO()
        .start()
        .waitFor();
  }

  /** The second process. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    System.exit(
        SingleInstance.first(folder, Action.DETAILS, process -> write(folder, process), wish -> {})
                .isPresent()
            ? 1
            : 0);
  }

  private static void write(Path folder, long process) {
    try {
      Files.writeString(folder.resolve("passed"), Long.toString(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String passed() {
    try {
      return Files.exists(data.resolve("passed")) ? Files.readString(data.resolve("passed")) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
