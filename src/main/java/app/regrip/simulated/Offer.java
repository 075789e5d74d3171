package app.regrip.simulated;

import app.regrip.update.UpdateService;

/**
 * An update that the servers offer this pretend PC until it is installed.
 *
 * @param recoveryBytes what it needs of the recovery partition; 0 for nearly all updates
 */
record Offer(String updateId, String title, long recoveryBytes) {

  private static final int REVISION = 200;

  ClientEvent.Update asUpdate() {
    return new ClientEvent.Update(title, updateId, REVISION, UpdateService.WINDOWS_UPDATE);
  }
}
