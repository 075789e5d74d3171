package app.regrip.console;

/** What a run of DISM came to. */
public enum DismVerdict {
  /** The component store has no damage. */
  HEALTHY,
  /** The component store is damaged and RestoreHealth may repair it. */
  REPAIRABLE,
  /** The component store is damaged beyond what DISM repairs. */
  NOT_REPAIRABLE,
  /** RestoreHealth did its work. */
  REPAIRED,
  /** Nothing more can be done before a restart of the PC. */
  RESTART_NEEDED,
  /** The command ran. This says nothing about the health of the component store. */
  SUCCEEDED,
  /** DISM reported an error, or ended with one. */
  FAILED,
  /** DISM ended without a word on how it went. */
  INCOMPLETE
}
