package app.regrip.evidence;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.errors.SetupExtend;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads setupact.log, setuperr.log and the result of SetupDiag: one feature update, and the number
 * it ended with. The number Setup reports to Windows Update says more than those of its steps.
 */
final class SetupLogReader implements LogReader {

  private static final Pattern LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d, (Info|Warning|Error|Fatal Error|Perf)\\s+"
              + "(?:\\[0x[0-9a-fA-F]{1,8}\\]\\s+)?(\\w{2,12})\\b.*");

  /** Parts of Windows Setup, as its logs call them. */
  private static final Set<String> PARTS =
      Set.of(
          "MOUPG",
          "SP",
          "MIG",
          "IBS",
          "IBSLIB",
          "CONX",
          "UNBCL",
          "DU",
          "DIAG",
          "WDS",
          "PANTHR",
          "HWREQCHK",
          "OOBE",
          "SYSPRP",
          "CSI_SETUP",
          "SETUP",
          "SPEX",
          "ACTIONLIST",
          "DIAGER");

  private static final Pattern DIAGNOSED =
      Pattern.compile("\\s*(?:Error: )?SetupDiag(?: |Version)");

  /** What the window of Setup shows: its two numbers, and nothing else in the line. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\W{0,10}(?:\\p{L}{3,12}\\W{1,3}){0,2}0[xX]C19[0-9a-fA-F]{5}\\s?[-\u2013]\\s?0[xX][0-9a-fA-F]{5}\\W{0,10}");

  /** SetupDiag's result as JSON or XML. */
  private static final Pattern DOCUMENT =
      Pattern.compile("\\s*(?:\\{\\s*)?(?:<SetupDiag[ >]|\"?<?ProfileGuid[\">])");

  /** SetupDiag's profile for an upgrade that came to its end. */
  private static final String SUCCESSFUL = "8A0824C8-A56D-4C55-95A0-22751AB62F3E";

  private static final Pattern CODE = Pattern.compile("0[xX]([0-9a-fA-F]{8})(?![0-9a-fA-F])");
  private static final Pattern EXTEND =
      Pattern.compile("0[xX][0-9a-fA-F]{8}\\s?[-,]\\s?0[xX]([0-9a-fA-F]{5})(?![0-9a-fA-F])");
  private static final Pattern TARGET =
      Pattern.compile("\\s*TargetOSBuildString = ([0-9.]{3,30}).*");
  private static final int LONGEST = 4000;

  private final EvidenceSink sink;
  private Optional<HResult> ofSetup = Optional.empty();
  private Optional<HResult> reported = Optional.empty();
  private Optional<HResult> lastError = Optional.empty();
  private Optional<SetupExtend> extend = Optional.empty();
  private Optional<LogTime> time = Optional.empty();
  private String target = "";
  private long line;
  private boolean succeeded;

  SetupLogReader(EvidenceSink sink) {
    this.sink = sink;
  }

  /** Whether a line is of Windows Setup or of SetupDiag. */
  static boolean isSign(String text) {
    Matcher m = LINE.matcher(text);
    return text.contains(", ") && m.matches() && PARTS.contains(m.group(2).toUpperCase(Locale.ROOT))
        || text.contains("SetupDiag") && DIAGNOSED.matcher(text).lookingAt()
        || (text.contains("SetupDiag") || text.contains("ProfileGuid"))
            && DOCUMENT.matcher(text).lookingAt()
        || isShown(text);
  }

  private static boolean isShown(String text) {
    return (text.contains("0xC19") || text.contains("0xc19")) && SHOWN.matcher(text).matches();
  }

  @Override
  public void line(long number, String whole) {
    String text = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    Matcher target = TARGET.matcher(text);
    if (target.matches()) {
      this.target = "Windows " + target.group(1);
    }
    Matcher second = EXTEND.matcher(text);
    if (second.find()) {
      extend = SetupExtend.of(Integer.parseInt(second.group(1), 16)).or(() -> extend);
    }
    Matcher logged = LINE.matcher(text);
    boolean ofLog = logged.matches();
    boolean error = ofLog ? logged.group(1).contains("Error") : text.contains("rror");
    boolean result =
        text.contains("Reporting error event")
            || text.contains("Result =")
            || text.contains("Err = ")
            || isShown(text);
    if (text.contains("SetupHost: Reporting success event") || text.contains(SUCCESSFUL)) {
      succeeded(number, text);
      return;
    }
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      HResult found = new HResult(Integer.parseUnsignedInt(code.group(1), 16));
      keep(number, text, found, error, result);
    }
  }

  /** Setup logs errors on its way that stop nothing; its own word on the whole counts. */
  private void succeeded(long number, String text) {
    succeeded = true;
    ofSetup = Optional.empty();
    reported = Optional.empty();
    lastError = Optional.empty();
    extend = Optional.empty();
    line = number;
    time = PrintedDate.in(text, false).or(() -> time);
  }

  private void keep(long number, String text, HResult found, boolean error, boolean result) {
    if (!found.isFailure()) {
      return;
    }
    boolean setup = found.value() >>> 16 == 0xC190;
    if (setup && (error || result || text.contains("error"))) {
      ofSetup = Optional.of(found);
    } else if (result) {
      reported = Optional.of(found);
    } else if (error && !succeeded) {
      lastError = Optional.of(found);
    } else {
      return;
    }
    line = number;
    time = PrintedDate.in(text, false).or(() -> time);
  }

  @Override
  public void end() {
    Optional<HResult> code = ofSetup.or(() -> reported).or(() -> lastError);
    if (code.isEmpty() && !succeeded) {
      return;
    }
    String title =
        (target.isEmpty() ? "Windows feature update" : target)
            + extend.map(e -> " (" + e.phase() + ", " + e.operation() + ")").orElse("");
    Outcome outcome =
        code.isEmpty()
            ? Outcome.SUCCEEDED
            : Family.of(code.get()) == Family.RESTART_NEEDED ? Outcome.OTHER : Outcome.FAILED;
    sink.event(
        new LoggedEvent(time, Operation.INSTALL, outcome, code, Optional.of(title), line, true));
  }
}
