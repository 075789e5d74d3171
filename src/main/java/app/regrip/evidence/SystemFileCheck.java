package app.regrip.evidence;

import app.regrip.console.DamagedFiles;
import app.regrip.evidence.ToolRun.Damage;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of the System File Checker, as its {@code [SR]} lines in CBS.log tell it. Only "Repair
 * complete" proves that it came to its end, and only the number of components it set out to repair
 * that nothing was damaged: a line that got lost is no health. A file that could not be repaired is
 * proof by itself.
 */
final class SystemFileCheck {

  static final String MARK = "[SR]";

  /** Between two lines of one run pass seconds, also where only the damage was kept. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** The number of a line; it starts over when the servicing process does. */
  private static final Pattern SEQUENCE = Pattern.compile("([0-9a-f]{8}) +\\[SR\\]");

  private static final Pattern REPAIRING =
      Pattern.compile("\\[SR\\] Repairing ([0-9]{1,6}) components");

  private final long line;
  private final Optional<LogTime> time;
  private final DamagedFiles files = new DamagedFiles();
  private Optional<LogTime> lastTime;
  private long lastSequence = -1;

  /** How many components it set out to repair; empty where it did not say. */
  private OptionalInt toRepair = OptionalInt.empty();

  private boolean complete;

  SystemFileCheck(long line, Optional<LogTime> time) {
    this.line = line;
    this.time = time;
    this.lastTime = time;
  }

  /** Whether a line cannot be of this run any more. */
  boolean isOver(ServicingLine next) {
    return complete && next.message().contains("[SR] Verifying")
        || sequence(next).filter(number -> number < lastSequence).isPresent()
        || pause(next).filter(pause -> pause.compareTo(LONGEST_PAUSE) > 0).isPresent();
  }

  private Optional<Duration> pause(ServicingLine next) {
    return lastTime.flatMap(
        last -> next.time().map(now -> Duration.between(last.local(), now.local()).abs()));
  }

  private static Optional<Long> sequence(ServicingLine next) {
    Matcher number = SEQUENCE.matcher(next.message());
    return number.lookingAt() ? Optional.of(Long.parseLong(number.group(1), 16)) : Optional.empty();
  }

  void read(ServicingLine next) {
    String message = next.message();
    lastTime = next.time().or(() -> lastTime);
    lastSequence = sequence(next).orElse(lastSequence);
    Matcher repairing = REPAIRING.matcher(message);
    if (repairing.find()) {
      toRepair = OptionalInt.of(toRepair.orElse(0) + Integer.parseInt(repairing.group(1)));
    }
    complete |= message.contains("[SR] Repair complete");
    files.read(message);
  }

  ToolRun judged() {
    List<String> unrepaired = files.unrepaired();
    return new ToolRun(
        Tool.SFC,
        toRepair.isPresent() || complete ? "scannow" : ToolRun.UNKNOWN_COMMAND,
        verdict(unrepaired),
        OptionalDouble.empty(),
        Optional.empty(),
        time,
        line,
        unrepaired,
        Optional.of(new Damage(unrepaired.size() + files.repaired(), files.repaired())),
        false,
        "");
  }

  private Verdict verdict(List<String> unrepaired) {
    if (!unrepaired.isEmpty()) {
      return Verdict.PARTLY_REPAIRED;
    }
    if (files.anyOnlyFound()) {
      return Verdict.REPAIRABLE;
    }
    if (!complete || toRepair.isEmpty() || files.repaired() < toRepair.getAsInt()) {
      return Verdict.INCOMPLETE;
    }
    return files.repaired() > 0 ? Verdict.REPAIRED : Verdict.HEALTHY;
  }
}
