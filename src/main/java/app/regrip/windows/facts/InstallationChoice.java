package app.regrip.windows.facts;

import app.regrip.pc.PcException;
import app.regrip.windows.win32.Registry;
import java.util.OptionalInt;

/**
 * What the installer was told for this PC; it holds where neither a policy nor a user has chosen.
 * Only administrators write there.
 */
public final class InstallationChoice {

  static final String KEY = "SOFTWARE\\Regrip";
  static final String CHECK_FOR_UPDATES = "CheckForUpdates";
  static final String ALERTS = "Alerts";
  static final String REPAIR_MANAGED_PC = "RepairManagedPc";

  private InstallationChoice() {}

  /** Whether a newer Regrip is looked for. */
  public static boolean checksForUpdates() throws PcException {
    return isOn(CHECK_FOR_UPDATES);
  }

  /** Which failures raise an alert, as {@link MachinePolicy#ALERTS} counts them. */
  public static OptionalInt alerts() throws PcException {
    return Registry.machine()
        .text(KEY, ALERTS)
        .filter(text -> text.matches("[0-2]"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /** Whether repairs go on where an organisation manages the updates. */
  static boolean repairsManagedPc() throws PcException {
    return isOn(REPAIR_MANAGED_PC);
  }

  private static boolean isOn(String value) throws PcException {
    return Registry.machine().number(KEY, value).orElse(0) == 1;
  }
}
