package app.regrip.desktop;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** The picture of the tray icon: made anew where another face or another size is wanted. */
final class IconPicture {

  private record Drawn(StatusIcon icon, int size) {}

  private Optional<Drawn> drawn = Optional.empty();

  /**
   * @param size in pixels of the screen
   * @return empty where it is as it was
   */
  Optional<BufferedImage> anew(StatusIcon icon, int size) {
    Optional<Drawn> wanted = Optional.of(new Drawn(icon, size));
    if (wanted.equals(drawn)) {
      return Optional.empty();
    }
    drawn = wanted;
    return Optional.of(Icons.tray(icon, size));
  }
}
