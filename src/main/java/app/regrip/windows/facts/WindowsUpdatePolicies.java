package app.regrip.windows.facts;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdatePolicies;
import app.regrip.pc.UpdatePolicy;
import app.regrip.text.Message;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Netapi32;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The policies of this PC, from the registry in its 64-bit view, and what joins it to an
 * organisation.
 */
public final class WindowsUpdatePolicies implements UpdatePolicies {

  private static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";

  /** One subkey for each join of the device to Entra ID; a mere work account is in HKCU. */
  private static final String ENTRA =
      "SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo";

  /** What device management has set about updates (Policy CSP, area Update). */
  private static final String MANAGED =
      "SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update";

  /** NETSETUP_JOIN_STATUS (lmjoin.h). */
  static final int NETSETUP_DOMAIN_NAME = 3;

  private static final int VIEW = WinNT.KEY_WOW64_64KEY;

  private final Registry registry = Registry.machine();

  @Override
  public Owner owner() throws PcException {
    Set<Tie> ties = EnumSet.noneOf(Tie.class);
    if (isInDomain()) {
      ties.add(Tie.DOMAIN);
    }
    if (registry.hasSubkeys(ENTRA)) {
      ties.add(Tie.ENTRA);
    }
    if (DeviceManagement.isEnrolled()) {
      ties.add(Tie.DEVICE_MANAGEMENT);
    }
    boolean allowed =
        MachinePolicy.REPAIR_MANAGED_PC.answer().orElse(InstallationChoice.repairsManagedPc());
    return new Owner(ties, registry.hasValues(MANAGED), allowed);
  }

  @Override
  public List<Setting> switchedOn() throws PcException {
    List<Setting> found = new ArrayList<>();
    for (UpdatePolicy policy : UpdatePolicy.values()) {
      if (value(policy).orElse(0) == 1) {
        found.add(new Setting(policy, registry.lastWritten(key(policy))));
      }
    }
    return List.copyOf(found);
  }

  @Override
  public Optional<String> server() throws PcException {
    return registry.text(POLICY, "WUServer").filter(address -> !address.isBlank());
  }

  @Override
  public Optional<Integer> value(UpdatePolicy policy) throws PcException {
    OptionalInt value = registry.number(key(policy), policy.valueName());
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  @Override
  public void set(UpdatePolicy policy, int value) throws PcException {
    try {
      Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, key(policy), VIEW);
      Advapi32Util.registrySetIntValue(
          WinReg.HKEY_LOCAL_MACHINE, key(policy), policy.valueName(), value, VIEW);
    } catch (Win32Exception e) {
      throw Win32.failure(Message.of("pc.policy.set", policy.valueName()), e);
    }
  }

  @Override
  public void remove(UpdatePolicy policy) throws PcException {
    try {
      Advapi32Util.registryDeleteValue(
          WinReg.HKEY_LOCAL_MACHINE, key(policy), policy.valueName(), VIEW);
    } catch (Win32Exception e) {
      if (e.getErrorCode() != Win32.FILE_NOT_FOUND) {
        throw Win32.failure(Message.of("pc.policy.take-away", policy.valueName()), e);
      }
    }
  }

  private static String key(UpdatePolicy policy) {
    return POLICY + policy.subkey();
  }

  private static boolean isInDomain() throws PcException {
    PointerByReference name = new PointerByReference();
    IntByReference status = new IntByReference();
    Message tried = Message.of("windows.facts.domain");
    int error = Netapi32.INSTANCE.NetGetJoinInformation(null, name, status);
    if (error != 0) {
      throw Win32.failure(tried, error);
    }
    int freed = Netapi32.INSTANCE.NetApiBufferFree(name.getValue());
    if (freed != 0) {
      throw Win32.failure(tried, freed);
    }
    return status.getValue() == NETSETUP_DOMAIN_NAME;
  }
}
