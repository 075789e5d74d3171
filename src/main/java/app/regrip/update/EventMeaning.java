package app.regrip.update;

import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEvent.Outcome;

/**
 * What the ids of the provider {@code Microsoft-Windows-WindowsUpdateClient} stand for (its
 * manifest in wuaueng.dll).
 */
record EventMeaning(Operation operation, Outcome outcome) {

  static EventMeaning of(int id) {
    return switch (id) {
      case 16 -> new EventMeaning(Operation.OTHER, Outcome.FAILED); // no connection to the service
      case 17, 18 -> new EventMeaning(Operation.INSTALL, Outcome.NEUTRAL); // ready to install
      case 19 -> new EventMeaning(Operation.INSTALL, Outcome.SUCCEEDED);
      case 20 -> new EventMeaning(Operation.INSTALL, Outcome.FAILED);
      case 21, 22 -> new EventMeaning(Operation.INSTALL, Outcome.NEUTRAL); // restart required
      case 23, 212 -> new EventMeaning(Operation.UNINSTALL, Outcome.SUCCEEDED);
      case 24, 213 -> new EventMeaning(Operation.UNINSTALL, Outcome.FAILED);
      case 25 -> new EventMeaning(Operation.SEARCH, Outcome.FAILED);
      case 26 -> new EventMeaning(Operation.SEARCH, Outcome.SUCCEEDED);
      case 31 -> new EventMeaning(Operation.DOWNLOAD, Outcome.FAILED);
      case 34 -> new EventMeaning(Operation.OTHER, Outcome.FAILED); // update of the agent itself
      case 41, 44 -> new EventMeaning(Operation.DOWNLOAD, Outcome.STARTED);
      case 43 -> new EventMeaning(Operation.INSTALL, Outcome.STARTED);
      case 214 -> new EventMeaning(Operation.UNINSTALL, Outcome.STARTED);
      // 27 and 28 paused and resumed, 29 connected again, 32 and 33 server names, 35 to 37 agent
      // versions, 40 job progress, 42 health state, 209 to 211 power
      default -> new EventMeaning(Operation.OTHER, Outcome.NEUTRAL);
    };
  }
}
