package app.regrip.evidence;

/** Says why nothing came of a file whose kind is known: to know a log is not to understand it. */
final class NothingRead {

  private NothingRead() {}

  /**
   * @param events how many events there are in it that are not about updates
   */
  static String because(FileKind kind, long events) {
    if (events > 0) {
      return "Nothing about updates could be read from it: "
          + (events == 1 ? "its only event is not" : "none of its " + events + " events is")
          + " about Windows Update.";
    }
    return "Nothing could be read from it: " + missing(kind) + ".";
  }

  private static String missing(FileKind kind) {
    return switch (kind) {
      case DISM_OUTPUT ->
          "it looks like what DISM printed, but no command and no result of one is in it";
      case SFC_OUTPUT ->
          "it looks like what the system file check (SFC) printed, but no result of it is in it";
      case DISM_LOG -> "no command and no error of DISM is in it";
      case CBS_LOG ->
          "it has lines of CBS.log, but no check of Windows and no update whose end they tell";
      case EVENT_XML, EVTX, EVENT_TEXT -> "no event in it is whole";
      case RESULT_JSON -> "it holds no event and no update with its result";
      case CONFIG_MANAGER_LOG -> "no line in it tells how a scan or an installation went";
      case SETUP_LOG -> "it does not say how Windows Setup ended";
      case REPORTING_EVENTS -> "no report in it is whole";
      case WINDOWS_UPDATE_LOG ->
          "it has lines of WindowsUpdate.log, but none of them tells how something went";
      case UPDATE_HISTORY ->
          "it looks like a list of updates, but no update and its result is in it";
      case SERVICE_QUERY ->
          "it looks like what sc printed, but the state of no service that updates need is in it";
      case UNKNOWN -> "it is no log that Regrip knows";
    };
  }
}
