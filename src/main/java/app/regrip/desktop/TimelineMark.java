package app.regrip.desktop;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.session.Case;
import app.regrip.session.Case.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What happened on one day of one kind: a mark on the line of time.
 *
 * @param entries of Regrip's own history, oldest first
 * @param listed in Windows' own list, as a reset has kept it
 */
record TimelineMark(
    LocalDate day, Kind kind, List<Entry> entries, List<UpdateHistoryEntry> listed) {

  /** Each is a row of marks, and has a shape of its own. */
  enum Kind {
    FAILURE,
    REPAIR,
    PROOF,
    INSTALLED
  }

  static final int DAYS = 90;

  /** Those of the last {@link #DAYS} days, by day and kind. */
  static List<TimelineMark> of(
      List<Case> cases, List<UpdateHistoryEntry> kept, LocalDate today, ZoneId zone) {
    Map<LocalDate, Map<Kind, TimelineMark>> marks = new TreeMap<>();
    Set<String> repairs = new HashSet<>();
    cases.stream()
        .flatMap(trouble -> trouble.entries().stream())
        .sorted(Comparator.comparing(Entry::at))
        .forEach(
            entry ->
                kinds(entry, repairs)
                    .forEach(kind -> add(marks, day(entry.at(), zone), kind).entries().add(entry)));
    for (UpdateHistoryEntry entry : kept) {
      Kind kind =
          entry.result().filter(HResult::isFailure).isPresent() ? Kind.FAILURE : Kind.INSTALLED;
      add(marks, day(entry.date(), zone), kind).listed().add(entry);
    }
    return marks.entrySet().stream()
        .filter(day -> !day.getKey().isAfter(today) && day.getKey().isAfter(today.minusDays(DAYS)))
        .flatMap(day -> day.getValue().values().stream())
        .toList();
  }

  private static TimelineMark add(
      Map<LocalDate, Map<Kind, TimelineMark>> marks, LocalDate day, Kind kind) {
    return marks
        .computeIfAbsent(day, d -> new TreeMap<>())
        .computeIfAbsent(kind, k -> new TimelineMark(day, k, new ArrayList<>(), new ArrayList<>()));
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  /**
   * The end of a case is no event of its own. A repair that is proven is both, but where Windows
   * proved it later.
   */
  private static Set<Kind> kinds(Entry entry, Set<String> repairs) {
    if (!(entry instanceof Entry.Tried tried)) {
      return entry instanceof Entry.Closed ? Set.of() : Set.of(Kind.FAILURE);
    }
    return switch (tried.verdict().kind()) {
      case PASSED -> Set.of(Kind.PROOF);
      case PROVEN ->
          repairs.add(tried.runId()) ? EnumSet.of(Kind.REPAIR, Kind.PROOF) : Set.of(Kind.PROOF);
      default -> {
        repairs.add(tried.runId());
        yield Set.of(Kind.REPAIR);
      }
    };
  }

  int count() {
    return entries.size() + listed.size();
  }
}
