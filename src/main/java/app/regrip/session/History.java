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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has happened on this PC: failures, repairs, recurrences. A file that can't be read is left
 * as it is, and said; nothing is ever overwritten.
 */
final class History {

  /** A proven repair that holds this long closes its case. */
  static final Duration WATCH = Duration.ofDays(7);

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
      try {
        entries.add(Json.gson().fromJson(line, Entry.class));
      } catch (JsonParseException e) {
        System.getLogger(History.class.getName())
            .log(System.Logger.Level.WARNING, "history: passed over a line", e);
      }
    }
    return entries;
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
