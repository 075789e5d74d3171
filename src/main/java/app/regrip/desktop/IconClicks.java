package app.regrip.desktop;

/** Where clicks on the tray icon can be had from, if the library that shows it keeps them. */
@FunctionalInterface
public interface IconClicks {

  /**
   * From now on these hear of the clicks, on any thread, and the library does not.
   *
   * @param plain the left button, or Enter
   * @param menu the right button
   * @return false where there is no way; the library goes on as it does
   */
  boolean take(Runnable plain, Runnable menu);

  /** Where there is no way. */
  static IconClicks none() {
    return (plain, menu) -> false;
  }
}
