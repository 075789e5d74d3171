package app.regrip.errors;

import java.util.Locale;

/**
 * What kind of trouble an error number tells of. Numbers of one family call for the same next step.
 * Which number belongs where is data: {@code error-codes.tsv} for single numbers, {@code
 * family-ranges.tsv} for the others; what follows from a family is in {@code families.tsv}.
 */
public enum Family {
  SUCCESS,
  /** 0x80070006, what Regrip is made for. */
  INVALID_HANDLE,
  /** Only a restart of the PC goes on from here. */
  RESTART_NEEDED,
  /** A policy or an organisation's update server decides. */
  POLICY,
  DISK_FULL,
  /** A service is disabled, missing or does not start. */
  SERVICE,
  /** Asked again later, it may well work. */
  BUSY,
  /** Stopped on the way, by a person or by the agent's own end: says nothing about health. */
  INTERRUPTED,
  /** Certificate, clock or TLS of a connection. */
  SECURE_CONNECTION,
  /** Signature of a file or of metadata. */
  TRUST,
  /** Waits for mains power or for a network that costs nothing. */
  PAUSED,
  /** No server could be reached. */
  NETWORK,
  /** A server was reached and gave no useful answer. */
  SERVER,
  ACCESS_DENIED,
  FILE_IN_USE,
  DISK_FAULT,
  MEMORY,
  /** Intact files for a repair or a feature were found nowhere. */
  SOURCE_MISSING,
  STORE_DAMAGED,
  /** Not repairable in place. */
  STORE_BEYOND_REPAIR,
  /** Servicing (CBS) failed, and the number does not say why. */
  SERVICING,
  /** A refusal: nothing is damaged. */
  NOT_APPLICABLE,
  /** Another update comes first. */
  PREREQUISITE,
  /** The installer of one update failed. */
  INSTALLER_FAILED,
  /** The recovery partition is too small. */
  RECOVERY_PARTITION,
  DRIVER,
  /** The PC, a device or a program does not fit the new Windows. */
  INCOMPATIBLE,
  /** Windows Setup failed otherwise. */
  SETUP,
  /** SoftwareDistribution is damaged or incomplete. */
  UPDATE_STORE,
  /** A job of BITS failed. */
  DOWNLOAD_JOB,
  /** Delivery Optimization failed otherwise. */
  DELIVERY,
  /** An app, not Windows. */
  APP,
  /** The update agent failed otherwise. */
  UPDATE_AGENT,
  PROGRAM_CRASHED,
  OTHER;

  /** The family of any number; {@link #OTHER} where nothing is known. */
  public static Family of(HResult code) {
    return ErrorTables.family(code);
  }

  /** Whether it passes by itself, so that asking again later is the right next step. */
  public boolean isTransient() {
    return ErrorTables.traits(this).passes();
  }

  /** Its name in the tables and in JSON, e.g. {@code restart-needed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException where there is none of that name: the tables are ours
   */
  static Family named(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
