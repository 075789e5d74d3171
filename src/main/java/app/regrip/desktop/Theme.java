package app.regrip.desktop;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.UIManager;

/**
 * Light or dark. How things look is in {@code theme/*.properties}; code names those colours only
 * through this class.
 */
final class Theme {

  private final Supplier<ThemeChoice> choice;
  private final BooleanSupplier systemIsDark;

  Theme(Supplier<ThemeChoice> choice, BooleanSupplier systemIsDark) {
    this.choice = choice;
    this.systemIsDark = systemIsDark;
  }

  /**
   * Makes windows look as chosen.
   *
   * @return whether anything had to change
   */
  boolean apply() {
    boolean dark =
        switch (choice.get()) {
          case SYSTEM -> systemIsDark.getAsBoolean();
          case LIGHT -> false;
          case DARK -> true;
        };
    if (UIManager.getLookAndFeel() instanceof FlatLaf laf && laf.isDark() == dark) {
      return false;
    }
    FlatLaf.registerCustomDefaultsSource("app.regrip.desktop.theme", Theme.class.getClassLoader());
    FlatLaf.setup(dark ? new FlatDarkLaf() : new FlatLightLaf());
    FlatLaf.updateUI();
    return true;
  }

  /** The colours that are Regrip's own. */
  enum Tone {
    MUTED("Regrip.muted"),
    NAVIGATION("Regrip.nav"),
    CARD("Regrip.card"),
    CARD_BORDER("Regrip.cardBorder"),
    NOTICE("Regrip.notice"),
    NOTICE_BORDER("Regrip.noticeBorder"),
    BAR("Regrip.bar");

    private final String key;

    Tone(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }

    Color color() {
      return UIManager.getColor(key);
    }
  }
}
