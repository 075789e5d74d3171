package app.regrip.desktop;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconsTest {

  private static final int TRAY = 16;
  private static final int CLEARLY = 12;

  /** At 100 to 400 % of Windows, and what the trays of other systems take. */
  private static final List<Integer> PAINTED = List.of(16, 20, 22, 24, 28, 32, 36, 40, 48, 56, 64);

  @Test
  void everyDrawingIsThereAndFillsItsSize() {
    Icons.all()
        .forEach(
            drawing -> {
              BufferedImage image = Icons.image(drawing, 32);
              assertThat(image.getWidth()).isEqualTo(32);
              assertThat(covered(image)).as(drawing).isGreaterThan(32 * 32 / 20);
            });
  }

  /** Who can't tell red from green still has to see which is which: outlines alone differ. */
  @Test
  void statusIconsDifferByShapeAtTraySize() {
    StatusIcon[] icons = StatusIcon.values();
    for (int i = 0; i < icons.length; i++) {
      for (int j = i + 1; j < icons.length; j++) {
        int different =
            differentOutline(
                Icons.image(icons[i].drawing(), TRAY), Icons.image(icons[j].drawing(), TRAY));
        assertThat(different).as(icons[i] + " and " + icons[j]).isGreaterThan(CLEARLY);
      }
    }
  }

  /** Nobody's task bar makes an icon disappear: light, dark, and either high contrast. */
  @ParameterizedTest
  @EnumSource(StatusIcon.class)
  void statusIconsStandOutFromEveryTaskBar(StatusIcon icon) {
    Color fill = mostFrequent(Icons.image(icon.drawing(), 32));
    for (int bar : new int[] {0xFFFFFF, 0xF3F3F3, 0xEEEEEE, 0x202020, 0x1C1C1C, 0x000000}) {
      assertThat(ContrastTest.contrast(fill, new Color(bar)))
          .as("%s on #%06X", icon, bar)
          .isGreaterThanOrEqualTo(ContrastTest.EDGE);
    }
  }

  private static Color mostFrequent(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .mapToObj(i -> new int[] {i % image.getWidth(), i / image.getWidth()})
        .filter(at -> isOpaque(image, at[0], at[1]))
        .collect(groupingBy(at -> image.getRGB(at[0], at[1]), counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Color(most.getKey()))
        .orElseThrow();
  }

  /**
   * After a drawing was changed, {@code -DargLine=-Dregrip.golden=write} paints its pictures anew.
   * Java's own versions differ by a shade.
   */
  @ParameterizedTest
  @EnumSource(StatusIcon.class)
  void thePicturesOfTheTrayAreThoseOfTheDrawings(StatusIcon icon) throws IOException {
    for (int size : PAINTED) {
      BufferedImage drawn = Icons.image(icon.drawing(), size);
      Path painted = Path.of("icons", "tray", icon.drawing() + "-" + size + ".png");
      if ("write".equals(System.getProperty("regrip.golden"))) {
        ImageIO.write(drawn, "png", painted.toFile());
      }
      assertThat(painted).exists();
      assertThat(furthest(Icons.tray(icon, size), drawn)).as("%s", painted).isLessThan(32);
    }
    assertThat(Icons.tray(icon, 17).getWidth()).isEqualTo(17);
  }

  /** By how much the most different two channels of a pixel differ. */
  private static int furthest(BufferedImage one, BufferedImage other) {
    int[] first = channels(one);
    int[] second = channels(other);
    assertThat(first).hasSameSizeAs(second);
    return IntStream.range(0, first.length)
        .map(i -> Math.abs(first[i] - second[i]))
        .max()
        .orElse(0);
  }

  /** Colours count as much as they can be seen. */
  private static int[] channels(BufferedImage image) {
    BufferedImage seen =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    seen.createGraphics().drawImage(image, 0, 0, null);
    return seen.getRaster().getPixels(0, 0, seen.getWidth(), seen.getHeight(), (int[]) null);
  }

  @Test
  void anotherScaleIsDrawnAnewAndTheSameIsNot() {
    IconPicture picture = new IconPicture();
    assertThat(picture.anew(StatusIcon.OK, 16)).map(BufferedImage::getWidth).contains(16);
    assertThat(picture.anew(StatusIcon.OK, 16)).isEmpty();
    assertThat(picture.anew(StatusIcon.OK, 24)).map(BufferedImage::getWidth).contains(24);
    assertThat(picture.anew(StatusIcon.FAILING, 24)).isPresent();
  }

  private static int covered(BufferedImage image) {
    int covered = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        covered += isOpaque(image, x, y) ? 1 : 0;
      }
    }
    return covered;
  }

  private static int differentOutline(BufferedImage one, BufferedImage other) {
    int different = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        different += isOpaque(one, x, y) == isOpaque(other, x, y) ? 0 : 1;
      }
    }
    return different;
  }

  private static boolean isOpaque(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) >>> 24) > 127;
  }
}
