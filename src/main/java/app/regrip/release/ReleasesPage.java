package app.regrip.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The page that has the releases of Regrip, and the only address outside that Regrip asks by
 * itself. It leads on to the newest release, and the address of that one ends with its version. So
 * one question is enough, no page is read, and nothing of an answer is kept but three numbers.
 *
 * @param homepage of the project, without a slash at the end
 */
public record ReleasesPage(URI homepage) {

  /** Filled in by the build: who publishes a Regrip knows where ("mvn -Dregrip.homepage=…"). */
  private static final String OF_THIS_BUILD = "homepage.txt";

  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(10).toMillis();

  /** Empty where whoever built this Regrip publishes none. */
  public static Optional<ReleasesPage> ofThisBuild() {
    try (InputStream text = ReleasesPage.class.getResourceAsStream(OF_THIS_BUILD)) {
      return text == null
          ? Optional.empty()
          : of(new String(text.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing but HTTPS: who answers is to be who was asked. */
  static Optional<ReleasesPage> of(String homepage) {
    try {
      URI address = new URI(homepage);
      boolean plain =
          "https".equals(address.getScheme())
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && !homepage.endsWith("/");
      return plain ? Optional.of(new ReleasesPage(address)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What is asked, and what a person opens. */
  public URI address() {
    return URI.create(homepage + "/releases/latest");
  }

  /**
   * The newest version, by one request that tells of nobody: no cookie, no name but Regrip's.
   * Blocks for seconds.
   */
  Version newest() throws IOException {
    HttpURLConnection question = (HttpURLConnection) address().toURL().openConnection();
    question.setRequestMethod("HEAD");
    question.setInstanceFollowRedirects(false);
    question.setConnectTimeout(PATIENCE_MILLIS);
    question.setReadTimeout(PATIENCE_MILLIS);
    question.setRequestProperty("User-Agent", "Regrip");
    question.setRequestProperty("Accept", "*/*");
    question.setRequestProperty("Connection", "close");
    try {
      int code = question.getResponseCode();
      return Optional.ofNullable(question.getHeaderField("Location"))
          .flatMap(this::named)
          .orElseThrow(() -> new IOException("it answered with " + code + " and no version"));
    } finally {
      question.disconnect();
    }
  }

  private Optional<Version> named(String release) {
    String before = homepage + "/releases/tag/v";
    return release.startsWith(before)
        ? Version.parse(release.substring(before.length()))
        : Optional.empty();
  }
}
