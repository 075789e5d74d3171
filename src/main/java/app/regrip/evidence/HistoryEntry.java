package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateTitle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One update of a printed history: fields by their names, in lower case. */
final class HistoryEntry {

  private static final int MOST_FIELDS = 100;

  private final Map<String, String> fields = new HashMap<>();
  private final long line;

  HistoryEntry(long line) {
    this.line = line;
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  void put(String key, String value) {
    if (fields.size() < MOST_FIELDS) {
      fields.putIfAbsent(key, value.strip());
    }
  }

  /** Empty where the fields are about something else than an update. */
  Optional<LoggedEvent> read(boolean american) {
    String title = first("title", "kb", "kbarticle", "hotfixid");
    String result = first("resultcode", "result", "status", "installationstatus");
    boolean hotfix = has("hotfixid") && !first("hotfixid").isEmpty();
    boolean history =
        (has("resultcode")
                || has("result")
                || has("hresult")
                || has("status")
                || has("installationstatus"))
            && (has("title") || has("kb") || has("kbarticle"));
    if (!hotfix && !history) {
      return Optional.empty();
    }
    Optional<HResult> error =
        ErrorText.any(first("hresult")).or(() -> ofDetails(first("errordetails")));
    return Optional.of(
        new LoggedEvent(
            PrintedDate.in(
                first("date", "installedon", "installdate", "installtime", "installationdate"),
                american),
            hotfix && result.isEmpty() ? Operation.INSTALL : operation(result),
            hotfix && result.isEmpty() ? Outcome.SUCCEEDED : outcome(result, error),
            error,
            Optional.of(title).filter(text -> !text.isEmpty()),
            line,
            !UpdateTitle.isStoreApp(title)));
  }

  /** {@code Code 80070490}, as Windows 7 shows it. */
  private static Optional<HResult> ofDetails(String details) {
    return details.startsWith("Code ") ? ErrorText.bareHex(details.substring(5)) : Optional.empty();
  }

  private String first(String... keys) {
    for (String key : keys) {
      String value = fields.getOrDefault(key, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  /** UpdateOperation of the update agent: 1 installation, 2 uninstallation. */
  private Operation operation(String result) {
    return switch (first("operation", "operationname").toLowerCase(Locale.ROOT)) {
      case "1", "installation", "install", "uoinstallation" -> Operation.INSTALL;
      case "2", "uninstallation", "uninstall", "uouninstallation" -> Operation.UNINSTALL;
      case "" -> result.equalsIgnoreCase("downloaded") ? Operation.DOWNLOAD : Operation.INSTALL;
      default -> Operation.OTHER;
    };
  }

  /** OperationResultCode: 1 in progress, 2 and 3 succeeded, 4 failed, 5 aborted. */
  private static Outcome outcome(String result, Optional<HResult> error) {
    return switch (result.toLowerCase(Locale.ROOT).replaceAll("^orc|\\s", "")) {
      case "2", "3", "succeeded", "successful", "succeededwitherrors", "installed", "downloaded" ->
          Outcome.SUCCEEDED;
      case "4", "failed" -> Outcome.FAILED;
      case "" -> error.map(HResult::isFailure).orElse(false) ? Outcome.FAILED : Outcome.OTHER;
      default -> Outcome.OTHER;
    };
  }
}
