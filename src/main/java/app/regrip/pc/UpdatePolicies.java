package app.regrip.pc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who decides about the updates of this PC, and by which policies. Anybody may read; taking away
 * and putting back needs an administrator.
 */
public interface UpdatePolicies {

  Owner owner() throws PcException;

  /** The policies that are switched on, in the order of {@link UpdatePolicy}. */
  List<Setting> switchedOn() throws PcException;

  /** The address in {@code WUServer}, whether it is used or not. */
  Optional<String> server() throws PcException;

  /** What the value holds; empty where it is not there. */
  Optional<Integer> value(UpdatePolicy policy) throws PcException;

  void set(UpdatePolicy policy, int value) throws PcException;

  /** Takes the value away; one that is not there is a success. */
  void remove(UpdatePolicy policy) throws PcException;

  /**
   * @param lastWritten when something in the policy's key was last changed; the policy is at least
   *     as old
   */
  record Setting(UpdatePolicy policy, Instant lastWritten) {}

  /** What joins a PC to an organisation. */
  enum Tie {
    /** An Active Directory domain. */
    DOMAIN,
    /** Microsoft Entra ID (Azure AD); a work account that is merely added to Windows is none. */
    ENTRA,
    /** Enrolled in mobile device management, such as Intune. */
    DEVICE_MANAGEMENT
  }

  /**
   * Whose PC it is.
   *
   * @param ties none on a home PC
   * @param managesUpdates whether its device management sets anything about updates
   * @param repairsAllowed whether an administrator has allowed Regrip's repairs for the whole
   *     machine: {@code HKLM\SOFTWARE\Policies\Regrip}, {@code RepairManagedPc} = 1, or where no
   *     policy says anything, the installer with {@code MANAGED=1}
   */
  record Owner(Set<Tie> ties, boolean managesUpdates, boolean repairsAllowed) {
    public Owner {
      ties = Set.copyOf(ties);
    }

    public boolean isOrganisation() {
      return !ties.isEmpty();
    }
  }
}
