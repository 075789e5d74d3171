package app.regrip.report;

import app.regrip.report.SecretPatterns.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of texts who and what they are about: what it was told, and what looks like a secret.
 * Within one redaction the same name is always replaced by the same placeholder, in any letter
 * case, so that the story can still be followed. Redacted text stays as it is when redacted again.
 */
public final class Redaction {

  /** Names as long as this are found inside other words too. */
  private static final int DISTINCTIVE = 5;

  /** What one rule takes out may show another rule its secret; two rounds are usual. */
  private static final int MOST_ROUNDS = 10;

  private final List<Rule> rules = new ArrayList<>();
  private final Map<Secret, Map<String, String>> placeholders = new EnumMap<>(Secret.class);
  private final Map<Secret, Integer> places = new EnumMap<>(Secret.class);

  /**
   * What was taken out.
   *
   * @param names how many different ones
   * @param places how often
   */
  public record Removed(int names, int places) {}

  /**
   * @param known names of this PC and its user, which are found wherever they stand
   */
  public Redaction(Map<Secret, ? extends Collection<String>> known) {
    rules.addAll(SecretPatterns.BEFORE_NAMES);
    known.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(name -> Map.entry(e.getKey(), name.strip())))
        .filter(e -> e.getValue().length() > 1 && SecretPatterns.isSomebody(e.getValue()))
        .sorted(Comparator.comparingInt(e -> -e.getValue().length()))
        .forEach(e -> rules.add(ofName(e.getKey(), e.getValue())));
    rules.addAll(SecretPatterns.AFTER_NAMES);
  }

  private static Rule ofName(Secret kind, String name) {
    String literal = "(?<s>" + Pattern.quote(name) + ")";
    String bounded =
        name.length() >= DISTINCTIVE
            ? literal
            : "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])";
    return new Rule(
        kind,
        Pattern.compile(bounded, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        text -> true);
  }

  /** The text with placeholders such as {@code USER-1} in the place of secrets. */
  public String redact(String text) {
    String before = "";
    String after = text;
    for (int round = 0; round < MOST_ROUNDS && !after.equals(before); round++) {
      before = after;
      for (Rule rule : rules) {
        after = apply(rule, after);
      }
    }
    return after;
  }

  /** What was taken out so far, by kind; only kinds there were. */
  public Map<Secret, Removed> removed() {
    Map<Secret, Removed> removed = new EnumMap<>(Secret.class);
    places.forEach(
        (kind, count) -> removed.put(kind, new Removed(placeholders.get(kind).size(), count)));
    return removed;
  }

  private String apply(Rule rule, String text) {
    StringBuilder redacted = new StringBuilder();
    int copied = 0;
    Matcher m = rule.pattern().matcher(text);
    while (m.find()) {
      String secret = m.group("s");
      if (m.start("s") >= copied && !touchesPlaceholder(text, m) && isSecret(rule, m)) {
        redacted.append(text, copied, m.start("s")).append(placeholder(rule.kind(), secret));
        copied = m.end("s");
      }
    }
    return redacted.append(text, copied, text.length()).toString();
  }

  private static boolean isSecret(Rule rule, Matcher m) {
    boolean behindBackslash = rule.pattern().pattern().contains("(?<d>");
    return rule.isSecret().test(m.group("s"))
        && (!behindBackslash || SecretPatterns.isDomain(m.group("d")));
  }

  /** Whether the match lies inside of a placeholder, or is one. */
  private static boolean touchesPlaceholder(String text, Matcher found) {
    Matcher m = Secret.PLACEHOLDER.matcher(text);
    int from = Math.max(0, found.start("s") - 20);
    while (m.find(from)) {
      if (m.start() >= found.end("s")) {
        return false;
      }
      if (m.start() <= found.start("s") && m.end() >= found.end("s")) {
        return true;
      }
      from = m.end();
    }
    return false;
  }

  private String placeholder(Secret kind, String secret) {
    Map<String, String> ofKind = placeholders.computeIfAbsent(kind, k -> new HashMap<>());
    places.merge(kind, 1, Integer::sum);
    return ofKind.computeIfAbsent(
        secret.strip().toLowerCase(Locale.ROOT), s -> kind.name() + "-" + (ofKind.size() + 1));
  }
}
