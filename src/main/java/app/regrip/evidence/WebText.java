package app.regrip.evidence;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a page on the web as a person saw it: without its tags, with its letters. */
final class WebText {

  private static final Pattern TAG =
      Pattern.compile(
          "</?(?i:p|br|div|span|code|pre|b|i|em|strong|li|ul|td|tr|blockquote)"
              + "(?: [^<>]{0,200}|\\s{0,3}/)?>");
  private static final Pattern ENTITY =
      Pattern.compile("&(nbsp|gt|lt|amp|quot|apos|#34|#39|#60|#62|#160);");
  private static final Pattern EMPHASIS = Pattern.compile("^[*_`]{1,3}|[*_`]{1,3}$");

  /** Of a piece of code that goes over many lines. */
  private static final Pattern TICKS = Pattern.compile("^`{1,3}(?=\\w)|(?<=[\\w.])`{1,3}$");

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("nbsp", " "),
          Map.entry("gt", ">"),
          Map.entry("lt", "<"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("#34", "\""),
          Map.entry("#39", "'"),
          Map.entry("#60", "<"),
          Map.entry("#62", ">"),
          Map.entry("#160", " "));

  private WebText() {}

  static String plain(String text) {
    String shown = isEmphasised(text) ? EMPHASIS.matcher(text).replaceAll("") : text;
    String untagged = untagged(text.indexOf('`') < 0 ? shown : TICKS.matcher(shown).replaceAll(""));
    return untagged.equals(text) || untagged.indexOf('<') < 0
        ? untagged
        : TAG.matcher(untagged).replaceAll("");
  }

  /** Stars and the like around a whole line, but not a line of them alone. */
  private static boolean isEmphasised(String text) {
    int last = text.length() - 1;
    return last > 4
        && "*_`".indexOf(text.charAt(0)) >= 0
        && text.charAt(last) == text.charAt(0)
        && text.chars().anyMatch(Character::isLetter);
  }

  private static String untagged(String text) {
    String untagged = text.indexOf('>') < 0 ? text : TAG.matcher(text).replaceAll("");
    return untagged.indexOf('&') < 0 || untagged.indexOf(';') < 0
        ? untagged
        : ENTITY
            .matcher(untagged)
            .replaceAll(entity -> Matcher.quoteReplacement(LETTERS.get(entity.group(1))));
  }
}
