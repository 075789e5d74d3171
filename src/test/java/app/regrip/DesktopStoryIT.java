package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole story on a real desktop, by what a user sees and does there. Pictures of it are kept in
 * {@code target/desktop-story}. It is passed over where its tools are missing, but not on a build
 * server.
 */
class DesktopStoryIT {

  private static final String WINDOW = "Regrip";
  private static final String ALERT = "Regrip alert";

  /** How often the bar has to be seen elsewhere than before. */
  private static final int PLACES_OF_THE_BAR = 4;

  @TempDir Path data;

  private Screen screen;

  @BeforeEach
  void aDesktop() throws Exception {
    List<String> missing = Screen.missingTools();
    boolean buildServer = "true".equals(System.getenv("CI")) && !Folders.isWindows();
    if (!buildServer) {
      assumeTrue(missing.isEmpty(), "needs " + missing);
    }
    assertThat(missing).as("on a build server the desktop is tested").isEmpty();
    screen = Screen.open(Path.of("target", "desktop-story"));
  }

  @AfterEach
  void allGone() throws Exception {
    if (screen != null) {
      screen.close();
    }
  }

  @Test
  void fromTheToastToTheProof() throws Exception {
    Process regrip = startRegrip("--speed=100");
    theAlertIsClicked("1-toast");
    thePreviewIsContinued("2-preview");

    theBarMoves();
    screen.picture("3-repair");
    theProofIsSeen("4-proven", "Check system files (SFC)", "Repair the component store (DISM)");

    assertThat(regrip.isAlive()).isTrue();
    Process second = startRegrip();
    assertThat(second.waitFor())
        .as("a second start shows the first one's window and ends")
        .isZero();
  }

  @Test
  void closingTheWindowStopsNothing() throws Exception {
    startRegrip("--speed=150");
    theAlertIsClicked("5-toast");
    thePreviewIsContinued("6-preview");
    screen.await("the repair on the screen", () -> screen.reads("Cancel the repair"));
    screen.press("ctrl+w");
    screen.await("the window is closed", () -> screen.window(WINDOW) == null);

    screen.await("a green icon in the tray", screen::trayIsGreen);
    assertThat(startRegrip().waitFor()).isZero();
    theProofIsSeen("7-reopened");
  }

  /** They would take more memory than all the rest of it. */
  @Test
  void anIconAloneNeedsNoLooksOfWindows() throws Exception {
    Process regrip = startRegrip("--simulate=healthy");
    screen.await("a green icon in the tray", screen::trayIsGreen);

    assertThat(livingObjects(regrip)).contains("java.awt.TrayIcon").doesNotContain("LookAndFeel");
  }

  private static String livingObjects(Process process) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process histogram =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
            .start();
    return new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private void theAlertIsClicked(String picture) throws Exception {
    screen.await("the alert", () -> screen.window(ALERT) != null && screen.hasPrimaryButton());
    screen.await("a red icon in the tray", screen::trayIsRed);
    screen.picture(picture);
    screen.clickPrimaryButton();
  }

  private void thePreviewIsContinued(String picture) throws Exception {
    screen.await(
        "the preview",
        () ->
            screen.isActive(WINDOW)
                && screen.hasPrimaryButton()
                && screen.reads("What will be done"));
    screen.picture(picture);
    screen.press("Return");
  }

  /** From left to right, as far as one step goes; the next one begins on the left again. */
  private void theBarMoves() throws Exception {
    TreeSet<Double> places = new TreeSet<>();
    screen.await(
        "a bar that moves",
        () -> {
          OptionalDouble place = screen.bar();
          if (place.isPresent()) {
            places.tailSet(place.getAsDouble(), false).clear();
            places.add(place.getAsDouble());
          }
          return places.size() >= PLACES_OF_THE_BAR;
        });
  }

  private void theProofIsSeen(String picture, String... also) throws Exception {
    screen.await("a green icon in the tray", screen::trayIsGreen);
    screen.await("the proof", () -> screen.reads("Updates work again", "Fixed and proven"));
    screen.await("what was done", () -> screen.reads(also));
    screen.picture(picture);
  }

  private Process startRegrip(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--data=" + data));
    arguments.addAll(Arrays.asList(options));
    return screen.keep(
        RealProcess.regrip(arguments, screen.environment())
            .redirectOutput(data.resolve("out.txt").toFile()));
  }
}
