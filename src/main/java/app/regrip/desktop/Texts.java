package app.regrip.desktop;

import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.util.Locale;

/** The words of the desktop, from its {@code texts.properties}, in the language it speaks. */
final class Texts {

  private static final String PREFIX = "desktop.";

  private Texts() {}

  /** The text of that key with its {@code {0}} filled in. */
  static String text(String key, Object... arguments) {
    return Translator.ofThisProcess().say(PREFIX + key, arguments);
  }

  /** The text for one constant of an enum, e.g. {@code settings.theme.DARK}. */
  static String text(String prefix, Enum<?> constant, String suffix) {
    return text(prefix + "." + constant.name() + suffix);
  }

  static String text(String prefix, Enum<?> constant) {
    return text(prefix, constant, "");
  }

  /** The same as {@link #text(String, Object...)}, to be put together with others. */
  static Message message(String key, Object... arguments) {
    return Message.of(PREFIX + key, arguments);
  }

  /** What others say, in the same language. */
  static String say(Message message) {
    return Translator.ofThisProcess().say(message);
  }

  static Locale locale() {
    return Translator.ofThisProcess().locale();
  }
}
