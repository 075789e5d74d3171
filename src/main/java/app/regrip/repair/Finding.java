package app.regrip.repair;

import app.regrip.text.Message;
import java.util.Optional;

/**
 * One thing a diagnosis found.
 *
 * @param id stable, e.g. {@code wuauserv-own-process}; for programs
 * @param text what it is and what it means, one or two plain sentences
 * @param evidence where it was seen, e.g. {@code HKLM\…\wuauserv Type = 0x10}
 * @param fix the fix that follows from it, where one does
 */
public record Finding(
    String id, Severity severity, Message text, Message evidence, Optional<Fix> fix) {

  /** What a finding means for a repair. */
  public enum Severity {
    /** Good to know. */
    INFO,
    /** May get in the way; the user should know before going on. */
    WARNING,
    /** A cause of failing updates. */
    CAUSE,
    /** No repair may start while this is so. */
    BLOCKS_REPAIR,
    /** This check itself failed; says nothing about the PC. */
    UNKNOWN
  }
}
