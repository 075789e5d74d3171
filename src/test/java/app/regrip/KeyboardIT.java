package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.regrip.desktop.KeyboardStory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The window by keyboard alone, on a screen of its own. */
class KeyboardIT {

  @Test
  void everythingIsReachedAndNothingIsLost() throws Exception {
    List<String> missing = Screen.missingTools();
    boolean buildServer = "true".equals(System.getenv("CI")) && !Folders.isWindows();
    if (!buildServer) {
      assumeTrue(missing.isEmpty(), "needs " + missing);
    }
    assertThat(missing).as("on a build server the desktop is tested").isEmpty();
    try (Screen screen = Screen.open(Path.of("target", "keyboard"))) {
      ProcessBuilder story =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              KeyboardStory.class.getName());
      story.environment().putAll(screen.environment());
      Process process = story.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
  }
}
