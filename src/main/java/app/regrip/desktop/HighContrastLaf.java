package app.regrip.desktop;

import com.formdev.flatlaf.FlatDarkLaf;

/** Its colours are in {@code theme/HighContrastLaf.properties}. */
public final class HighContrastLaf extends FlatDarkLaf {

  @Override
  public String getName() {
    return "Regrip high contrast";
  }
}
