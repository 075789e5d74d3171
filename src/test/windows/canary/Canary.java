import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An agent that nobody should load: it takes down that a JVM did. */
public final class Canary {

  private Canary() {}

  public static void premain(String arguments, Instrumentation jvm) throws Exception {
    Files.writeString(
        Path.of(arguments),
        ProcessHandle.current().info().command().orElse("?") + "\r\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
