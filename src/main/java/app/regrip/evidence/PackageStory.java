package app.regrip.evidence;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.evidence.PackageChange.Cause;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * Follows servicing through CBS.log and makes one {@link PackageChange} of the lines that tell how
 * a package fared: staging, execution, what its installers said, the rollback and the report at the
 * end. Single steps that fail are everyday; only what servicing itself calls a failure of the whole
 * is one.
 */
final class PackageStory {

  private static final String REPORT = "WER: Generating failure report for package:";
  private static final String COMPLETION = "eporting package change completion for package:";
  private static final String STARTED = "Exec: Processing started";
  private static final String COMPLETE = "Exec: Processing complete.  Session";
  private static final String QUEUE_ITEM = "Failed execution of queue item Installer:";
  private static final String INSTALLER = "(F) Installer:";
  private static final String MISSING_FILE = "Failed to find file:";
  private static final String MISSING_MANIFEST = "manifest missing for package:";
  private static final String PERMANENT = "Permanent package";
  private static final String FROM_WIN32 = "HRESULT_FROM_WIN32(";

  /** With these words servicing gives up a package as a whole. */
  private static final Set<String> GIVEN_UP =
      Set.of(
          "Failed to process single phase execution",
          "Failed to perform operation.",
          "Startup: Failed to process advanced operation queue",
          "Startup: Failed executing critical driver operations queue",
          "Shtd: Failed while processing",
          "Failed to pre- stage package",
          "Failed to download and plan capabilities");

  /** Without one of these in it, a line tells nothing of a package. */
  private static final Phrases TELLS =
      Phrases.of(
          REPORT,
          COMPLETION,
          STARTED,
          "Exec: Staging Package:",
          "Exec: Installing Package:",
          QUEUE_ITEM,
          INSTALLER,
          "Doqe: Recording result:",
          MISSING_FILE,
          MISSING_MANIFEST,
          PERMANENT,
          "original failure status:",
          "ollback",
          "Rolling back KTM",
          "HRESULT",
          "hr:",
          "hr=",
          "Error");

  /** What these name is a fault wherever it stands; others come on healthy PCs too. */
  private static final Set<Family> TELLING =
      Set.of(
          Family.STORE_DAMAGED,
          Family.STORE_BEYOND_REPAIR,
          Family.SOURCE_MISSING,
          Family.INSTALLER_FAILED,
          Family.SERVICING,
          Family.POLICY,
          Family.RECOVERY_PARTITION);

  private final EvidenceSink sink;
  private long line;
  private Optional<LogTime> time = Optional.empty();
  private String started = "";
  private String staged = "";
  private String reported = "";
  private Operation operation = Operation.INSTALL;
  private Optional<HResult> error = Optional.empty();
  private Optional<Cause> cause = Optional.empty();
  private boolean rolledBack;
  private boolean failed;
  private boolean told;
  private boolean everFailed;
  private Optional<PackageChange> stray = Optional.empty();

  PackageStory(EvidenceSink sink) {
    this.sink = sink;
  }

  /**
   * @param from where in the text the message begins
   */
  static boolean mayTell(String text, int from) {
    return TELLS.anyIn(text, from);
  }

  void read(long number, ServicingLine next) {
    String message = next.message();
    if (message.startsWith(STARTED)) {
      finish();
      started = value(message, "Package:") + " " + value(message, "Identifier:");
    } else if (message.startsWith("Exec: Staging Package:")
        || message.startsWith("Exec: Installing Package:")) {
      staged = value(message, "Package:");
    } else if (message.startsWith(REPORT)) {
      report(number, next);
    } else if (message.contains(COMPLETION)) {
      completion(number, next);
    } else if (message.startsWith(COMPLETE)) {
      complete(number, next);
    } else if (message.contains(QUEUE_ITEM) || message.contains(INSTALLER)) {
      installer(number, next);
    } else if (message.startsWith("Doqe: Recording result:")) {
      driver(next);
    } else if (message.startsWith(MISSING_FILE)) {
      missing(withOwner(fileName(value(message, MISSING_FILE)), message));
    } else if (message.contains(MISSING_MANIFEST)) {
      missing(
          Message.of(
              "evidence.missing.manifest",
              PackageName.of(value(message, MISSING_MANIFEST)).inWords()));
    } else if (message.startsWith(PERMANENT) && next.failure().isPresent()) {
      cause = Optional.of(new Cause.Permanent());
      reported = reported.isEmpty() ? quoted(message) : reported;
      operation = Operation.UNINSTALL;
      fail(number, next);
    } else {
      step(number, next);
    }
  }

  private void step(long number, ServicingLine next) {
    String message = next.message();
    if (message.contains("original failure status:")) {
      Optional<HResult> original = ErrorText.any(value(message, "failure status:"));
      if (original.filter(HResult::isFailure).isPresent()) {
        fail(number, next);
        error = error.or(() -> original);
      }
    } else if (isRollback(message)) {
      rolledBack = true;
      next.failure().ifPresent(code -> fail(number, next));
    } else if (next.failure().isPresent()) {
      if (GIVEN_UP.stream().anyMatch(message::startsWith)) {
        named(message);
        fail(number, next);
      } else if (!next.isOfStoreCheck()
          && (next.isError() || TELLING.contains(Family.of(next.failure().get())))) {
        stray = Optional.of(stray(number, next));
      }
    }
  }

  private static boolean isRollback(String message) {
    return message.startsWith("Setting ExecuteState key to:") && message.contains("Rollback")
        || message.contains("rollback transaction will be created")
        || message.contains("Rolling back KTM")
        || message.startsWith("Progress:") && message.contains("Rollback");
  }

  private PackageChange stray(long number, ServicingLine next) {
    PackageName name = PackageName.readable(PackageName.kb(next.message()).orElse(""));
    return new PackageChange(
        next.time(),
        number,
        name,
        Operation.INSTALL,
        Outcome.FAILED,
        next.failure(),
        Optional.empty(),
        false);
  }

  /** The last word on a package; another one after it is another story. */
  private void report(long number, ServicingLine next) {
    Optional<HResult> status = ErrorText.any(value(next.message(), "status:"));
    if (status.filter(HResult::isFailure).isEmpty()) {
      return;
    }
    String name = value(next.message(), REPORT);
    if (told && !name.equals(reported)) {
      finish();
    }
    told = true;
    reported = name;
    operation = operation(next.message(), "start state:");
    fail(number, next);
    error = status;
  }

  private void completion(long number, ServicingLine next) {
    String message = next.message();
    String text = value(message, "status:");
    String name = value(message, COMPLETION);
    Optional<HResult> status = ErrorText.any(text);
    if (status.filter(HResult::isFailure).isPresent()) {
      if (!told) {
        reported = reported.isEmpty() ? name : reported;
        operation = operation(message, "original:");
        fail(number, next);
        error = status;
      }
    } else if (isZero(text) && value(message, "current:").equals(value(message, "target:"))) {
      succeeded(number, next, name);
    }
  }

  private void succeeded(long number, ServicingLine next, String name) {
    String before = value(next.message(), "original:");
    String now = value(next.message(), "current:");
    if (now.equals(before) || !now.equals("Installed") && !now.equals("Absent")) {
      return;
    }
    sink.change(
        new PackageChange(
            next.time(),
            number,
            PackageName.of(name),
            now.equals("Installed") ? Operation.INSTALL : Operation.UNINSTALL,
            Outcome.SUCCEEDED,
            Optional.empty(),
            Optional.empty(),
            false));
  }

  /** Without an error it proves nothing: a package that does not apply ends so as well. */
  private void complete(long number, ServicingLine next) {
    if (next.failure().filter(code -> Family.of(code) != Family.RESTART_NEEDED).isPresent()) {
      started = started.isBlank() ? value(next.message(), "Package:") : started;
      fail(number, next);
    }
  }

  private void installer(long number, ServicingLine next) {
    String message = next.message();
    if (message.contains("Failure will be ignored")) {
      return;
    }
    boolean item = message.contains(QUEUE_ITEM);
    String name = value(message, item ? QUEUE_ITEM : INSTALLER);
    int braces = name.indexOf(" ({");
    int binary = name.indexOf("Binary Name:");
    int end = braces >= 0 ? braces : binary >= 0 ? binary : name.length();
    String number16 = value(message, item ? "with HRESULT" : "ErrorCode:");
    Optional<HResult> code = Optional.empty();
    String symbol = "";
    if (number16.startsWith(FROM_WIN32)) {
      String inner = number16.substring(FROM_WIN32.length()).split("\\)", 2)[0];
      boolean digits = !inner.isEmpty() && inner.length() < 6 && isDigits(inner);
      code = digits ? Optional.of(HResult.ofWin32(Integer.parseInt(inner))) : Optional.empty();
      symbol = digits ? "" : inner;
    } else {
      code = ErrorText.bareHex(number16.replaceFirst("^0[xX]", "").split("[^0-9A-Fa-f]", 2)[0]);
    }
    begin(number, next);
    failed = true;
    cause = Optional.of(new Cause.Installer(name.substring(0, end).strip(), code, symbol));
  }

  private void driver(ServicingLine next) {
    String message = next.message();
    String inf = value(message, "for Inf:");
    ErrorText.any(value(message, "Recording result:"))
        .filter(HResult::isFailure)
        .filter(code -> !inf.isEmpty())
        .ifPresent(code -> cause = Optional.of(new Cause.Driver(inf, code)));
  }

  private void missing(Message what) {
    if (cause.isEmpty()) {
      cause = Optional.of(new Cause.Missing(what));
    }
  }

  private Message withOwner(String file, String message) {
    return PackageName.kb(message)
        .or(() -> PackageName.kb(staged))
        .map(kb -> Message.of("evidence.missing.file-of", file, kb))
        .orElseGet(() -> Message.asIs(file));
  }

  private void named(String message) {
    if (reported.isEmpty() && message.contains("package:")) {
      reported = value(message, "package:");
    }
  }

  private void begin(long number, ServicingLine next) {
    line = line == 0 ? number : line;
    time = time.or(next::time);
  }

  private void fail(long number, ServicingLine next) {
    begin(number, next);
    failed = true;
    error = next.failure().or(() -> error);
  }

  private static Operation operation(String message, String before) {
    String target = message.contains("target state:") ? "target state:" : "target:";
    boolean removal =
        value(message, target).equals("Absent") && value(message, before).equals("Installed");
    return removal ? Operation.UNINSTALL : Operation.INSTALL;
  }

  /** At the end of the log, and where another package begins. */
  void finish() {
    if (failed) {
      stray = Optional.empty();
      String name = reported.isBlank() ? started : reported;
      Optional<String> kb = PackageName.kb(reported).or(() -> PackageName.kb(started));
      sink.change(
          new PackageChange(
              time,
              line,
              kb.map(PackageName::readable).orElseGet(() -> PackageName.of(name.strip())),
              operation,
              Outcome.FAILED,
              error,
              cause,
              rolledBack));
      everFailed = true;
    }
    line = 0;
    time = Optional.empty();
    reported = "";
    staged = "";
    operation = Operation.INSTALL;
    error = Optional.empty();
    cause = Optional.empty();
    rolledBack = false;
    failed = false;
    told = false;
  }

  /** Where nothing else is in a log, an error without a story counts as one. */
  void end(boolean anythingElse) {
    finish();
    if (!anythingElse && !everFailed) {
      stray.ifPresent(sink::change);
    }
  }

  private static boolean isZero(String text) {
    return text.equals("0x0") || text.equals("0x00000000");
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String fileName(String path) {
    String plain = path.split(" \\[", 2)[0].strip();
    return plain.substring(plain.lastIndexOf('\\') + 1);
  }

  private static String quoted(String message) {
    int from = message.indexOf('\'');
    int to = message.indexOf('\'', from + 1);
    return from < 0 || to < 0 ? "" : message.substring(from + 1, to);
  }

  /** What stands behind a name, up to the next comma. */
  private static String value(String message, String name) {
    int at = message.indexOf(name);
    if (at < 0) {
      return "";
    }
    int from = at + name.length();
    int end = message.indexOf(", ", from);
    int bracket = message.indexOf(" [HRESULT", from);
    int to = end < 0 ? message.length() : end;
    return message.substring(from, bracket >= 0 && bracket < to ? bracket : to).strip();
  }
}
