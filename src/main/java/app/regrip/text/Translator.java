package app.regrip.text;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Puts messages into words of one language, from the {@code texts.properties} beside each package
 * ({@link MessageFormat} patterns). A language that has no such file is spoken to in English.
 */
public final class Translator {

  /** For what is read by programs, and by whoever helps. */
  static final Translator ENGLISH = new Translator(Locale.ENGLISH, ZoneOffset.UTC);

  private static final String ROOT = "app.regrip.";
  private static final String BUNDLE = ".texts";

  private final Locale locale;
  private final ZoneId zone;

  public Translator(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
  }

  /** In the language that this process speaks. */
  public static Translator ofThisProcess() {
    return new Translator(Locale.getDefault(Locale.Category.DISPLAY), ZoneId.systemDefault());
  }

  public Locale locale() {
    return locale;
  }

  public String say(Message message) {
    List<Object> arguments = message.arguments();
    return switch (message.key()) {
      case Message.NOTHING -> "";
      case Message.AS_IS -> arguments.get(0).toString();
      case Message.SENTENCES -> joined(" ", arguments);
      case Message.LIST -> list(arguments);
      case Message.LANGUAGE ->
          Locale.forLanguageTag(arguments.get(0).toString()).getDisplayName(locale);
      default -> say(message.key(), arguments.toArray());
    };
  }

  /** The text of that key, for a face's own words; messages among what goes into its gaps too. */
  public String say(String key, Object... arguments) {
    Object[] words = Arrays.stream(arguments).map(this::word).toArray();
    return pattern(key)
        .map(pattern -> new MessageFormat(pattern, locale).format(words))
        .orElseGet(() -> key + List.of(words));
  }

  /** Whether there are words for it; a newer Regrip may have said it. */
  boolean knows(String key) {
    return Message.BUILT_IN.contains(key) || pattern(key).isPresent();
  }

  private Object word(Object argument) {
    if (argument instanceof Message nested) {
      return say(nested);
    } else if (argument instanceof Instant at) {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(locale)
          .format(at.atZone(zone));
    }
    return argument;
  }

  private String list(List<Object> parts) {
    int last = parts.size() - 1;
    return say("text.and", joined(", ", parts.subList(0, last)), parts.get(last));
  }

  private String joined(String between, List<Object> parts) {
    return parts.stream().map(part -> word(part).toString()).collect(Collectors.joining(between));
  }

  private Optional<String> pattern(String key) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              ROOT + key.substring(0, dot) + BUNDLE,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      return Optional.of(bundle.getString(key.substring(dot + 1)));
    } catch (MissingResourceException e) {
      return Optional.empty();
    }
  }
}
