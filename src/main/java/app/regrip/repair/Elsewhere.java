package app.regrip.repair;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.update.UpdateTitle;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Trouble that lies elsewhere than where the fixes of the ladder reach: a full disk, an update that
 * is not for this PC, a recovery partition that is too small. It is named, and nothing is tried.
 *
 * @param words what is the matter, as a sentence
 * @param next what a person can do about it
 */
record Elsewhere(Message words, Message next) {

  private static final Set<Family> FAMILIES =
      EnumSet.of(
          Family.DISK_FULL,
          Family.FILE_IN_USE,
          Family.DISK_FAULT,
          Family.MEMORY,
          Family.STORE_BEYOND_REPAIR,
          Family.NOT_APPLICABLE,
          Family.PREREQUISITE,
          Family.INSTALLER_FAILED,
          Family.RECOVERY_PARTITION,
          Family.DRIVER,
          Family.INCOMPATIBLE,
          Family.SETUP,
          Family.APP);

  /** ERROR_INSTALL_FAILURE, of whatever installer. */
  private static final HResult INSTALL_FAILURE = HResult.ofWin32(1603);

  /**
   * Empty where a fix may help.
   *
   * @param update title of the update that fails, or empty
   */
  static Optional<Elsewhere> of(HResult code, String update) {
    if (code.equals(INSTALL_FAILURE) && UpdateTitle.isRecoveryEnvironment(update)) {
      return Optional.of(
          new Elsewhere(
              Message.of("repair.elsewhere.recovery-partition", code.hex()),
              Message.of("repair.elsewhere.recovery-partition.next")));
    }
    if (!FAMILIES.contains(Family.of(code))) {
      return Optional.empty();
    }
    ErrorCatalog catalog = ErrorCatalog.load();
    return Optional.of(
        new Elsewhere(
            Message.of("repair.elsewhere.windows-says", catalog.headline(code)),
            catalog.known(code).advice()));
  }
}
