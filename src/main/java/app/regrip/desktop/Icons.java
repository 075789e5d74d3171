package app.regrip.desktop;

import app.regrip.repair.Finding;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.swing.Icon;

/** The drawings of {@code icons/}, in the sizes needed. */
final class Icons {

  private static final String FOLDER = "app/regrip/icons/";
  private static final List<Integer> WINDOW_SIZES = List.of(16, 20, 24, 32, 48, 64, 128, 256);

  private Icons() {}

  /** For a window; {@code size} is scaled with the user interface. */
  static Icon icon(String drawing, int size) {
    return new FlatSVGIcon(path(drawing), size, size, Icons.class.getClassLoader());
  }

  static Icon icon(StepState state) {
    return icon("step-" + state.name().toLowerCase(Locale.ROOT), 18);
  }

  static Icon icon(Finding.Severity severity) {
    return icon(
        switch (severity) {
          case INFO -> "finding-info";
          case WARNING -> "finding-warning";
          case CAUSE -> "status-failing";
          case BLOCKS_REPAIR -> "step-failed";
          case UNKNOWN -> "status-unknown";
        },
        18);
  }

  /** The drawing that goes with how a repair ended. */
  static String drawing(Verdict.Kind kind) {
    return switch (kind) {
      case PROVEN, PASSED, DONE -> "status-ok";
      case UNDONE, CANCELLED -> "step-undone";
      case NOT_PROVEN_YET, REFUSED -> "finding-info";
      case RESTART_NEEDED, INTERRUPTED -> "status-attention";
      case STILL_FAILING, CALL_A_PROFESSIONAL, FAILED -> "status-failing";
    };
  }

  /** The program's own icon, as a window wants it. */
  static List<Image> window() {
    return WINDOW_SIZES.stream().map(size -> (Image) image("regrip", size)).toList();
  }

  /** Exactly {@code size} pixels wide and high, whatever the scale of the user interface. */
  static BufferedImage image(String drawing, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    // FlatSVGIcon would wake up Swing's looks, which an icon in the tray does without.
    URL drawn = Icons.class.getClassLoader().getResource(path(drawing));
    new SVGLoader().load(drawn).render((Component) null, g, new ViewBox(size, size));
    g.dispose();
    return image;
  }

  /**
   * The same for the tray, whose usual sizes are painted already: what reads a drawing would stay
   * in memory, 2 MB, as long as Regrip runs.
   */
  static BufferedImage tray(StatusIcon icon, int size) {
    String painted = FOLDER + "tray/" + icon.drawing() + "-" + size + ".png";
    try (InputStream png = Icons.class.getClassLoader().getResourceAsStream(painted)) {
      return png == null
          ? image(icon.drawing(), size)
          : ImageIO.read(new MemoryCacheImageInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(painted, e);
    }
  }

  private static String path(String drawing) {
    return FOLDER + drawing + ".svg";
  }

  /** Every drawing there must be. */
  static Stream<String> all() {
    return Stream.of(
            Stream.of(StatusIcon.values()).map(StatusIcon::drawing),
            Stream.of(StepState.values()).map(s -> "step-" + s.name().toLowerCase(Locale.ROOT)),
            Stream.of(Verdict.Kind.values()).map(Icons::drawing),
            Stream.of("regrip", "finding-info", "finding-warning"))
        .flatMap(s -> s)
        .distinct();
  }
}
