package app.regrip.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a package as servicing writes it, {@code name~public key~processor~language~version},
 * made readable.
 */
final class PackageName {

  private static final Pattern KB = Pattern.compile("KB[0-9]{6,8}");
  private static final int LONGEST = 90;

  private PackageName() {}

  /** The number of the update, where the name has one. */
  static Optional<String> kb(String text) {
    Matcher kb = KB.matcher(text);
    return kb.find() ? Optional.of(kb.group()) : Optional.empty();
  }

  /** E.g. {@code KB5101010}, or {@code the cumulative update 19041.1234}. */
  static String inWords(String packageName) {
    Optional<String> kb = kb(packageName);
    if (kb.isPresent()) {
      return kb.get();
    }
    String[] parts = packageName.split("~", -1);
    String name = parts[0].strip();
    String version = parts.length > 4 ? parts[4].strip() : "";
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("package_for_rollupfix")) {
      return "the cumulative update" + build(version);
    }
    if (lower.startsWith("package_for_servicingstack")) {
      return "the servicing stack update" + build(version);
    }
    if (lower.startsWith("package_for_dotnetrollup")) {
      return "the update of .NET Framework" + build(version);
    }
    String readable = name + (version.isEmpty() ? "" : " " + version);
    return readable.length() <= LONGEST ? readable : readable.substring(0, LONGEST - 1) + "…";
  }

  /** Build and revision: the last two numbers count attempts of the people who built it. */
  private static String build(String version) {
    String[] numbers = version.split("\\.");
    return numbers.length < 2 ? "" : " " + numbers[0] + "." + numbers[1];
  }
}
