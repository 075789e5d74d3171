package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the failures of updates by their error number, and remembers what went well afterwards.
 * Knows a bounded number of updates by name, so that memory does not grow with the logs.
 */
final class UpdateHealth {

  private static final int MOST_UPDATES = 10_000;
  private static final int MOST_CODES = 2_000;
  private static final Pattern KB = Pattern.compile("\\bKB ?[0-9]{6,8}\\b");

  /** Failures of one kind. */
  static final class Failures {
    final Optional<HResult> code;
    final Sightings seen = new Sightings();
    final Set<Operation> operations = EnumSet.noneOf(Operation.class);
    String title = "";

    /** How it came to the last one, where a log of servicing tells. */
    Optional<PackageChange> story = Optional.empty();

    /** What failed, and when last: to be asked whether it worked later. */
    private final Map<String, LogTime> lastOf = new LinkedHashMap<>();

    private boolean cannotHeal;

    Failures(Optional<HResult> code) {
      this.code = code;
    }

    /** A story that names its cause is kept before one that does not. */
    private void tell(PackageChange change) {
      if (change.cause().isPresent() || story.flatMap(PackageChange::cause).isEmpty()) {
        story = Optional.of(change);
      }
    }
  }

  private final Map<Optional<HResult>, Failures> failures = new LinkedHashMap<>();
  private final Map<Operation, LogTime> lastSuccess = new EnumMap<>(Operation.class);
  private final Map<String, LogTime> lastInstalled = new LinkedHashMap<>();

  void add(String file, LoggedEvent event) {
    if (event.outcome() == Outcome.SUCCEEDED && event.error().isEmpty()) {
      succeeded(event);
    } else if (event.outcome() == Outcome.FAILED) {
      failed(file, event);
    }
  }

  void add(String file, PackageChange change) {
    add(file, change.event());
    Optional.ofNullable(failures.get(change.error()))
        .filter(same -> change.outcome() == Outcome.FAILED)
        .ifPresent(same -> same.tell(change));
  }

  private void succeeded(LoggedEvent event) {
    event
        .time()
        .ifPresent(
            at -> {
              lastSuccess.merge(event.operation(), at, UpdateHealth::later);
              if (event.operation() == Operation.INSTALL) {
                remember(lastInstalled, key(event), at);
              }
            });
  }

  private void failed(String file, LoggedEvent event) {
    Optional<HResult> code = failures.size() < MOST_CODES ? event.error() : Optional.empty();
    Failures same = failures.computeIfAbsent(code, Failures::new);
    same.seen.add(file, event.line(), event.time());
    same.operations.add(event.operation());
    same.title = event.title().orElse(same.title);
    if (event.time().isEmpty() || same.lastOf.size() >= MOST_UPDATES) {
      same.cannotHeal = true;
    } else {
      remember(same.lastOf, key(event), event.time().get());
    }
  }

  private static void remember(Map<String, LogTime> times, String key, LogTime at) {
    if (times.size() < MOST_UPDATES || times.containsKey(key)) {
      times.merge(key, at, UpdateHealth::later);
    }
  }

  private static LogTime later(LogTime a, LogTime b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** A search is the same as any other; an update is known by its KB number or its title. */
  private static String key(LoggedEvent event) {
    if (event.operation() == Operation.SEARCH) {
      return Operation.SEARCH.name();
    }
    String title = event.title().orElse("");
    Matcher kb = KB.matcher(title);
    String name = kb.find() ? kb.group().replace(" ", "") : title;
    return name.isEmpty() ? event.operation().name() : name;
  }

  /** Whether anything failed with this number. */
  boolean knows(Optional<HResult> code) {
    return failures.containsKey(code);
  }

  List<Failures> failures() {
    return new ArrayList<>(failures.values());
  }

  /** Whether all that failed with this number worked later. */
  boolean isHealed(Failures same) {
    return !same.cannotHeal
        && same.lastOf.entrySet().stream().allMatch(failed -> workedAfter(failed));
  }

  private boolean workedAfter(Map.Entry<String, LogTime> failed) {
    LogTime success =
        failed.getKey().equals(Operation.SEARCH.name())
            ? lastSuccess.get(Operation.SEARCH)
            : lastInstalled.get(failed.getKey());
    return success != null && success.compareTo(failed.getValue()) > 0;
  }
}
