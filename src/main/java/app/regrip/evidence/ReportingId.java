package app.regrip.evidence;

import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;

/** What the ids of the update agent's own reports stand for, in ReportingEvents.log and others. */
record ReportingId(Operation operation, Outcome outcome) {

  static ReportingId of(int id, String category) {
    return switch (id) {
      case 147 -> new ReportingId(Operation.SEARCH, Outcome.SUCCEEDED);
      case 148 -> new ReportingId(Operation.SEARCH, Outcome.FAILED);
      case 161 -> new ReportingId(Operation.DOWNLOAD, Outcome.FAILED);
      case 162 -> new ReportingId(Operation.DOWNLOAD, Outcome.SUCCEEDED);
      // cancelled, started, queued
      case 163, 167, 168 -> new ReportingId(Operation.DOWNLOAD, Outcome.OTHER);
      case 181 -> new ReportingId(Operation.INSTALL, Outcome.OTHER);
      case 182 -> new ReportingId(Operation.INSTALL, Outcome.FAILED);
      case 183 -> new ReportingId(Operation.INSTALL, Outcome.SUCCEEDED);
      default -> new ReportingId(ofCategory(category), Outcome.OTHER);
    };
  }

  private static Operation ofCategory(String category) {
    return switch (category) {
      case "Software Synchronization" -> Operation.SEARCH;
      case "Content Download" -> Operation.DOWNLOAD;
      case "Content Install" -> Operation.INSTALL;
      case "Content Uninstall" -> Operation.UNINSTALL;
      default -> Operation.OTHER;
    };
  }
}
