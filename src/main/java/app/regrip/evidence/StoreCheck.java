package app.regrip.evidence;

import app.regrip.console.DismJudgement;
import app.regrip.errors.HResult;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One ScanHealth or RestoreHealth, as CBS.log tells it: a session that detects, and perhaps
 * repairs, damage of the component store. Its summary counts 0 also where the check failed, so a
 * count is evidence only together with the number the session ended with.
 */
final class StoreCheck {

  static final String SESSION = "Store Corruption Detect/Repair";
  static final String READINESS = "Checking System Update Readiness";
  static final String OPERATION = "Operation: Detect";
  private static final String AND_REPAIR = "Operation: Detect and Repair";

  private static final Pattern ENDED =
      Pattern.compile("Processing complete, session\\(Corruption (Repairing|Detecting)\\)");
  private static final Pattern COUNT =
      Pattern.compile("Total (Detected|Repaired) Corruption:\\s*([0-9]{1,9})");

  private static final Pattern RESULT =
      Pattern.compile("Operation result: 0x([0-9a-fA-F]{1,8})\\b");

  private final long line;
  private final Optional<LogTime> time;
  private Optional<Boolean> repairs = Optional.empty();
  private OptionalLong detected = OptionalLong.empty();
  private OptionalLong repaired = OptionalLong.empty();
  private Optional<HResult> result = Optional.empty();
  private Optional<HResult> end = Optional.empty();

  StoreCheck(long line, Optional<LogTime> time) {
    this.line = line;
    this.time = time;
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
    Matcher count = COUNT.matcher(message);
    if (count.find()) {
      OptionalLong number = OptionalLong.of(Long.parseLong(count.group(2)));
      if (count.group(1).equals("Detected")) {
        detected = number;
      } else {
        repaired = number;
      }
    }
    Matcher stated = RESULT.matcher(message);
    if (stated.find()) {
      result = Optional.of(new HResult(Integer.parseUnsignedInt(stated.group(1), 16)));
    }
    if (detected.isPresent() && message.contains("finalized. Reboot required:")) {
      end = next.code();
    }
    Matcher ended = ENDED.matcher(message);
    if (ended.find()) {
      end = next.code();
      repairs = repairs.or(() -> Optional.of(ended.group(1).equals("Repairing")));
    }
  }

  boolean hasEnded() {
    return end.isPresent();
  }

  ToolRun judged() {
    String command =
        repairs
            .map(repair -> repair ? "RestoreHealth" : "ScanHealth")
            .orElse(ToolRun.UNKNOWN_COMMAND);
    Optional<HResult> code = end.or(() -> result);
    return new ToolRun(
        Tool.DISM,
        command,
        code.map(this::verdict).orElse(Verdict.INCOMPLETE),
        OptionalDouble.empty(),
        code.filter(HResult::isFailure),
        time,
        line,
        List.of());
  }

  private Verdict verdict(HResult code) {
    if (code.isFailure()) {
      return DismJudgement.waitsForRestart(code) ? Verdict.RESTART_NEEDED : Verdict.FAILED;
    }
    if (!code.equals(HResult.OK)) {
      return Verdict.INCOMPLETE;
    }
    if (detected.isEmpty()) {
      return Verdict.SUCCEEDED;
    }
    long damage = detected.getAsLong();
    if (damage == 0) {
      return Verdict.HEALTHY;
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
