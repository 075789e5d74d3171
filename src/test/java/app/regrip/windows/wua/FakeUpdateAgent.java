package app.regrip.windows.wua;

import app.regrip.text.Message;
import app.regrip.windows.FakesFolder;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The Windows Update agent of {@code wuaserver.c}, which knows of nothing to begin with. */
final class FakeUpdateAgent {

  private static final List<String> FED =
      List.of(
          "history.txt",
          "search.txt",
          "offline.txt",
          "hidden.txt",
          "offered.txt",
          "download.txt",
          "downloaded.txt",
          "busy.txt",
          "fail.txt",
          "calls.log");

  private final Path folder;

  private FakeUpdateAgent(Path folder) {
    this.folder = folder;
  }

  static FakeUpdateAgent open() throws Exception {
    Path library = Path.of(System.getenv("SystemRoot"), "system32", "wuaserver.dll");
    Assumptions.assumeTrue(Files.exists(library), "wuaserver.dll is not here");
    FakeUpdateAgent agent = new FakeUpdateAgent(FakesFolder.of("wua"));
    for (String name : FED) {
      agent.feed(name);
    }
    ComPointer.check(
        Message.asIs("registering wuaserver.dll failed"),
        Function.getFunction(library.toString(), "DllRegisterServer").invokeInt(new Object[0]));
    return agent;
  }

  /** From now on, what the file of that name says. */
  void feed(String name, String... lines) throws IOException {
    Files.write(file(name), List.of(lines));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  /** What the agent was asked so far, as {@code QueryHistory 0 3}. */
  List<String> asked() throws IOException {
    return Files.readAllLines(file("calls.log"));
  }

  /** Returns once a search hangs. */
  void awaitHanging() throws IOException, InterruptedException {
    while (!asked().contains("hanging")) {
      Thread.sleep(20);
    }
  }
}
