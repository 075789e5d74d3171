package app.regrip.windows.servicing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps the newest {@code [SR]} lines of CBS.log that are not older than a moment. A line begins
 * with its local time, {@code 2026-11-22 20:56:50, Info…}; one without a time is a torn one and
 * left out.
 */
final class SystemFileLines {

  private static final String MARK = "[SR]";
  private static final int TIME_LENGTH = "yyyy-MM-dd HH:mm:ss".length();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final LocalDateTime since;
  private final int limit;
  private final Deque<String> lines = new ArrayDeque<>();

  /** The log knows whole seconds. */
  SystemFileLines(Instant since, ZoneId zone, int limit) {
    this.since = LocalDateTime.ofInstant(since, zone).withNano(0);
    this.limit = limit;
  }

  void take(String line) {
    if (!line.contains(MARK) || !isInTime(line)) {
      return;
    }
    lines.addLast(line);
    if (lines.size() > limit) {
      lines.removeFirst();
    }
  }

  List<String> newest() {
    return List.copyOf(lines);
  }

  private boolean isInTime(String line) {
    if (line.length() < TIME_LENGTH) {
      return false;
    }
    try {
      return !LocalDateTime.parse(line.substring(0, TIME_LENGTH), TIME).isBefore(since);
    } catch (DateTimeException torn) {
      return false;
    }
  }
}
