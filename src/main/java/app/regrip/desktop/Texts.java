package app.regrip.desktop;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the desktop, from {@code texts.properties}. */
final class Texts {

  static final String BUNDLE = "app.regrip.desktop.texts";

  private Texts() {}

  /** The text of that key with its {@code {0}} filled in. */
  static String text(String key, Object... arguments) {
    String pattern = ResourceBundle.getBundle(BUNDLE).getString(key);
    return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
  }

  /** The text for one constant of an enum, e.g. {@code fix.DISM.line}. */
  static String text(String prefix, Enum<?> constant, String suffix) {
    return text(prefix + "." + constant.name() + suffix);
  }

  static String text(String prefix, Enum<?> constant) {
    return text(prefix, constant, "");
  }
}
