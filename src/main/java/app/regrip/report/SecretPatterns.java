package app.regrip.report;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How secrets look that nobody told us. Each pattern has the secret in a group named {@code s};
 * error numbers, KB numbers, versions, update ids and registry paths look like none of them.
 */
final class SecretPatterns {

  /** What a pattern finds. {@code isSecret} has the last word. */
  record Rule(Secret kind, Pattern pattern, Predicate<String> isSecret) {}

  private static final Set<String> NOBODY =
      Set.of(
          "public",
          "default",
          "default user",
          "all users",
          "you",
          "user",
          "users",
          "admin",
          "administrator",
          "system",
          "owner",
          "root",
          "guest",
          "home",
          "localhost",
          "windows",
          "service",
          "desktop",
          "computer",
          "localsystem",
          "local service",
          "network service");

  private static final Set<String> NO_DOMAIN =
      Set.of(
          "hklm",
          "hkcu",
          "hku",
          "hkcr",
          "hkcc",
          "system",
          "software",
          "sam",
          "security",
          "hardware",
          "authority",
          "builtin",
          "service",
          "apppool",
          "workgroup");

  /** Whose servers everybody uses. */
  private static final List<String> PUBLIC_HOSTS =
      List.of(
          "microsoft.com",
          "windowsupdate.com",
          "windows.com",
          "windows.net",
          "live.com",
          "msftconnecttest.com",
          "msftncsi.com",
          "localhost");

  /** Whole words are safe to touch before names are known: a token may hold a name. */
  static final List<Rule> BEFORE_NAMES =
      List.of(
          new Rule(Secret.TOKEN, compile("\\b[a-z]{2,9}://(?<s>[^\\s/@]+)@"), text -> true),
          new Rule(
              Secret.SERVER,
              compile("\\b(?:https?|ftp|wss?|ldap|smb|file)://(?:[^\\s/@]+@)?(?<s>[\\w.-]+)"),
              host -> !isPublic(host)),
          rule(Secret.EMAIL, "(?<s>[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+)"),
          rule(Secret.TOKEN, "\\b(?:bearer|basic)\\s+(?<s>[\\w.~+/=-]{8,})"),
          rule(
              Secret.TOKEN,
              "\\b(?:sig|signature|\\w*token|password|passwd|pwd|\\w*secret|api_?key)"
                  + "\\s*[=:]\\s*(?<s>[^\\s&\"'<>;,]{4,})"),
          rule(Secret.TOKEN, "(?<s>\\beyJ[\\w-]{6,}\\.[\\w-]+\\.[\\w-]*)"),
          new Rule(
              Secret.TOKEN,
              Pattern.compile(
                  "(?<![A-Za-z0-9+/_-])(?<s>(?=[^0-9]{0,300}[0-9])(?=[A-Z0-9+/_-]{0,300}[a-z])"
                      + "(?=[a-z0-9+/_-]{0,300}[A-Z])[A-Za-z0-9+/_-]{40,}={0,2})"),
              text -> true),
          rule(Secret.KEY, "\\b(?<s>[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4})\\b"),
          rule(Secret.SID, "\\b(?<s>S-1-(?:5-21|12-1)(?:-[0-9]+)+)"));

  /** Places where a name stands, whether or not we have heard of it. */
  static final List<Rule> AFTER_NAMES =
      List.of(
          new Rule(
              Secret.USER,
              compile(
                  "[\\\\/](?:Users|Documents and Settings|home)[\\\\/]+"
                      + "(?<s>[^\\\\/:*?\"<>|\\r\\n]{1,64}(?=[\\\\/])|[^\\\\/:*?\"<>|\\s,;)]+)"),
              SecretPatterns::isSomebody),
          new Rule(
              Secret.COMPUTER,
              compile("(?<![\\\\\\w:])\\\\\\\\(?<s>\\w[\\w.-]*)"),
              SecretPatterns::isSomebody),
          new Rule(
              Secret.USER,
              Pattern.compile(
                  "(?<![\\\\/\\w:.-])(?<d>[A-Z][A-Z0-9-]{1,14})\\\\(?<s>[\\w.$-]+)(?![\\\\\\w])",
                  UNICODE_CHARACTER_CLASS),
              SecretPatterns::isSomebody),
          new Rule(
              Secret.DOMAIN,
              Pattern.compile(
                  "(?<![\\\\/\\w:.-])(?<s>[A-Z][A-Z0-9-]{1,14})\\\\(?=(?:USER|COMPUTER)-[0-9])"),
              domain -> true),
          new Rule(
              Secret.SERIAL,
              compile(
                  "\\b(?:serial(?:\\s*(?:number|no\\.?|nr\\.?))?|s/n|(?:service|asset) tag)"
                      + "\\s*(?:is|[:=#])?\\s*(?<s>[A-Z0-9][A-Z0-9-]{4,})"),
              text -> text.chars().anyMatch(Character::isDigit)),
          rule(
              Secret.ADDRESS,
              "(?<![\\w:-])(?<s>[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\\2[0-9a-f]{2}){4})(?![\\w:-])"),
          new Rule(
              Secret.ADDRESS,
              compile(
                  "(?<![\\w.])(?<!version )(?<s>(?:[0-9]{1,3}\\.){3}[0-9]{1,3})(?![\\w]|\\.[0-9])"),
              SecretPatterns::isAddress),
          new Rule(
              Secret.ADDRESS,
              compile(
                  "(?<![\\w:])(?<s>(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
                      + "|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?::"
                      + "(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?)(?![\\w:])"),
              text -> text.length() > 3));

  private SecretPatterns() {}

  /** Whether a name tells anything about a person or a PC. */
  static boolean isSomebody(String name) {
    return !NOBODY.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether what stands before a backslash is a domain at all. */
  static boolean isDomain(String name) {
    return !NO_DOMAIN.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isPublic(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return name.startsWith("127.")
        || PUBLIC_HOSTS.stream().anyMatch(p -> name.equals(p) || name.endsWith("." + p));
  }

  private static boolean isAddress(String text) {
    for (String octet : text.split("\\.")) {
      if (Integer.parseInt(octet) > 255) {
        return false;
      }
    }
    return !text.startsWith("127.") && !text.equals("0.0.0.0");
  }

  private static Rule rule(Secret kind, String pattern) {
    return new Rule(kind, compile(pattern), text -> true);
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(pattern, CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS);
  }
}
