package app.regrip.console;

/** What a run of the System File Checker came to. */
public enum SfcVerdict {
  /** No integrity violations. */
  CLEAN,
  /** Damaged files were found and all of them repaired. */
  REPAIRED,
  /** Damaged files were found and some could not be repaired. */
  PARTLY_REPAIRED,
  /** Damage was found and nothing was repaired, since only a check was asked for. */
  VIOLATIONS_FOUND,
  /** An earlier repair waits for a restart of the PC; nothing was checked. */
  RESTART_FIRST,
  /** The service that repairs (TrustedInstaller) did not start. */
  COULD_NOT_START_SERVICE,
  /** Windows Resource Protection could not do it, e.g. since its own files are damaged. */
  COULD_NOT_PERFORM,
  /** Another servicing or repair operation is running. */
  ANOTHER_OPERATION,
  NOT_ADMINISTRATOR,
  /** It ended without a known word on how it went. */
  INCOMPLETE
}
