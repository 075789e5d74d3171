package app.regrip.session;

import app.regrip.errors.HResult;
import app.regrip.repair.Verdict;
import app.regrip.session.Case.Entry;
import app.regrip.session.Case.State;
import app.regrip.storage.Json;
import app.regrip.storage.Lines;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What has happened on this PC: failures, repairs, recurrences. A file that can't be read is left
 * as it is, and said; nothing is ever overwritten.
 */
final class History {

  /** A proven repair that holds this long closes its case. */
  static final Duration WATCH = Duration.ofDays(7);

  private final Lines lines;

  History(Lines lines) {
    this.lines = lines;
  }

  void add(Entry entry) throws IOException {
    lines.append(Json.gson().toJson(entry, Entry.class));
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

  /** When the newest proof was, if nothing has failed since. */
  static Optional<Instant> provenAt(List<Entry> entries) {
    Optional<Instant> proven = Optional.empty();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Tried tried && tried.verdict().kind() == Verdict.Kind.PROVEN) {
        proven = Optional.of(tried.at());
      } else if (entry instanceof Entry.Tried tried
          && tried.verdict().kind() == Verdict.Kind.UNDONE) {
        proven = Optional.empty();
      } else if (entry instanceof Entry.Failed || entry instanceof Entry.CameBack) {
        proven = Optional.empty();
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
        provenAt(open).map(proven -> proven.plus(WATCH).isBefore(failed.at())).orElse(false);
    return closed || anotherError || heldLongEnough;
  }

  private static Case asCase(List<Entry> entries, Instant now) {
    Optional<Instant> proven = provenAt(entries);
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
