package app.regrip;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;

/**
 * A screen without glass (Xvfb) with a window manager and a tray, and a user in front of it, who
 * sees colours, reads words and has a hand on mouse and keyboard.
 */
final class Screen implements AutoCloseable {

  static final List<String> TOOLS =
      List.of("Xvfb", "openbox", "trayer", "xdotool", "import", "convert", "tesseract");

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int BETWEEN_LOOKS_MILLIS = 150;

  /** Of the light theme: buttons that are meant first, and bars. */
  private static final int ACCENT = 0x0F6CBD;

  private static final int BAR_TRACK = 0xC3C7CD;
  private static final int SHORTEST_BAR = 300;

  /** Where the one colour goes over into the other. */
  private static final int BAR_SEAM = 4;

  private final Path pictures;
  private final List<Process> started = new ArrayList<>();
  private final String display;

  private Screen(Path pictures) throws Exception {
    this.pictures = pictures;
    Files.createDirectories(pictures);
    // Without -noreset it would begin anew, and turn everybody away, when its first client ends.
    Process server =
        keep(
            new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x900x24",
                "-nolisten",
                "tcp",
                "-noreset"));
    display =
        ":" + new BufferedReader(new InputStreamReader(server.getInputStream())).readLine().strip();
  }

  /** With a window manager and a tray in its lower right corner. */
  static Screen open(Path pictures) throws Exception {
    Screen screen = new Screen(pictures);
    screen.start("openbox");
    screen.await("a window manager", () -> !screen.say("xdotool", "get_num_desktops").isBlank());
    screen.start("trayer", "--edge", "bottom", "--align", "right", "--height", "28");
    screen.await("a tray", () -> !screen.windows("panel").isEmpty());
    return screen;
  }

  static List<String> missingTools() {
    return TOOLS.stream().filter(tool -> !isOnPath(tool)).toList();
  }

  Map<String, String> environment() {
    return Map.of("DISPLAY", display);
  }

  /** Ends with the screen. */
  Process keep(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process);
    return process;
  }

  /** The windows of a title, a regular expression. */
  List<String> windows(String name) throws Exception {
    return say("xdotool", "search", "--name", name).lines().toList();
  }

  /** The visible one of a title; null where there is none. Tiny ones are no windows to a user. */
  String window(String name) throws Exception {
    for (String window :
        say("xdotool", "search", "--onlyvisible", "--name", name).lines().toList()) {
      if (say("xdotool", "getwindowgeometry", window)
          .matches("(?s).*Geometry: \\d{3,}x\\d{2,}.*")) {
        return window;
      }
    }
    return null;
  }

  /** Whether the keyboard goes to a window of this title. */
  boolean isActive(String name) throws Exception {
    String active = say("xdotool", "getactivewindow", "getwindowname").strip();
    return active.matches(name);
  }

  /** What can be read on the screen, twice as large, since letters of a screen are small. */
  String words() throws Exception {
    Process shot = run("import", "-window", "root", "png:-");
    Process large = run("convert", "png:-", "-colorspace", "Gray", "-resize", "200%", "png:-");
    pipe(shot, large);
    Process reader = run("tesseract", "-", "-", "--psm", "4");
    pipe(large, reader);
    return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  boolean reads(String... wanted) throws Exception {
    String words = words();
    return Arrays.stream(wanted).allMatch(words::contains);
  }

  /** Whether a button that is meant first, which Return presses, is on the screen. */
  boolean hasPrimaryButton() throws Exception {
    return count(all(), rgb -> rgb == ACCENT) > 1200;
  }

  /** How full the progress bar is, 0 to 1. */
  OptionalDouble bar() throws Exception {
    BufferedImage all = all();
    for (int y = 0; y < all.getHeight(); y++) {
      OptionalDouble part = bar(all, y);
      if (part.isPresent()) {
        return part;
      }
    }
    return OptionalDouble.empty();
  }

  /** A line in the accent colour that goes on in the colour of the track. */
  private static OptionalDouble bar(BufferedImage picture, int y) {
    int full = 0;
    int track = 0;
    int lastFull = -1;
    int firstTrack = -1;
    for (int x = 0; x < picture.getWidth(); x++) {
      int rgb = picture.getRGB(x, y) & 0xFFFFFF;
      if (rgb == BAR_TRACK) {
        firstTrack = track == 0 ? x : firstTrack;
        track++;
      } else if (rgb == ACCENT && track == 0) {
        lastFull = x;
        full++;
      }
    }
    boolean isOne = track > 0 && (full == 0 || firstTrack - lastFull <= BAR_SEAM);
    return isOne && full + track > SHORTEST_BAR
        ? OptionalDouble.of((double) full / (full + track))
        : OptionalDouble.empty();
  }

  boolean trayIsRed() throws Exception {
    return count(tray(), Screen::isRed) > 20;
  }

  boolean trayIsGreen() throws Exception {
    return count(tray(), Screen::isGreen) > 20;
  }

  void press(String key) throws Exception {
    say("xdotool", "key", key);
  }

  /** In the middle of the primary button of a window. */
  void clickPrimaryButton() throws Exception {
    BufferedImage all = all();
    long count = 0;
    long xs = 0;
    long ys = 0;
    for (int x = 0; x < all.getWidth(); x++) {
      for (int y = 0; y < all.getHeight(); y++) {
        if ((all.getRGB(x, y) & 0xFFFFFF) == ACCENT) {
          count++;
          xs += x;
          ys += y;
        }
      }
    }
    say("xdotool", "mousemove", Long.toString(xs / count), Long.toString(ys / count), "click", "1");
  }

  void picture(String name) throws Exception {
    say("import", "-window", "root", pictures.resolve(name + ".png").toString());
  }

  /** Looks until it is there, and fails with a picture where it does not come. */
  void await(String what, Callable<Boolean> look) throws Exception {
    Instant enough = Instant.now().plus(PATIENCE);
    while (!look.call()) {
      if (Instant.now().isAfter(enough)) {
        picture("failed");
        throw new AssertionError("did not come: " + what + "\nwhat can be read:\n" + words());
      }
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    }
  }

  @Override
  public void close() throws Exception {
    for (int i = started.size() - 1; i >= 0; i--) {
      started.get(i).destroyForcibly().waitFor();
    }
  }

  private Process start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment());
    return keep(builder.redirectOutput(ProcessBuilder.Redirect.DISCARD));
  }

  private Process run(String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment());
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    return builder.start();
  }

  private static void pipe(Process from, Process to) throws IOException {
    try (var out = to.getOutputStream()) {
      from.getInputStream().transferTo(out);
    }
  }

  private String say(String... command) throws Exception {
    Process process = run(command);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }

  private BufferedImage all() throws Exception {
    byte[] png = run("import", "-window", "root", "png:-").getInputStream().readAllBytes();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** The lower right corner. */
  private BufferedImage tray() throws Exception {
    BufferedImage all = all();
    return all.getSubimage(all.getWidth() - 120, all.getHeight() - 32, 120, 32);
  }

  private static int count(BufferedImage picture, IntPredicate colour) {
    int seen = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        seen += colour.test(picture.getRGB(x, y) & 0xFFFFFF) ? 1 : 0;
      }
    }
    return seen;
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
