package app.regrip.evidence;

import app.regrip.console.DismJudgement;
import app.regrip.errors.HResult;
import app.regrip.evidence.ToolRun.Damage;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One check of the component store, as CBS.log tells it: a session that detects, and perhaps
 * repairs, damage; or what the System Update Readiness Tool of older Windows (CheckSUR) leaves. Its
 * summary counts 0 also where the check failed, so a count is evidence only together with the
 * number the session ended with.
 */
final class StoreCheck {

  private static final String SESSION = "Store Corruption Detect/Repair";
  private static final String READINESS = "Checking System Update Readiness";
  private static final String OPERATION = "Operation: Detect";
  private static final String AND_REPAIR = "Operation: Detect and Repair";
  private static final String SECONDS = "Seconds executed:";
  private static final String UNAVAILABLE = "Unavailable repair files";
  private static final String NO_ERRORS = "No errors detected";

  private static final Phrases OPENING =
      Phrases.of(SESSION, READINESS, OPERATION, SECONDS, "Total Detected Corruption:");

  private static final Pattern ENDED =
      Pattern.compile("Processing complete, session\\(Corruption (Repairing|Detecting)\\)");
  private static final Pattern COUNT =
      Pattern.compile("Total (Detected|Repaired) Corruption:\\s*([0-9]{1,9})");
  private static final Pattern RESULT =
      Pattern.compile("Operation result: 0x([0-9a-fA-F]{1,8})\\b");

  /** CheckSUR: "Found 3 errors", "Fixed 2 errors". */
  private static final Pattern ERRORS = Pattern.compile("(Found|Fixed) ([0-9]{1,9}) errors?\\b");

  /** One damage: a mark, what is damaged, whether it could be mended, and the file. */
  private static final Pattern DAMAGED =
      Pattern.compile("\\((?:p|f)\\)\\s+(CSI|CBS) [A-Z][^\\t(]{3,40}(.*)");

  private static final int MOST_NAMES = 1000;

  private final long line;
  private final Optional<LogTime> time;
  private final List<String> unrepaired = new ArrayList<>();
  private Optional<Boolean> repairs = Optional.empty();
  private OptionalLong detected = OptionalLong.empty();
  private OptionalLong repaired = OptionalLong.empty();
  private Optional<HResult> result = Optional.empty();
  private Optional<HResult> end = Optional.empty();
  private boolean checkSur;
  private boolean unavailable;

  StoreCheck(long line, Optional<LogTime> time) {
    this.line = line;
    this.time = time;
  }

  /**
   * @param from where in the text the message begins
   */
  static boolean isOpenedBy(String text, int from) {
    return OPENING.anyIn(text, from);
  }

  /** Whether a line cannot be of this check any more. */
  boolean isOver(String message) {
    return message.contains(SESSION) && message.contains("processing started")
        || message.contains(OPERATION) && repairs.isPresent()
        || message.contains(READINESS) && detected.isPresent();
  }

  void read(ServicingLine next) {
    String message = next.message();
    if (message.contains(OPERATION)) {
      repairs = Optional.of(message.contains(AND_REPAIR));
    }
    count(COUNT.matcher(message), "Detected");
    readiness(message);
    Matcher stated = RESULT.matcher(message);
    if (stated.find()) {
      result = Optional.of(new HResult(Integer.parseUnsignedInt(stated.group(1), 16)));
    }
    damaged(message);
    if (detected.isPresent() && message.contains("finalized. Reboot required:")) {
      end = next.code();
    }
    Matcher ended = ENDED.matcher(message);
    if (ended.find()) {
      end = next.code();
      repairs = repairs.or(() -> Optional.of(ended.group(1).equals("Repairing")));
    }
  }

  private void readiness(String message) {
    checkSur |= message.startsWith(SECONDS);
    if (!checkSur) {
      return;
    }
    count(ERRORS.matcher(message), "Found");
    if (message.startsWith(NO_ERRORS)) {
      detected = OptionalLong.of(0);
    }
    if (unavailable && message.startsWith("servicing\\")) {
      add(message.substring(message.lastIndexOf('\\') + 1));
    }
    unavailable |= message.startsWith(UNAVAILABLE);
  }

  private void count(Matcher count, String found) {
    if (count.find()) {
      OptionalLong number = OptionalLong.of(Long.parseLong(count.group(2)));
      if (count.group(1).equals(found)) {
        detected = number;
      } else {
        repaired = number;
      }
    }
  }

  private void damaged(String message) {
    Matcher damage = DAMAGED.matcher(message);
    if (damage.lookingAt() && !message.contains("(Fixed)")) {
      String[] cells = damage.group(2).split("\\t");
      String path = cells[cells.length - 1].strip();
      add(path.contains("~") ? path : path.substring(path.lastIndexOf('\\') + 1));
    }
  }

  private void add(String name) {
    if (!name.isEmpty() && unrepaired.size() < MOST_NAMES && !unrepaired.contains(name)) {
      unrepaired.add(name);
    }
  }

  boolean hasEnded() {
    return end.isPresent();
  }

  ToolRun judged() {
    Optional<HResult> code = end.or(() -> result);
    return new ToolRun(
        Tool.DISM,
        command(),
        code.map(this::verdict).orElseGet(this::withoutCode),
        OptionalDouble.empty(),
        code.filter(HResult::isFailure),
        time,
        line,
        List.copyOf(unrepaired),
        detected.isEmpty()
            ? Optional.empty()
            : Optional.of(new Damage(detected.getAsLong(), repaired.orElse(0))),
        false,
        "");
  }

  private String command() {
    return checkSur
        ? "CheckSUR"
        : repairs
            .map(repair -> repair ? "RestoreHealth" : "ScanHealth")
            .orElse(ToolRun.UNKNOWN_COMMAND);
  }

  /** CheckSUR ends with its counts; elsewhere a count of damage alone is no success. */
  private Verdict withoutCode() {
    if (checkSur && detected.isPresent()) {
      repairs = Optional.of(true);
      repaired = OptionalLong.of(repaired.orElse(0));
      return byCounts();
    }
    boolean damage = detected.isPresent() && detected.getAsLong() > repaired.orElse(0);
    return damage ? Verdict.REPAIRABLE : Verdict.INCOMPLETE;
  }

  private Verdict verdict(HResult code) {
    if (code.isFailure()) {
      return DismJudgement.waitsForRestart(code) ? Verdict.RESTART_NEEDED : Verdict.FAILED;
    }
    if (!code.equals(HResult.OK)) {
      return Verdict.INCOMPLETE;
    }
    return detected.isEmpty() ? Verdict.SUCCEEDED : byCounts();
  }

  private Verdict byCounts() {
    long damage = detected.getAsLong();
    if (damage == 0) {
      return unrepaired.isEmpty() ? Verdict.HEALTHY : Verdict.REPAIRABLE;
    }
    if (!repairs.orElse(false)) {
      return Verdict.REPAIRABLE;
    }
    if (repaired.isEmpty()) {
      return Verdict.SUCCEEDED;
    }
    long cured = repaired.getAsLong();
    return cured >= damage
        ? Verdict.REPAIRED
        : cured > 0 ? Verdict.PARTLY_REPAIRED : Verdict.NOT_REPAIRABLE;
  }
}
