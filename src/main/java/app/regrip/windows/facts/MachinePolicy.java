package app.regrip.windows.facts;

import app.regrip.pc.PcException;
import app.regrip.windows.win32.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the administrators of this PC have set for everybody, below {@value #KEY}, each a REG_DWORD.
 * It wins over what a user has set. A value out of its range counts as not set.
 */
public enum MachinePolicy {
  /** 1: repairs go on where an organisation manages the updates; whoever sets this is it. */
  REPAIR_MANAGED_PC("RepairManagedPc", 0, 1),

  /** Whether Regrip starts at sign-in, for all users; the native launcher reads it too. */
  START_WITH_WINDOWS("StartWithWindows", 0, 1),

  /** How often the update log is read even if nothing was pushed, in minutes. */
  POLL_MINUTES("PollMinutes", 1, 1440),

  /** Which failures raise an alert: 0x80070006 alone, all that Regrip can repair, or every one. */
  ALERTS("Alerts", 0, 2),

  /** Whether a newer Regrip is looked for. */
  CHECK_FOR_UPDATES("CheckForUpdates", 0, 1);

  static final String KEY = "SOFTWARE\\Policies\\Regrip";

  private final String valueName;
  private final int least;
  private final int most;

  MachinePolicy(String valueName, int least, int most) {
    this.valueName = valueName;
    this.least = least;
    this.most = most;
  }

  public String valueName() {
    return valueName;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  /** Empty where it is not set. */
  public OptionalInt value() throws PcException {
    OptionalInt set = Registry.machine().number(KEY, valueName);
    return set.isPresent() && set.getAsInt() >= least && set.getAsInt() <= most
        ? set
        : OptionalInt.empty();
  }

  /** All that are set, each as {@code Name=1}; none where they can't be read. */
  public static List<String> allSet() {
    List<String> set = new ArrayList<>();
    try {
      for (MachinePolicy policy : values()) {
        policy.value().ifPresent(value -> set.add(policy.valueName + "=" + value));
      }
      return List.copyOf(set);
    } catch (PcException e) {
      return List.of();
    }
  }

  /** As yes or no. */
  public Optional<Boolean> answer() throws PcException {
    OptionalInt set = value();
    return set.isPresent() ? Optional.of(set.getAsInt() == 1) : Optional.empty();
  }
}
