package app.regrip.evidence;

import app.regrip.text.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a package as servicing writes it, {@code name~public key~processor~language~version},
 * made readable.
 *
 * @param kind what kind of update, where the package names only that
 * @param name of the package, or the build of that update
 */
record PackageName(Kind kind, String name) {

  /** The updates that have no name of their own. */
  enum Kind {
    NAMED(""),
    CUMULATIVE("package_for_rollupfix"),
    SERVICING_STACK("package_for_servicingstack"),
    DOTNET("package_for_dotnetrollup");

    private final String beginning;

    Kind(String beginning) {
      this.beginning = beginning;
    }

    private String key() {
      return "evidence.package." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Kind of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (Kind kind : values()) {
        if (kind != NAMED && lower.startsWith(kind.beginning)) {
          return kind;
        }
      }
      return NAMED;
    }
  }

  private static final Pattern KB = Pattern.compile("KB[0-9]{6,8}");
  private static final int LONGEST = 90;

  /** The number of the update, where the name has one. */
  static Optional<String> kb(String text) {
    Matcher kb = KB.matcher(text);
    return kb.find() ? Optional.of(kb.group()) : Optional.empty();
  }

  /** One that is readable already. */
  static PackageName readable(String name) {
    return new PackageName(Kind.NAMED, name);
  }

  static PackageName of(String packageName) {
    Optional<String> kb = kb(packageName);
    if (kb.isPresent()) {
      return readable(kb.get());
    }
    String[] parts = packageName.split("~", -1);
    String name = parts[0].strip();
    String version = parts.length > 4 ? parts[4].strip() : "";
    Kind kind = Kind.of(name);
    if (kind != Kind.NAMED) {
      return new PackageName(kind, build(version));
    }
    String readable = name + (version.isEmpty() ? "" : " " + version);
    return readable(
        readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST - 1) + "…");
  }

  boolean isEmpty() {
    return kind == Kind.NAMED && name.isEmpty();
  }

  /** E.g. {@code KB5101010}, or {@code the cumulative update 19041.1234}. */
  Message inWords() {
    return kind == Kind.NAMED
        ? Message.asIs(name)
        : Message.of(kind.key()).then(Message.asIs(name));
  }

  /** The same where a sentence begins. */
  Message atTheBeginning() {
    return kind == Kind.NAMED
        ? Message.asIs(
            name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1))
        : Message.of(kind.key() + ".first").then(Message.asIs(name));
  }

  /** Build and revision: the last two numbers count attempts of the people who built it. */
  private static String build(String version) {
    String[] numbers = version.split("\\.");
    return numbers.length < 2 ? "" : numbers[0] + "." + numbers[1];
  }
}
