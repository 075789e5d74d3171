package app.regrip.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Whether dates of a text have the day or the month first, as far as the text itself tells: by a
 * day above 12, by an order in which time passes only one way, or by a language that has but one.
 * One text may hold both, so each style of writing dates is judged by itself.
 *
 * @param byStyle of the styles whose order is known
 */
record DateOrder(Map<Style, Order> byStyle) {

  static final DateOrder UNKNOWN = new DateOrder(Map.of());

  /** Fewer dates in a row pass one way by chance. */
  private static final int FEWEST = 3;

  private static final int MOST = 2000;

  /** Programs that print the month first wherever they run have such a field. */
  private static final String ALWAYS_AMERICAN = "fixcomments";

  /** Words of languages that have the day first. */
  private static final Phrases DAY_FIRST =
      Phrases.of(
          "installé",
          "échec",
          "erreur",
          "mise à jour",
          "actualización",
          "instaló",
          "correctamente",
          "aggiornamento",
          "riuscit",
          "atualização",
          "instalad",
          "fehler",
          "erfolgreich");

  private enum Order {
    DAY,
    MONTH;

    LocalDate of(MatchResult date) {
      int first = Integer.parseInt(date.group(1));
      int second = Integer.parseInt(date.group(3));
      int year = Integer.parseInt(date.group(4));
      return this == DAY ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    }
  }

  /** How a date is written, which is the same for all that one program prints on one PC. */
  private record Style(String separator, String half) {

    static Style of(MatchResult date) {
      String half = date.group(8);
      return new Style(date.group(2), half == null ? "" : half);
    }

    /** Morning and afternoon are one style. */
    Style {
      half = half.isEmpty() ? "" : Character.isUpperCase(half.charAt(0)) ? "AM" : "am";
    }
  }

  /** Judges by the first lines of a text. */
  static DateOrder of(List<String> lines) {
    Map<Style, List<MatchResult>> dates = new HashMap<>();
    boolean dayFirst = false;
    int count = 0;
    for (String line : lines) {
      if (line.indexOf('/') < 0 && line.indexOf('-') < 0 || count > MOST) {
        continue;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.contains(ALWAYS_AMERICAN)) {
        return UNKNOWN;
      }
      Matcher date = PrintedDate.ANY.matcher(DirectionMarks.takenFrom(line));
      while (date.find()) {
        if (isInQuestion(date)) {
          dates
              .computeIfAbsent(Style.of(date), style -> new ArrayList<>())
              .add(date.toMatchResult());
          count++;
          dayFirst |= DAY_FIRST.anyIn(lower);
        }
      }
    }
    Map<Style, Order> known = new HashMap<>();
    dates.forEach((style, all) -> order(all).ifPresent(order -> known.put(style, order)));
    boolean agree = known.values().stream().distinct().count() == 1;
    for (Style style : dates.keySet()) {
      if (agree && style.half().isEmpty()) {
        known.putIfAbsent(style, known.values().iterator().next());
      } else if (dayFirst) {
        known.putIfAbsent(style, Order.DAY);
      }
    }
    return new DateOrder(known);
  }

  /** With the year behind, and no point, which has the day before it everywhere. */
  private static boolean isInQuestion(MatchResult date) {
    return date.group(4).length() == 4 && date.group(1).length() <= 2 && !date.group(2).equals(".");
  }

  private static Optional<Order> order(List<MatchResult> dates) {
    boolean day = dates.stream().anyMatch(date -> Integer.parseInt(date.group(1)) > 12);
    boolean month = dates.stream().anyMatch(date -> Integer.parseInt(date.group(3)) > 12);
    if (day || month) {
      return day && month ? Optional.empty() : Optional.of(day ? Order.DAY : Order.MONTH);
    }
    boolean asDays = passesOneWay(dates, Order.DAY);
    return asDays == passesOneWay(dates, Order.MONTH)
        ? Optional.empty()
        : Optional.of(asDays ? Order.DAY : Order.MONTH);
  }

  private static boolean passesOneWay(List<MatchResult> dates, Order order) {
    try {
      List<LocalDate> days = dates.stream().map(order::of).toList();
      if (days.stream().distinct().count() < FEWEST) {
        return false;
      }
      List<LocalDate> sorted = days.stream().sorted().toList();
      List<LocalDate> newestFirst = new ArrayList<>(sorted);
      Collections.reverse(newestFirst);
      return days.equals(sorted) || days.equals(newestFirst);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** What gives the reader dates that can be read one way only, as wide as they were. */
  LogReader takenFrom(LogReader reader) {
    return byStyle.isEmpty()
        ? reader
        : new RestoredLines(this::unquestioned, piece -> piece, reader);
  }

  private String unquestioned(String line) {
    if (line.indexOf('/') < 0 && line.indexOf('-') < 0) {
      return line;
    }
    return PrintedDate.ANY
        .matcher(DirectionMarks.takenFrom(line))
        .replaceAll(date -> Matcher.quoteReplacement(unquestioned(date)));
  }

  private String unquestioned(MatchResult date) {
    Order order = isInQuestion(date) ? byStyle.get(Style.of(date)) : null;
    if (order == null) {
      return date.group();
    }
    String month = order == Order.DAY ? date.group(3) : date.group(1);
    String day = order == Order.DAY ? date.group(1) : date.group(3);
    String rest = date.group().substring(date.end(4) - date.start());
    return date.group(4) + "-" + month + "-" + day + rest;
  }
}
