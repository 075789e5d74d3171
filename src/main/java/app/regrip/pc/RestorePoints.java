package app.regrip.pc;

import java.util.OptionalLong;

/**
 * System Protection. Windows reports success even where its 24-hour throttle made nothing, so the
 * caller compares sequence numbers.
 */
public interface RestorePoints {

  boolean isEnabled() throws PcException;

  /** The sequence number of the newest restore point; empty where there is none. */
  OptionalLong newest() throws PcException;

  /** Asks for one (type MODIFY_SETTINGS, event BEGIN_SYSTEM_CHANGE). */
  void create(String description) throws PcException;
}
