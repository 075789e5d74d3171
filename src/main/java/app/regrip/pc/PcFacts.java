package app.regrip.pc;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What can be read of a PC without elevation and without changing anything. Each fact is read when
 * asked for.
 */
public interface PcFacts {

  WindowsVersion windows() throws PcException;

  /** What files to repair this Windows from must match. */
  WindowsImage image() throws PcException;

  /** Changes with each start of Windows and with nothing else. */
  String bootId() throws PcException;

  Set<RestartSign> restartSigns() throws PcException;

  /** Whether Windows is servicing itself now (TiWorker at work). */
  boolean isServicing() throws PcException;

  /** Whether an MSI package is being installed now. */
  boolean isInstallingMsi() throws PcException;

  /** Free bytes on the drive Windows is on. */
  long freeBytes() throws PcException;

  Battery battery() throws PcException;

  List<Antivirus> antivirus() throws PcException;

  /** The failures BITS and servicing have logged since then, newest first. */
  List<LoggedFailure> recentFailures(Instant since) throws PcException;

  /**
   * @param build e.g. 9600 (8.1), 19045 (10 22H2), 22631 (11 23H2)
   */
  record WindowsVersion(String product, int build, int revision) {}

  /** A trace of a restart Windows waits for. */
  enum RestartSign {
    /** Key {@code Component Based Servicing\RebootPending}. */
    SERVICING,
    /** Key {@code WindowsUpdate\Auto Update\RebootRequired}. */
    WINDOWS_UPDATE,
    /** ActiveComputerName differs from ComputerName. */
    COMPUTER_RENAME,
    /**
     * Value {@code PendingFileRenameOperations}: also set by harmless programs, so no reason to
     * wait by itself.
     */
    FILE_RENAME
  }

  /**
   * @param percent 0 to 100, -1 where unknown or where there is no battery
   */
  record Battery(boolean onBattery, int percent) {}

  /**
   * @param microsoft whether it is Windows' own (productState owner bit)
   */
  record Antivirus(String name, boolean microsoft, boolean on) {}

  /**
   * @param source {@code BITS} or {@code DISM}
   */
  record LoggedFailure(Instant at, String source, HResult code, Message what) {}
}
