package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts the failures of updates by their error number, and remembers what went well afterwards.
 * Knows a bounded number of updates by name, so that memory does not grow with the logs.
 */
final class UpdateHealth {

  private static final int MOST_UPDATES = 10_000;
  private static final int MOST_CODES = 2_000;
  private static final int MOST_PCS = 100;
  private static final Pattern KB = Pattern.compile("\\bKB ?[0-9]{6,8}\\b");

  /** Failures of one kind. */
  static final class Failures {
    final Optional<HResult> code;
    final Occurrences seen = new Occurrences();
    final Incidents incidents = new Incidents();
    final Set<String> pcs = new TreeSet<>();
    final Set<Operation> operations = EnumSet.noneOf(Operation.class);
    String title = "";

    /** How it came to the last one, where a log of servicing tells. */
    Optional<PackageChange> story = Optional.empty();

    /** What failed where, and when last: to be asked whether it worked later. */
    private final Map<Place, LogTime> lastOf = new LinkedHashMap<>();

    /** What failed nobody knows when. */
    private final Set<Place> undated = new LinkedHashSet<>();

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
  private final Map<Place, LogTime> lastWorked = new LinkedHashMap<>();
  private final Map<Place, LogTime> lastSeemedToWork = new LinkedHashMap<>();

  /** What worked nobody knows when. */
  private final Set<Place> workedSometime = new HashSet<>();

  private final Set<String> pcs = new TreeSet<>();
  private boolean seemedToWork;

  /**
   * @param pc its name; empty where the log does not tell
   */
  private record Place(String pc, String what) {}

  /**
   * @param pc whose log it is; empty where the log does not tell
   */
  void add(String file, String pc, LoggedEvent event) {
    if (!pc.isEmpty() && pcs.size() < MOST_PCS) {
      pcs.add(pc);
    }
    if (event.outcome() == Outcome.SUCCEEDED && event.error().isEmpty()) {
      worked(pc, event);
    } else if (event.outcome() == Outcome.UNSURE) {
      seemedToWork(pc, event);
    } else if (event.outcome() == Outcome.FAILED) {
      failed(file, pc, event);
    }
  }

  void add(String file, String pc, PackageChange change) {
    add(file, pc, change.event());
    Optional.ofNullable(failures.get(change.error()))
        .filter(same -> change.outcome() == Outcome.FAILED)
        .ifPresent(same -> same.tell(change));
  }

  /** Whether something has probably worked, by words that nobody could vouch for. */
  boolean seemToWork() {
    return seemedToWork;
  }

  /** The names of the PCs these logs are of, as far as they tell. */
  Set<String> pcs() {
    return pcs;
  }

  private void worked(String pc, LoggedEvent event) {
    boolean counts =
        event.operation() == Operation.INSTALL || event.operation() == Operation.SEARCH;
    Place place = new Place(pc, key(event));
    if (counts && event.time().isPresent()) {
      remember(lastWorked, place, event.time().get());
    } else if (counts && workedSometime.size() < MOST_UPDATES) {
      workedSometime.add(place);
    }
  }

  private void seemedToWork(String pc, LoggedEvent event) {
    seemedToWork = true;
    Place place = new Place(pc, key(event));
    if (event.time().isPresent()) {
      remember(lastSeemedToWork, place, event.time().get());
    } else if (workedSometime.size() < MOST_UPDATES) {
      workedSometime.add(place);
    }
  }

  private void failed(String file, String pc, LoggedEvent event) {
    Optional<HResult> code = failures.size() < MOST_CODES ? event.error() : Optional.empty();
    Failures same = failures.computeIfAbsent(code, Failures::new);
    String key = key(event);
    same.seen.add(file, event.line(), event.time());
    same.incidents.add(file, key.equals(event.operation().name()) ? "" : key, event.time());
    same.operations.add(event.operation());
    same.title = event.title().orElse(same.title);
    if (!pc.isEmpty() && same.pcs.size() < MOST_PCS) {
      same.pcs.add(pc);
    }
    if (same.lastOf.size() + same.undated.size() >= MOST_UPDATES) {
      same.cannotHeal = true;
    } else if (event.time().isEmpty()) {
      same.undated.add(new Place(pc, key));
    } else {
      remember(same.lastOf, new Place(pc, key), event.time().get());
    }
  }

  private static void remember(Map<Place, LogTime> times, Place place, LogTime at) {
    if (times.size() < MOST_UPDATES || times.containsKey(place)) {
      times.merge(place, at, UpdateHealth::later);
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
    int from = title.indexOf("KB");
    Matcher kb = KB.matcher(title);
    String name = from >= 0 && kb.find(from) ? kb.group().replace(" ", "") : title;
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
        && same.undated.isEmpty()
        && same.lastOf.entrySet().stream().allMatch(failed -> isLater(lastWorked, failed));
  }

  /** Whether all of it worked later or nobody knows when, so that it may be healed. */
  boolean mayBeHealed(Failures same) {
    return !same.cannotHeal
        && same.undated.stream().allMatch(this::workedEver)
        && same.lastOf.entrySet().stream()
            .allMatch(
                failed ->
                    isLater(lastWorked, failed)
                        || isLater(lastSeemedToWork, failed)
                        || worked(failed.getKey(), workedSometime));
  }

  /** Only what has a name is known to be the same. */
  private boolean workedEver(Place failed) {
    return worked(failed, workedSometime)
        || worked(failed, lastWorked.keySet())
        || worked(failed, lastSeemedToWork.keySet());
  }

  private boolean worked(Place failed, Set<Place> places) {
    return !failed.what().equals(Operation.INSTALL.name())
        && where(failed).anyMatch(pc -> places.contains(new Place(pc, failed.what())));
  }

  private boolean isLater(Map<Place, LogTime> worked, Map.Entry<Place, LogTime> failed) {
    Place place = failed.getKey();
    return where(place)
        .map(pc -> worked.get(new Place(pc, place.what())))
        .anyMatch(at -> at != null && at.compareTo(failed.getValue()) > 0);
  }

  /**
   * What worked on one PC heals nothing on another; a log without a name may be of the only one.
   */
  private Stream<String> where(Place place) {
    return pcs.size() > 1 ? Stream.of(place.pc()) : Stream.concat(Stream.of(""), pcs.stream());
  }
}
