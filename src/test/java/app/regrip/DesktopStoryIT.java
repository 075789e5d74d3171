package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole story on a real desktop: a screen (Xvfb), a window manager, a tray, and a hand on the
 * mouse. Pictures of it are kept in {@code target/desktop-story}. It is passed over where these
 * tools are missing, but not on a build server.
 */
class DesktopStoryIT {

  private static final int TRIES_OF_THE_TRAY = 5;
  private static final List<String> TOOLS =
      List.of("Xvfb", "openbox", "trayer", "xdotool", "import");
  private static final Path PICTURES = Path.of("target", "desktop-story");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Where "Fix it" stands in the alert: from its left edge, and up from its lower edge. */
  private static final int FIX_IT_X = 56;

  private static final int FIX_IT_UP = 36;

  @TempDir Path data;

  private final List<Process> started = new ArrayList<>();
  private String display;

  @BeforeEach
  void aDesktop() throws Exception {
    List<String> missing = TOOLS.stream().filter(tool -> !isOnPath(tool)).toList();
    boolean buildServer = "true".equals(System.getenv("CI")) && !Folders.isWindows();
    if (!buildServer) {
      assumeTrue(missing.isEmpty(), "needs " + missing);
    }
    assertThat(missing).as("on a build server the desktop is tested").isEmpty();
    Files.createDirectories(PICTURES);
    Process screen =
        start(
            Map.of(), "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp");
    display =
        ":" + new BufferedReader(new InputStreamReader(screen.getInputStream())).readLine().strip();
    start(onScreen(), "openbox");
    aTray();
  }

  /** A tray that is started with its screen now and then ends before it is seen. */
  private void aTray() throws Exception {
    for (int i = 0; i < TRIES_OF_THE_TRAY; i++) {
      Process tray =
          start(
              onScreen(),
              "trayer",
              "--edge",
              "bottom",
              "--align",
              "right",
              "--widthtype",
              "request",
              "--height",
              "28");
      Instant enough = Instant.now().plusSeconds(10);
      while (tray.isAlive() && Instant.now().isBefore(enough)) {
        if (!windows("panel").isEmpty() || !windows("trayer").isEmpty()) {
          return;
        }
        Thread.sleep(150);
      }
      tray.destroyForcibly().waitFor();
    }
    throw new AssertionError("no tray came");
  }

  @AfterEach
  void allGone() throws Exception {
    for (int i = started.size() - 1; i >= 0; i--) {
      started.get(i).destroyForcibly().waitFor();
    }
  }

  @Test
  void fromTheToastToTheProof() throws Exception {
    Process regrip = startRegrip("--speed=400");

    String toast = await("the alert", () -> first(windows("Regrip alert")));
    await("a red icon in the tray", () -> isSeen(tray(), DesktopStoryIT::isRed));
    picture("1-toast");
    clickFixIt(toast);

    await("the window", () -> first(visible("^Regrip$")));
    await("the preview", () -> isSeen(all(), rgb -> rgb == 0xFFFFFF));
    Thread.sleep(1500);
    picture("2-preview");
    press("Return");

    await("a journal of the repair", () -> eventsContain("RungStarted"));
    await("DISM at work", () -> eventsContain("\"percent\":6"));
    picture("3-repair");
    await("the proof", () -> historyContains("\"PROVEN\""));
    await("a green icon in the tray", () -> isSeen(tray(), DesktopStoryIT::isGreen));
    picture("4-proven");

    assertThat(regrip.isAlive()).isTrue();
    Process second = startRegrip();
    assertThat(second.waitFor())
        .as("a second start shows the first one's window and ends")
        .isZero();
  }

  @Test
  void closingTheWindowStopsNothing() throws Exception {
    startRegrip("--speed=150");
    clickFixIt(await("the alert", () -> first(windows("Regrip alert"))));
    await("the window", () -> first(visible("^Regrip$")));
    Thread.sleep(1500);
    press("Return");
    await("a journal of the repair", () -> eventsContain("RungStarted"));
    press("ctrl+w");
    await("the window is closed", () -> visible("^Regrip$").isEmpty());

    await("the proof", () -> historyContains("\"PROVEN\""));
    assertThat(startRegrip().waitFor()).isZero();
    await("the window is back", () -> !visible("^Regrip$").isEmpty());
    Thread.sleep(1000);
    picture("5-reopened");
  }

  private Process startRegrip(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--data=" + data));
    arguments.addAll(Arrays.asList(options));
    Process process =
        RealProcess.regrip(arguments, onScreen())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("out.txt").toFile())
            .start();
    started.add(process);
    return process;
  }

  private void clickFixIt(String toast) throws Exception {
    Thread.sleep(500);
    int height =
        Integer.parseInt(
            run("xdotool", "getwindowgeometry", "--shell", toast)
                .lines()
                .filter(l -> l.startsWith("HEIGHT="))
                .findFirst()
                .orElseThrow()
                .substring(7));
    run(
        "xdotool",
        "mousemove",
        "--window",
        toast,
        Integer.toString(FIX_IT_X),
        Integer.toString(height - FIX_IT_UP),
        "click",
        "1");
  }

  /** Into the window that has the focus. */
  private void press(String key) throws Exception {
    run("xdotool", "key", key);
  }

  private List<String> windows(String name) throws Exception {
    return run("xdotool", "search", "--name", name).lines().toList();
  }

  private List<String> visible(String name) throws Exception {
    List<String> large = new ArrayList<>();
    for (String window :
        run("xdotool", "search", "--onlyvisible", "--name", name).lines().toList()) {
      boolean shown =
          run("xdotool", "getwindowgeometry", window)
              .lines()
              .anyMatch(l -> l.matches(".*Geometry: \\d{3,}x\\d{3,}.*"));
      if (shown) {
        large.add(window);
      }
    }
    return large;
  }

  private BufferedImage all() throws Exception {
    Path picture = data.resolve("look.png");
    run("import", "-window", "root", picture.toString());
    return ImageIO.read(picture.toFile());
  }

  /** The lower right corner, where the tray is. */
  private BufferedImage tray() throws Exception {
    BufferedImage all = all();
    return all.getSubimage(all.getWidth() - 120, all.getHeight() - 32, 120, 32);
  }

  private void picture(String name) throws Exception {
    run("import", "-window", "root", PICTURES.resolve(name + ".png").toString());
  }

  private boolean eventsContain(String text) throws IOException {
    return anyFileContains("events\\..*\\.jsonl", text);
  }

  private boolean historyContains(String text) throws IOException {
    return anyFileContains("history\\.log", text);
  }

  private boolean anyFileContains(String name, String text) throws IOException {
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(f -> f.getFileName().toString().matches(name)).toList()) {
        if (Files.readString(file).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private Map<String, String> onScreen() {
    return Map.of("DISPLAY", display);
  }

  private String run(String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(onScreen());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return out;
  }

  private Process start(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /**
   * Waits for something that is neither null nor false, and fails with a picture where it does not
   * come.
   */
  private <T> T await(String what, Callable<T> look) throws Exception {
    Instant enough = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(enough)) {
      T seen = look.call();
      if (seen != null && !Boolean.FALSE.equals(seen)) {
        return seen;
      }
      Thread.sleep(150);
    }
    picture("failed");
    Path out = data.resolve("out.txt");
    throw new AssertionError(
        "did not come: " + what + "\n" + (Files.exists(out) ? Files.readString(out) : ""));
  }

  private static String first(List<String> list) {
    return list.isEmpty() ? null : list.get(list.size() - 1);
  }

  private static boolean isSeen(BufferedImage picture, IntPredicate colour) {
    int seen = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        seen += colour.test(picture.getRGB(x, y) & 0xFFFFFF) ? 1 : 0;
      }
    }
    return seen > 20;
  }

  private static boolean isRed(int rgb) {
    return (rgb >> 16) > 160 && (rgb >> 8 & 0xFF) < 90 && (rgb & 0xFF) < 90;
  }

  private static boolean isGreen(int rgb) {
    return (rgb >> 8 & 0xFF) > 110 && (rgb >> 16) < 90;
  }

  private static boolean isOnPath(String tool) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
