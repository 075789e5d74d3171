package app.regrip.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked of a server that says what it is told to. */
class ReleasesPageTest {

  private final List<String> asked = new ArrayList<>();
  private final AtomicReference<String> leadsTo = new AtomicReference<>("");
  private HttpServer server;
  private ReleasesPage page;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        request -> {
          asked.add(request.getRequestMethod() + " " + request.getRequestURI());
          request
              .getRequestHeaders()
              .forEach((name, values) -> asked.add(name + ": " + String.join(", ", values)));
          if (!leadsTo.get().isEmpty()) {
            request.getResponseHeaders().set("Location", leadsTo.get());
          }
          request.getResponseHeaders().set("Set-Cookie", "who=you");
          request.sendResponseHeaders(302, -1);
          request.close();
        });
    server.start();
    page =
        new ReleasesPage(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/some/regrip"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theNewestReleaseIsWhereThePageLeadsTo() throws IOException {
    leadsTo.set(page.homepage() + "/releases/tag/v1.30.2");
    assertThat(page.newest()).isEqualTo(new Version(1, 30, 2));
  }

  @Test
  void itIsOneQuestionThatNamesNobody() throws IOException {
    leadsTo.set(page.homepage() + "/releases/tag/v1.3.0");
    page.newest();
    page.newest();

    List<String> one =
        List.of(
            "HEAD /some/regrip/releases/latest",
            "Accept: */*",
            "Connection: close",
            "Host: 127.0.0.1:" + server.getAddress().getPort(),
            "User-agent: Regrip");
    assertThat(asked.subList(0, one.size())).containsExactlyInAnyOrderElementsOf(one);
    assertThat(asked.subList(one.size(), asked.size()))
        .as("also after the server has tried to mark us")
        .containsExactlyInAnyOrderElementsOf(one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HOME/releases",
        "HOME/releases/tag/v",
        "HOME/releases/tag/1.3.0",
        "HOME/releases/tag/v1.3",
        "HOME/releases/tag/v1.3.0-rc1",
        "HOME/releases/tag/v1.3.0?from=here",
        "HOME/releases/tag/v1.3.0/../v9.9.9",
        "HOME/releases/tag/v99999999999999999999.0.0",
        "HOME/releases/tag/v-1.0.0",
        "https://example.org/some/regrip/releases/tag/v9.9.9",
        "ELSEWHERE/releases/tag/v9.9.9",
        "/some/regrip/releases/tag/v9.9.9",
        "file:///C:/Windows/System32/calc.exe",
        "regrip:fix"
      })
  void anythingElseIsNoVersionAndNotFollowed(String answer) {
    String home = page.homepage().toString();
    leadsTo.set(
        answer.replace("HOME", home).replace("ELSEWHERE", home.replace("127.0.0.1", "127.0.0.2")));

    assertThatThrownBy(page::newest)
        .isInstanceOf(IOException.class)
        .hasMessage("it answered with 302 and no version");
    assertThat(asked).filteredOn(line -> line.startsWith("HEAD ")).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereIsAnError() {
    server.stop(0);
    assertThatThrownBy(page::newest).isInstanceOf(IOException.class);
  }

  @Test
  void thePageToOpenIsOursWhateverTheServerSays() {
    assertThat(ReleasesPage.of("https://example.org/regrip"))
        .map(ReleasesPage::address)
        .contains(URI.create("https://example.org/regrip/releases/latest"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "${regrip.homepage}",
        "http://example.org/regrip",
        "https://example.org/regrip/",
        "https://you@example.org/regrip",
        "https://example.org/regrip?who=you",
        "https://example.org/regrip#here",
        "https:///regrip",
        "file:///regrip",
        "example.org/regrip"
      })
  void onlyAPlainAddressOverHttpsIsAsked(String homepage) {
    assertThat(ReleasesPage.of(homepage)).isEmpty();
  }

  @Test
  void aBuildThatNobodyPublishesAsksNobody() {
    assertThat(ReleasesPage.ofThisBuild()).isEqualTo(Optional.empty());
  }
}
