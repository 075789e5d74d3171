package app.regrip.session;

import app.regrip.pc.Notifications.Action;
import app.regrip.storage.AtomicFile;
import app.regrip.threads.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One tray per user: the first start holds a file lock and listens on a loopback port; a second
 * start knocks there with the word that stands in a file only this user can read, and ends. The
 * only thing a knock can do is tell one wish of a closed list, none of which starts a repair.
 */
public final class SingleInstance implements AutoCloseable {

  /** The right to bring a window before those of others, which the system gives to one program. */
  public interface Foreground {

    /** Lets the process with this id have it too. */
    void passTo(long process);
  }

  private static final int KNOCK_MILLIS = 2000;

  private final FileChannel channel;
  private final ServerSocket door;

  private SingleInstance(FileChannel channel, ServerSocket door) {
    this.channel = channel;
    this.door = door;
  }

  /**
   * Empty where another instance runs; it has been told the wish then.
   *
   * @param foreground how a later instance, which the user has just started, lets the first come to
   *     the front in its place
   * @param heard is told the wishes of later instances
   */
  public static Optional<SingleInstance> first(
      Path dataFolder, Action wish, Foreground foreground, Consumer<Action> heard)
      throws IOException {
    Files.createDirectories(dataFolder);
    AtomicFile address = new AtomicFile(dataFolder.resolve("instance.txt"));
    FileChannel channel =
        FileChannel.open(
            dataFolder.resolve("instance.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      knock(address, wish, foreground);
      return Optional.empty();
    }
    ServerSocket door = new ServerSocket();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    String word = HexFormat.of().formatHex(secret);
    address.write(door.getLocalPort() + " " + word + " " + ProcessHandle.current().pid());
    SingleInstance instance = new SingleInstance(channel, door);
    Daemon.start("single-instance", () -> instance.answer(word, heard));
    return Optional.of(instance);
  }

  @Override
  public void close() throws IOException {
    door.close();
    channel.close();
  }

  private void answer(String word, Consumer<Action> heard) {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        caller.setSoTimeout(KNOCK_MILLIS);
        InputStream in = caller.getInputStream();
        if (word.equals(new String(in.readNBytes(word.length()), StandardCharsets.US_ASCII))) {
          int wish = in.read();
          if (wish >= 0 && wish < Action.values().length) {
            heard.accept(Action.values()[wish]);
          }
        }
      } catch (IOException e) {
        // A caller that says nothing, or the door being closed.
      }
    }
  }

  private static void knock(AtomicFile address, Action wish, Foreground foreground)
      throws IOException {
    String[] portWordAndProcess = address.read().orElse("").split(" ");
    if (portWordAndProcess.length != 3) {
      return;
    }
    try (Socket socket = new Socket()) {
      // Before the door is opened: who stands there has to speak within KNOCK_MILLIS.
      foreground.passTo(Long.parseLong(portWordAndProcess[2]));
      socket.connect(
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), Integer.parseInt(portWordAndProcess[0])),
          KNOCK_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(portWordAndProcess[1].getBytes(StandardCharsets.US_ASCII));
      out.write(wish.ordinal());
      out.flush();
    } catch (IOException | IllegalArgumentException e) {
      System.getLogger(SingleInstance.class.getName())
          .log(System.Logger.Level.INFO, "the running Regrip did not answer", e);
    }
  }
}
