package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class IconsTest {

  private static final int TRAY = 16;
  private static final int CLEARLY = 12;

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
