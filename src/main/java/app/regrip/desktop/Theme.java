package app.regrip.desktop;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.UIManager;

/**
 * Light, dark or high in contrast. How things look is in {@code theme/*.properties}; code names
 * those colours only through this class.
 */
final class Theme {

  private static final String HIGH_CONTRAST = "win.highContrast.on";

  private final Supplier<ThemeChoice> choice;
  private final BooleanSupplier systemIsDark;
  private boolean applied;

  Theme(Supplier<ThemeChoice> choice, BooleanSupplier systemIsDark) {
    this.choice = choice;
    this.systemIsDark = systemIsDark;
  }

  /**
   * Makes windows look as chosen. To be called before the first one is made, and not earlier: an
   * icon in the tray needs nothing of it, and it takes 8 MB.
   *
   * @return whether anything had to change
   */
  boolean apply() {
    applied = true;
    Class<? extends FlatLaf> wanted = wanted();
    if (UIManager.getLookAndFeel().getClass() == wanted) {
      return false;
    }
    FlatLaf.registerCustomDefaultsSource("app.regrip.desktop.theme", Theme.class.getClassLoader());
    FlatLaf.setup(make(wanted));
    FlatLaf.updateUI();
    return true;
  }

  /** The same, where there has been anything to see. */
  boolean applyAgain() {
    return applied && apply();
  }

  private Class<? extends FlatLaf> wanted() {
    return switch (choice.get()) {
      case SYSTEM ->
          systemIsHighInContrast()
              ? HighContrastLaf.class
              : systemIsDark.getAsBoolean() ? FlatDarkLaf.class : FlatLightLaf.class;
      case LIGHT -> FlatLightLaf.class;
      case DARK -> FlatDarkLaf.class;
      case CONTRAST -> HighContrastLaf.class;
    };
  }

  private static FlatLaf make(Class<? extends FlatLaf> wanted) {
    if (wanted == HighContrastLaf.class) {
      return new HighContrastLaf();
    }
    return wanted == FlatDarkLaf.class ? new FlatDarkLaf() : new FlatLightLaf();
  }

  /** Java hands on what Windows says of it; elsewhere nothing is said. */
  private static boolean systemIsHighInContrast() {
    return !GraphicsEnvironment.isHeadless()
        && Boolean.TRUE.equals(Toolkit.getDefaultToolkit().getDesktopProperty(HIGH_CONTRAST));
  }

  /** The colours that are Regrip's own. */
  enum Tone {
    MUTED("Regrip.muted"),
    NAVIGATION("Regrip.nav"),
    CARD("Regrip.card"),
    CARD_BORDER("Regrip.cardBorder"),
    NOTICE("Regrip.notice"),
    NOTICE_BORDER("Regrip.noticeBorder"),
    BAR("Regrip.bar"),
    FAILURE("Regrip.failure"),
    REPAIR("Regrip.repair"),
    PROOF("Regrip.proof");

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
