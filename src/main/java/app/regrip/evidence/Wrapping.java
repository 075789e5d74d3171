package app.regrip.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What programs put around each line that they pass on: a build server its clock, a log its level,
 * a tool the name of the machine it works on, a page on the web its tags. Much of that looks like a
 * part of the line itself, so that it counts only where more is understood without it.
 *
 * @param layers from the outside in; what stands within is the first group
 * @param isSure whether what it takes away can be no part of the lines, be there more to understand
 *     or not
 */
record Wrapping(List<Pattern> layers, boolean isSure) {

  static final Wrapping NONE = new Wrapping(List.of(), false);

  /** So many lines, all of which begin with the same name, say nothing with it. */
  private static final int MANY = 5;

  private static final int MOST_LAYERS = 4;

  /** A single line may be wrapped so; the others could begin a sentence of their own. */
  private static final int FEWEST = 3;

  private static final Pattern MARK = Pattern.compile("[ \\t]{0,8}(?:>|&gt;) ?(?!\\S:\\\\)(.*)");

  private static final Pattern CLOCK =
      Pattern.compile(
          "\\s{0,4}[\\[(<]?(?:[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}[T ]|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4},? "
              + "|[A-Z][a-z]{2} [ 0-9][0-9] )?[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,:][0-9]{1,9})?(?: ?[AP]M)?"
              + "(?:Z| ?[+-][0-9]{2}:?[0-9]{2})?[\\])>]?(?: (?:->|[-:|])(?= |$))?(?:[ \\t](.*)|$)");

  private static final Pattern LEVEL =
      Pattern.compile(
          "(?i)[ \\t]{0,4}[\\[(]?(?:info|information|debug|warn|warning|error|verbose|trace|notice"
              + "|output|stdout|stderr)[\\])]?(?::(?: |$)|\\s{1,6}[-|:] |\\s{1,6}|$)(.*)");

  /** Of a build in a container: the number of the step and its seconds. */
  private static final Pattern STEP = Pattern.compile("#[0-9]{1,4} [0-9]{1,5}\\.[0-9]{1,3} (.*)");

  /** Of syslog: the machine, the program and the number of its process. */
  private static final Pattern PROCESS =
      Pattern.compile("[\\w.-]{1,60} [\\w.@/-]{1,60}\\[[0-9]{1,7}\\]: (.*)");

  private static final Pattern NUMBER =
      Pattern.compile("[ \\t]{0,8}[0-9]{1,6} ?[|\u2502:.)](?: (.*)|$)");

  private static final Pattern CHANGE = Pattern.compile("[+-](?![+-])(.*)");
  private static final Pattern BULLET = Pattern.compile("[ \\t]{0,8}[-*\u2022\u00B7\u2013] (.*)");
  private static final Pattern CELL = Pattern.compile("\\|[ \\t]?(.*?)[ \\t]?\\|[ \\t]*");
  private static final Pattern EMPHASIS =
      Pattern.compile("[ \\t]{0,8}(?:\\*\\*|__|`{1,3})(.*?)(?:\\*\\*|__|`{1,3})[ \\t]*");
  private static final Pattern PARAGRAPH =
      Pattern.compile(
          "[ \\t]{0,8}<(?:p|div|li|span|td|code)(?: [^<>]{0,200})?>(.*?)(?:</\\w+>)?[ \\t]*");
  private static final Pattern TEXT_OF_JSON =
      Pattern.compile("[ \\t]{0,40}\"((?:[^\"\\\\]|\\\\.)*)\",?[ \\t]*");

  private static final String BEFORE_NAME = "(?:==> |[ \\t]{1,8})?";
  private static final String BEHIND_NAME = "(?::|[ \\t]{1,8}\\|)(?: (.*)|$)";

  /** The name of a machine, a step or a service, the same in each line. */
  private static final Pattern NAME =
      Pattern.compile(BEFORE_NAME + "(\\[?[\\w.@/\\\\#-]{1,60}\\]?(?: \\w{1,10})?)" + BEHIND_NAME);

  /** They have a beginning and an end, so that they are no part of what stands between. */
  private static final Set<Pattern> AROUND = Set.of(TEXT_OF_JSON, PARAGRAPH, EMPHASIS, CELL);

  /** They tell nothing, so that a single line may have them. */
  private static final List<Pattern> NEUTRAL =
      List.of(CLOCK, MARK, STEP, PROCESS, NUMBER, TEXT_OF_JSON, PARAGRAPH, EMPHASIS, CELL);

  private static final List<Pattern> TELLING = List.of(LEVEL, BULLET, CHANGE);

  /** The ways in which a text may be wrapped, that of no wrapping first. */
  static List<Wrapping> candidates(List<String> head) {
    List<Wrapping> candidates = new ArrayList<>(List.of(NONE));
    List<String> lines = head.stream().filter(line -> !line.isBlank()).toList();
    Wrapping so = NONE;
    Optional<Pattern> next;
    while (so.layers.size() < MOST_LAYERS && (next = outermost(lines)).isPresent()) {
      Pattern layer = next.get();
      so =
          new Wrapping(
              Stream.concat(so.layers.stream(), Stream.of(layer)).toList(), isSure(layer, lines));
      candidates.add(so);
      lines = lines.stream().map(line -> within(layer, line)).filter(l -> !l.isBlank()).toList();
    }
    return candidates;
  }

  private static Optional<Pattern> outermost(List<String> lines) {
    return NEUTRAL.stream()
        .filter(layer -> isMost(with(layer, lines), lines, 1))
        .findFirst()
        .or(
            () ->
                TELLING.stream()
                    .filter(layer -> isMost(with(layer, lines), lines, FEWEST))
                    .findFirst())
        .or(() -> name(lines));
  }

  private static boolean isSure(Pattern layer, List<String> lines) {
    return AROUND.contains(layer)
        || layer != CLOCK && lines.size() >= MANY && with(layer, lines) == lines.size();
  }

  private static long with(Pattern layer, List<String> lines) {
    return lines.stream().filter(line -> layer.matcher(line).matches()).count();
  }

  private static boolean isMost(long with, List<String> lines, int fewest) {
    return with >= fewest && with * 10 >= lines.size() * 6L;
  }

  private static Optional<Pattern> name(List<String> lines) {
    Map<String, Long> names = new HashMap<>();
    for (String line : lines) {
      Matcher named = NAME.matcher(line);
      if (named.matches()) {
        names.merge(named.group(1), 1L, Long::sum);
      }
    }
    return names.entrySet().stream()
        .filter(name -> isMost(name.getValue(), lines, FEWEST))
        .map(name -> Pattern.compile(BEFORE_NAME + Pattern.quote(name.getKey()) + BEHIND_NAME))
        .findFirst();
  }

  private static String within(Pattern layer, String line) {
    Matcher wrapped = layer.matcher(line);
    if (!wrapped.matches()) {
      return line;
    }
    String inner = wrapped.group(1) == null ? "" : wrapped.group(1);
    return layer == TEXT_OF_JSON ? inner.replace("\\\"", "\"").replace("\\\\", "\\") : inner;
  }

  /** What gives the reader the lines as they were before. */
  LogReader takenFrom(LogReader reader) {
    return layers.isEmpty()
        ? reader
        : new RestoredLines(this::original, UnaryOperator.identity(), reader);
  }

  private String original(String line) {
    String original = line;
    for (Pattern layer : layers) {
      original = within(layer, original);
    }
    return original;
  }
}
