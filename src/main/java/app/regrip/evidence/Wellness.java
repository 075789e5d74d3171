package app.regrip.evidence;

import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import app.regrip.text.Message;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen to work or to be sound, how often and until when. An all-clear rests on this alone:
 * that nothing wrong was found proves nothing where little was looked at.
 */
final class Wellness {

  /** What these commands do is all that is asked of them; a check must also say what it found. */
  private static final Set<String> ACTIONS =
      Set.of(
          "Enable-Feature",
          "Disable-Feature",
          "Add-Package",
          "Remove-Package",
          "Add-Capability",
          "Remove-Capability",
          "StartComponentCleanup");

  private static final int MOST_NAMES = 8;

  private enum Good {
    INSTALLED,
    SEARCHED,
    DOWNLOADED,
    REMOVED,
    STORE,
    FILES,
    COMMAND,
    SERVICE
  }

  private final Map<Good, Occurrences> seen = new EnumMap<>(Good.class);
  private final Set<String> commands = new LinkedHashSet<>();
  private final Set<String> services = new LinkedHashSet<>();

  /** An event that tells of success and of an error at once proves neither. */
  void event(String file, LoggedEvent event) {
    if (event.outcome() != Outcome.SUCCEEDED || event.error().isPresent()) {
      return;
    }
    Optional<Good> good =
        switch (event.operation()) {
          case INSTALL -> Optional.of(Good.INSTALLED);
          case SEARCH -> Optional.of(Good.SEARCHED);
          case DOWNLOAD -> Optional.of(Good.DOWNLOADED);
          case UNINSTALL -> Optional.of(Good.REMOVED);
          case OTHER -> Optional.empty();
        };
    good.ifPresent(what -> add(what, file, event.line(), event.time()));
  }

  /**
   * A mounted image is not this PC. Of dism.log even a run without an error tells nothing: it does
   * not say what was found.
   */
  void run(String file, FileKind kind, ToolRun run) {
    if (run.ofImage()) {
      return;
    }
    boolean sound = run.verdict() == Verdict.HEALTHY || run.verdict() == Verdict.REPAIRED;
    if (sound) {
      add(run.tool() == Tool.DISM ? Good.STORE : Good.FILES, file, run.line(), run.time());
    } else if (run.verdict() == Verdict.SUCCEEDED
        && kind != FileKind.DISM_LOG
        && ACTIONS.contains(run.command())) {
      commands.add(run.command());
      add(Good.COMMAND, file, run.line(), run.time());
    }
  }

  void service(String file, Hint running) {
    if (services.size() < MOST_NAMES) {
      services.add(running.subject());
    }
    add(Good.SERVICE, file, running.line(), running.time());
  }

  private void add(Good what, String file, long line, Optional<LogTime> time) {
    seen.computeIfAbsent(what, good -> new Occurrences()).add(file, line, time);
  }

  /** Whether updates themselves worked, which sound files only let hope for. */
  boolean sawUpdates() {
    return seen.containsKey(Good.INSTALLED)
        || seen.containsKey(Good.SEARCHED)
        || seen.containsKey(Good.DOWNLOADED);
  }

  boolean isEmpty() {
    return seen.isEmpty();
  }

  /** One after the other, e.g. {@code 3 updates were installed, the last on 4 May 2026 10:00}. */
  Message inWords() {
    return seen.entrySet().stream()
        .map(good -> inWords(good.getKey(), good.getValue()))
        .reduce((all, next) -> Message.of("evidence.well.and", all, next))
        .orElse(Message.NONE);
  }

  private Message inWords(Good good, Occurrences sightings) {
    long count = sightings.count();
    return switch (good) {
      case INSTALLED -> last(Message.of("evidence.well.installed", count), sightings, count);
      case SEARCHED -> last(Message.of("evidence.well.searched", count), sightings, count);
      case DOWNLOADED -> last(Message.of("evidence.well.downloaded", count), sightings, count);
      case REMOVED -> last(Message.of("evidence.well.removed", count), sightings, count);
      case STORE -> last(Message.of("evidence.well.store"), sightings, 1);
      case FILES -> last(Message.of("evidence.well.files"), sightings, 1);
      case COMMAND ->
          last(Message.of("evidence.well.command", String.join(", ", commands)), sightings, 1);
      case SERVICE ->
          Message.of("evidence.well.services", services.size(), String.join(", ", services));
    };
  }

  private static Message last(Message what, Occurrences sightings, long count) {
    return sightings
        .last()
        .map(
            time ->
                Message.of(
                    count == 1 ? "evidence.well.on" : "evidence.well.last", what, time.inWords()))
        .orElseGet(() -> Message.of("evidence.well.undated", what));
  }
}
