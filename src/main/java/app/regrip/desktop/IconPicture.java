package app.regrip.desktop;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** The picture of the tray icon: made anew where another face or another size is wanted. */
final class IconPicture {

  private Optional<StatusIcon> drawn = Optional.empty();
  private int size;

  /**
   * @param size in pixels of the screen
   * @return empty where it is as it was
   */
  Optional<BufferedImage> anew(StatusIcon icon, int size) {
    if (drawn.equals(Optional.of(icon)) && size == this.size) {
      return Optional.empty();
    }
    drawn = Optional.of(icon);
    this.size = size;
    return Optional.of(Icons.tray(icon, size));
  }
}
