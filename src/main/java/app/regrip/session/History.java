package app.regrip.session;

import app.regrip.errors.HResult;
import app.regrip.repair.Verdict;
import app.regrip.session.Case.Entry;
import app.regrip.session.Case.State;
import app.regrip.storage.AppendLog;
import app.regrip.storage.Json;
import app.regrip.update.Proven;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What has happened on this PC: failures, repairs, recurrences. A file that can't be read is left
 * as it is, and said; only what the user wants forgotten is ever taken away.
 */
final class History {

  /** A proven repair that holds this long closes its case. */
  static final Duration WATCH = Duration.ofDays(7);

  /** So far back Windows' events are read, and a proof says which of them are settled. */
  private static final Duration NEEDED = Duration.ofDays(30);

  private final AppendLog lines;

  History(AppendLog lines) {
    this.lines = lines;
  }

  void add(Entry entry) throws IOException {
    lines.append(Json.gson().toJson(entry, Entry.class));
  }

  /** Nothing where an entry of that kind is there, which another Regrip may have written. */
  void addUnless(Predicate<Entry> same, Entry entry) throws IOException {
    lines.appendUnless(
        () -> entries().stream().anyMatch(same), Json.gson().toJson(entry, Entry.class));
  }

  /** Every entry, oldest first; lines this version can't read are passed over. */
  List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : lines.read().lines()) {
      entry(line).ifPresent(entries::add);
    }
    return entries;
  }

  private static Optional<Entry> entry(String line) {
    try {
      return Forgotten.parse(line).isPresent()
          ? Optional.empty()
          : Optional.of(Json.gson().fromJson(line, Entry.class));
    } catch (JsonParseException e) {
      System.getLogger(History.class.getName())
          .log(System.Logger.Level.WARNING, "history: passed over a line", e);
      return Optional.empty();
    }
  }

  /** The line that says up to when things were forgotten, which are not to be noted again. */
  private record Forgotten(String forgottenUntil) {

    static Optional<Instant> parse(String line) {
      try {
        return line.startsWith("{\"forgottenUntil\"")
            ? Optional.of(
                Instant.parse(Json.gson().fromJson(line, Forgotten.class).forgottenUntil()))
            : Optional.empty();
      } catch (DateTimeParseException e) {
        throw new JsonParseException(e);
      }
    }
  }

  /** What came before was forgotten. */
  Instant forgottenUntil() throws IOException {
    return forgottenUntil(lines.read().lines());
  }

  private static Instant forgottenUntil(List<String> lines) {
    return lines.stream()
        .map(Forgotten::parse)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** Takes away what {@link #kept} does not keep. Lines this version can't read stay. */
  void forget(Instant before, Instant now) throws IOException {
    lines.rewrite(
        all -> {
          Map<String, Entry> entries = new LinkedHashMap<>();
          all.forEach(line -> entry(line).ifPresent(entry -> entries.put(line, entry)));
          Set<Entry> kept = new HashSet<>(kept(List.copyOf(entries.values()), before, now));
          List<String> rest = new ArrayList<>();
          Instant until = forgottenUntil(all);
          rest.add(
              Json.gson()
                  .toJson(new Forgotten((until.isAfter(before) ? until : before).toString())));
          for (String line : all) {
            boolean goes =
                entries.containsKey(line)
                    ? !kept.contains(entries.get(line))
                    : Forgotten.parse(line).isPresent();
            if (!goes) {
              rest.add(line);
            }
          }
          return rest;
        });
  }

  /**
   * What is left when all before an instant is forgotten: the cases that something has happened in
   * since, and the newest one as long as it is needed to know how updates are and to take its
   * repair back.
   */
  static List<Entry> kept(List<Entry> entries, Instant before, Instant now) {
    List<Case> newestFirst = new ArrayList<>(cases(entries, now));
    Optional<Case> needed =
        newestFirst.stream()
            .findFirst()
            .filter(c -> c.state() != State.CLOSED || !last(c).isBefore(now.minus(NEEDED)));
    newestFirst.removeIf(c -> last(c).isBefore(before) && !needed.equals(Optional.of(c)));
    Collections.reverse(newestFirst);
    return newestFirst.stream().flatMap(c -> c.entries().stream()).toList();
  }

  private static Instant last(Case one) {
    return one.entries().get(one.entries().size() - 1).at();
  }

  /** How many lines are damaged. */
  int damaged() throws IOException {
    return lines.read().damaged();
  }

  /** The cases, newest first. */
  static List<Case> cases(List<Entry> entries, Instant now) {
    List<Case> cases = new ArrayList<>();
    List<Entry> open = new ArrayList<>();
    for (Entry entry : entries) {
      if (!open.isEmpty() && startsAnew(open, entry)) {
        cases.add(asCase(open, now));
        open = new ArrayList<>();
      }
      open.add(entry);
    }
    if (!open.isEmpty()) {
      cases.add(asCase(open, now));
    }
    Collections.reverse(cases);
    return List.copyOf(cases);
  }

  /** The newest proof, if nothing has failed since. */
  static Optional<Proven> proven(List<Entry> entries) {
    Optional<Proven> proven = Optional.empty();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Tried tried) {
        boolean says = tried.verdict().kind() == Verdict.Kind.UNDONE || tried.proven().isPresent();
        proven = says ? tried.proven() : proven;
      } else if (entry instanceof Entry.Failed || entry instanceof Entry.CameBack) {
        // A failure of a later phase may be older than the proof, and be seen after it.
        proven = proven.filter(p -> !entry.at().isAfter(p.at()));
      }
    }
    return proven;
  }

  /** The case is closed, or this is another error than the one it is about. */
  private static boolean startsAnew(List<Entry> open, Entry entry) {
    boolean closed = open.get(open.size() - 1) instanceof Entry.Closed;
    if (!(entry instanceof Entry.Failed failed)) {
      return closed;
    }
    HResult about = codeOf(open);
    boolean anotherError = !about.equals(HResult.OK) && !about.equals(failed.code());
    boolean heldLongEnough =
        proven(open).map(proven -> proven.at().plus(WATCH).isBefore(failed.at())).orElse(false);
    return closed || anotherError || heldLongEnough;
  }

  private static Case asCase(List<Entry> entries, Instant now) {
    Optional<Instant> proven = proven(entries).map(Proven::at);
    boolean closed =
        entries.get(entries.size() - 1) instanceof Entry.Closed
            || proven.map(p -> p.plus(WATCH).isBefore(now)).orElse(false);
    State state = closed ? State.CLOSED : proven.isPresent() ? State.WATCHED : State.OPEN;
    return new Case(codeOf(entries), state, List.copyOf(entries));
  }

  private static HResult codeOf(List<Entry> entries) {
    return entries.stream()
        .filter(e -> e instanceof Entry.Failed)
        .map(e -> ((Entry.Failed) e).code())
        .findFirst()
        .orElse(HResult.OK);
  }
}
