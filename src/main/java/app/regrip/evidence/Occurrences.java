package app.regrip.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How often something was seen, since when, until when, and where: the newest lines. */
final class Occurrences {

  private static final int MOST_LINES = 5;

  private final Deque<String> lines = new ArrayDeque<>();
  private long count;
  private Optional<LogTime> first = Optional.empty();
  private Optional<LogTime> last = Optional.empty();

  void add(String file, long line, Optional<LogTime> time) {
    count++;
    String where = line > 0 ? file + ":" + line : file;
    if (!where.equals(lines.peekLast())) {
      lines.addLast(where);
    }
    if (lines.size() > MOST_LINES) {
      lines.removeFirst();
    }
    if (time.isPresent()) {
      LogTime at = time.get();
      first = first.filter(f -> f.compareTo(at) <= 0).or(() -> time);
      last = last.filter(l -> l.compareTo(at) >= 0).or(() -> time);
    }
  }

  long count() {
    return count;
  }

  Optional<LogTime> first() {
    return first;
  }

  Optional<LogTime> last() {
    return last;
  }

  List<String> lines() {
    return new ArrayList<>(lines);
  }
}
