package app.regrip.release;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.storage.AtomicFile;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day after the other, with a server of our own. */
class NewVersionsTest {

  @TempDir Path folder;

  private final SetClock clock = new SetClock();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final AtomicInteger questions = new AtomicInteger();
  private HttpServer server;
  private ReleasesPage page;
  private String newest = "1.3.0";
  private boolean wanted = true;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        request -> {
          questions.incrementAndGet();
          request
              .getResponseHeaders()
              .set("Location", page.homepage() + "/releases/tag/v" + newest);
          request.sendResponseHeaders(302, -1);
          request.close();
        });
    server.start();
    page = new ReleasesPage(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aNewerOneIsToldOnceThePageWasAsked() {
    NewVersions versions = versions();
    assertThat(versions.newer()).isEmpty();

    versions.lookIfDue();
    assertThat(questions).as("not on the thread of whoever looks").hasValue(0);
    answer();
    assertThat(versions.newer()).contains(new Version(1, 3, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.0", "1.1.99", "0.99.0", "nonsense"})
  void thisOneAnOlderOneOrNonsenseIsNotToldOf(String answer) {
    newest = answer;
    NewVersions versions = versions();
    versions.lookIfDue();
    answer();
    assertThat(questions).hasValue(1);
    assertThat(versions.newer()).isEmpty();
  }

  @Test
  void itIsAskedOnceADayAlsoAfterANewStart() {
    NewVersions versions = versions();
    versions.lookIfDue();
    versions.lookIfDue();
    answer();
    clock.advance(Duration.ofHours(23));
    versions.lookIfDue();
    versions().lookIfDue();
    answer();
    assertThat(questions).hasValue(1);

    newest = "1.4.0";
    clock.advance(Duration.ofHours(1));
    NewVersions startedAgain = versions();
    assertThat(startedAgain.newer()).as("as it was kept").contains(new Version(1, 3, 0));
    startedAgain.lookIfDue();
    answer();
    assertThat(questions).hasValue(2);
    assertThat(startedAgain.newer()).contains(new Version(1, 4, 0));
  }

  @Test
  void nobodyIsAskedUnlessThatIsWanted() {
    wanted = false;
    NewVersions versions = versions();
    versions.lookIfDue();
    assertThat(background).isEmpty();

    wanted = true;
    versions.lookIfDue();
    answer();
    assertThat(versions.newer()).isPresent();

    wanted = false;
    assertThat(versions.newer()).isEmpty();
  }

  @Test
  void aFailureIsNoReasonToAskAgainTodayAndForgetsNothing() {
    NewVersions versions = versions();
    versions.lookIfDue();
    answer();
    newest = "gone";
    clock.advance(Duration.ofDays(1));
    versions.lookIfDue();
    answer();
    versions.lookIfDue();
    answer();
    assertThat(questions).hasValue(2);
    assertThat(versions.newer()).contains(new Version(1, 3, 0));

    clock.advance(Duration.ofDays(1));
    versions.lookIfDue();
    answer();
    assertThat(questions).hasValue(3);
  }

  @Test
  void aClockThatWasSetBackDoesNotPutItOffForYears() {
    clock.advance(Duration.ofDays(3000));
    versions().lookIfDue();
    answer();
    clock.advance(Duration.ofDays(-3000));
    versions().lookIfDue();
    answer();
    assertThat(questions).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"at\":\"yesterday\"}",
        "{\"at\":\"2020-01-01T00:00:00Z\",\"newest\":\"<b>9</b>\"}",
        "{\"newest\":\"1.3.0\"}"
      })
  void aFileThatSomebodyElseWroteIsNoTrouble(String text) throws IOException {
    Files.writeString(file(), text);
    NewVersions versions = versions();
    assertThat(versions.newer()).isEmpty();
    versions.lookIfDue();
    answer();
    assertThat(versions.newer()).contains(new Version(1, 3, 0));
  }

  private void answer() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private NewVersions versions() {
    return new NewVersions(
        new Version(1, 2, 0), page, new AtomicFile(file()), clock, () -> wanted, background::add);
  }

  private Path file() {
    return folder.resolve("new-version.json");
  }
}
