package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Windows Error Reporting notes of an update that failed, as Event Viewer and the reliability
 * history show it: the name of the event, and below it the parameters of its signature.
 */
final class ProblemReport {

  private static final Pattern NAME =
      Pattern.compile("\\b(WindowsUpdateFailure|CbsPackageServicingFailure)[0-9]?\\b");

  private static final Pattern PARAMETER =
      Pattern.compile("\\b(?:P|SignatureParameter0?)([0-9]{1,2})\"?: ?\"?([^\\s\",]{1,200})");

  private static final Pattern OF_HISTORY =
      Pattern.compile("\\s*(Win32HResult|Scenario|ServiceUsed):\\s*(\\S{1,200})\\s*");

  /** Lines below the name that may belong to it. */
  private static final int LONGEST = 40;

  private static final String STORE = "855e8a7c-ecb4-4ca3-b045-1dfa50104289";

  private final EvidenceSink sink;
  private String name = "";
  private String code = "";
  private String scenario = "";
  private String service = "";
  private String update = "";
  private long at;

  ProblemReport(EvidenceSink sink) {
    this.sink = sink;
  }

  /** Whether a line names such an event. */
  static boolean isSign(String text) {
    return text.contains("Failure") && text.indexOf(':') > 0 && NAME.matcher(text).find();
  }

  void line(long number, String text) {
    if (isSign(text)) {
      end();
      Matcher named = NAME.matcher(text);
      name = named.find() ? named.group(1) : "";
      at = number;
    }
    if (name.isEmpty()) {
      return;
    }
    if (number - at > LONGEST) {
      end();
      return;
    }
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      put(Integer.parseInt(parameter.group(1)), parameter.group(2));
    }
    Matcher field = OF_HISTORY.matcher(text);
    if (field.matches()) {
      switch (field.group(1)) {
        case "Win32HResult" -> code = field.group(2);
        case "Scenario" -> scenario = field.group(2);
        default -> service = field.group(2);
      }
    }
  }

  /** Of servicing the second names the package, and its error is the sixth. */
  private void put(int parameter, String value) {
    boolean ofServicing = name.startsWith("Cbs");
    switch (parameter) {
      case 2 -> {
        if (ofServicing) {
          update = value;
        } else {
          code = value;
        }
      }
      case 4 -> scenario = ofServicing ? scenario : value;
      case 6 -> code = ofServicing ? value : code;
      case 9 -> service = ofServicing ? service : value;
      default -> {
        // The rest tells of versions.
      }
    }
  }

  void end() {
    Optional<HResult> error = ErrorText.bareHex(code).filter(HResult::isFailure);
    if (!name.isEmpty() && error.isPresent()) {
      sink.event(
          new LoggedEvent(
              Optional.empty(),
              operation(),
              Outcome.FAILED,
              error,
              Optional.of(update).filter(known -> !known.isEmpty()),
              at,
              !service.toLowerCase(Locale.ROOT).contains(STORE)));
    }
    name = "";
    code = "";
    scenario = "";
    service = "";
    update = "";
  }

  private Operation operation() {
    return switch (scenario.toLowerCase(Locale.ROOT)) {
      case "scan" -> Operation.SEARCH;
      case "download" -> Operation.DOWNLOAD;
      case "uninstall" -> Operation.UNINSTALL;
      default -> Operation.INSTALL;
    };
  }
}
