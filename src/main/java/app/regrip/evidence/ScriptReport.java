package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateTitle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What scripts and build servers print that ask the update agent for updates, among them those of
 * Packer, Ansible, Chef and Boxstarter, and Microsoft's own example in VBScript: what they are
 * about to do, and the error that the agent threw at them.
 */
final class ScriptReport {

  /** Errors of the update agent alone begin so; others are only its own where it was at work. */
  private static final int OF_AGENT = 0x8024;

  private static final int LONGEST = 1000;

  /** So near to its first mention, the same error is only told once more. */
  private static final int SAME = 8;

  private static final Pattern THROWN =
      Pattern.compile(
          "(?i)(?:from hresult: ?0x|ole error code: ?|comexception \\(0x)([89c][0-9a-f]{7})(?![0-9a-z])");

  /** The three things that updates are asked for, as scripts announce them or as methods. */
  private static final Pattern PHASE =
      Pattern.compile(
          "(?i).{0,120}?(?:(search(?:ing)? for windows updates?|checking for (?:windows )?updates"
              + "|createupdatesearcher|windows update searcher|ole method `search)"
              + "|(downloading windows updates|createupdatedownloader|downloading updates)"
              + "|(installing windows updates|createupdateinstaller|installing updates)).*");

  /** Of an update; what stands behind it may be part of the name of its file. */
  static final Pattern NUMBER = Pattern.compile("KB ?[0-9]{6,8}");

  private static final Phrases SIGNS =
      Phrases.of(
          "HRESULT",
          "COMException",
          "OLE error",
          "OLE method",
          "indows updates",
          "indows Update",
          "pdates failed to",
          "pdate failed to",
          "ailed to install update",
          "ailed to download update",
          "> ",
          ".msu",
          "MSU package",
          "hecking for",
          "ownloading updates",
          "nstalling updates",
          "earching for",
          "reateUpdate",
          "date searcher");

  /** Salt's names for how it went, each in a line of its own above the title. */
  private static final Map<String, Outcome> OF_SALT =
      Map.of(
          "Installation Succeeded", Outcome.SUCCEEDED,
          "Installation Failed", Outcome.FAILED);

  /** A line of a setup that brings an update with it, as the redistributables of Visual C++ do. */
  private static final Pattern OF_SETUP =
      Pattern.compile("\\[[0-9A-F]{4}:[0-9A-F]{4}\\]\\[[^\\]]{10,30}\\][a-z][0-9]{3}: (.*)");

  private static final Pattern MSU_FAILED =
      Pattern.compile("Error (0x[0-9a-fA-F]{8}): Failed to execute MSU package.*");

  private String ofSetup = "";
  private Optional<Outcome> result = Optional.empty();
  private long resultAt;
  private Optional<Operation> phase = Optional.empty();
  private Optional<HResult> last = Optional.empty();
  private long lastAt;

  /** Whether a line is of the log of a setup, which speaks of more than updates. */
  static boolean isOfSetup(String text) {
    return text.startsWith("[") && OF_SETUP.matcher(text).matches();
  }

  /** Whether a line tells by itself what became of an update, or that the agent was at work. */
  static boolean isSign(String text) {
    if (text.length() <= LONGEST && OF_SALT.containsKey(text.strip())) {
      return true;
    }
    if (text.length() > LONGEST || !SIGNS.anyIn(text)) {
      return false;
    }
    if (isOfSetup(text)) {
      return text.contains("MSU package");
    }
    Matcher phase = PHASE.matcher(text);
    return UpdateSaying.isIn(text)
        || thrown(text).filter(code -> code.value() >>> 16 == OF_AGENT).isPresent()
        || phase.matches() && !text.contains("?");
  }

  /** What a line tells of updates; mostly nothing. */
  List<LoggedEvent> events(long number, String text) {
    if (isOfSetup(text)) {
      return ofSetup(number, text);
    }
    boolean mayTell = SIGNS.anyIn(text) || result.isPresent() || text.contains("nstallation ");
    if (text.length() > LONGEST || !mayTell) {
      return List.of();
    }
    Matcher about = PHASE.matcher(text);
    if (about.matches()) {
      phase =
          Optional.of(
              about.group(1) != null
                  ? Operation.SEARCH
                  : about.group(2) != null ? Operation.DOWNLOAD : Operation.INSTALL);
    }
    if (OF_SALT.containsKey(text.strip())) {
      result = Optional.of(OF_SALT.get(text.strip()));
      resultAt = number;
      return List.of();
    }
    if (result.isPresent() && number - resultAt <= 3 && NUMBER.matcher(text).find()) {
      Outcome outcome = result.get();
      result = Optional.empty();
      return List.of(event(Operation.INSTALL, outcome, Optional.empty(), text.strip(), number));
    }
    List<LoggedEvent> told = UpdateSaying.in(number, text);
    if (!told.isEmpty()) {
      return told;
    }
    Optional<HResult> code = thrown(text).filter(error -> isOfUpdates(error, text));
    boolean again =
        code.isPresent() && code.equals(last) && number - lastAt < SAME && !about.matches();
    if (code.isEmpty() || again) {
      return List.of();
    }
    last = code;
    lastAt = number;
    return List.of(event(operation(text), Outcome.FAILED, code, "", number));
  }

  private List<LoggedEvent> ofSetup(long number, String text) {
    Matcher line = OF_SETUP.matcher(text);
    String said = line.matches() ? line.group(1) : "";
    Matcher update = NUMBER.matcher(said);
    if (said.startsWith("Applying execute package") && update.find()) {
      ofSetup = update.group();
    }
    Matcher failed = MSU_FAILED.matcher(said);
    if (ofSetup.isEmpty() || !failed.matches()) {
      return List.of();
    }
    String title = ofSetup;
    ofSetup = "";
    return List.of(
        event(Operation.INSTALL, Outcome.FAILED, ErrorText.any(failed.group(1)), title, number));
  }

  private static Optional<HResult> thrown(String text) {
    Matcher thrown = THROWN.matcher(text);
    return SIGNS.anyIn(text) && thrown.find()
        ? ErrorText.bareHex(thrown.group(1))
        : Optional.empty();
  }

  private boolean isOfUpdates(HResult error, String text) {
    return error.isFailure()
        && (error.value() >>> 16 == OF_AGENT
            || phase.isPresent()
            || text.toLowerCase(Locale.ROOT).contains("update"));
  }

  private Operation operation(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("search")) {
      return Operation.SEARCH;
    }
    return phase.orElse(lower.contains("download") ? Operation.DOWNLOAD : Operation.INSTALL);
  }

  static LoggedEvent event(
      Operation operation, Outcome outcome, Optional<HResult> error, String title, long number) {
    return new LoggedEvent(
        Optional.empty(),
        operation,
        outcome,
        error,
        Optional.of(title).filter(words -> !words.isEmpty()),
        number,
        !UpdateTitle.isStoreApp(title));
  }
}
