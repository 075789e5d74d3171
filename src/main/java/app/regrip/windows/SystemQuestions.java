package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdatePolicies;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks what only the calls behind the ports can show: consoles, tables, services, WMI. */
final class SystemQuestions {

  private static final List<String> SERVICES =
      List.of("wuauserv", "BITS", "CryptSvc", "msiserver", "UsoSvc", "DoSvc", "TrustedInstaller");

  /** Off, on, snoozed, expired: the half-byte of productState that says whether it is on. */
  private static final Set<Integer> POWERS = Set.of(0, 1, 2, 3);

  private SystemQuestions() {}

  /** The properties asked of the WMI class AntiVirusProduct. */
  private enum Property {
    displayName,
    productState
  }

  static Map<String, Question> all() {
    return Map.of(
        "U13", SystemQuestions::console,
        "U14", SystemQuestions::sentences,
        "U17", SystemQuestions::delayedStart,
        "U20", SystemQuestions::antivirus,
        "U29", SystemQuestions::autostart,
        "U30", SystemQuestions::owner,
        "U32", SystemQuestions::holder);
  }

  private static Answer owner() throws PcException {
    UpdatePolicies policies = new WindowsUpdatePolicies();
    UpdatePolicies.Owner owner = policies.owner();
    return Answer.held(
        "joined to "
            + (owner.isOrganisation() ? owner.ties() : "nothing")
            + ", policies on updates: "
            + policies.switchedOn().stream().map(s -> s.policy().valueName()).toList());
  }

  /** A file that this process itself has open. */
  private static Answer holder() throws PcException, IOException {
    Path file = Files.createTempFile("regrip-held", ".tmp");
    try (OutputStream open = Files.newOutputStream(file)) {
      List<String> holders = RestartManager.holders(List.of(file.toString()));
      return Answer.of(!holders.isEmpty(), "held by " + holders);
    } finally {
      Files.delete(file);
    }
  }

  private static Answer console() throws PcException {
    PseudoConsole.open("Making a pseudo console").close();
    return Answer.held("one was made and closed again");
  }

  private static Answer sentences() throws PcException {
    Set<Integer> missing = SfcMessages.missing(SystemPaths.system32().resolve("sfc.exe"));
    return missing.isEmpty()
        ? Answer.held("all of them were read")
        : Answer.didNotHold(
            "not in its table: "
                + String.join(
                    ", ", missing.stream().sorted().map(n -> String.format("0x%08X", n)).toList()));
  }

  /** What we read of it, held against what the service control manager says itself. */
  private static Answer delayedStart() throws PcException {
    List<String> seen = new ArrayList<>();
    boolean same = true;
    for (String name : SERVICES) {
      String tried = "Asking for the start of the service " + name;
      Optional<ServiceHandle> found = ServiceHandle.find(name, Winsvc.SERVICE_QUERY_CONFIG, tried);
      if (found.isPresent()) {
        try (ServiceHandle service = found.get()) {
          StartType read = new ServiceConfig(service, name, tried).startType();
          boolean automatic = read == StartType.AUTOMATIC || read == StartType.AUTOMATIC_DELAYED;
          boolean said = isDelayed(service, tried);
          same &= !automatic || said == (read == StartType.AUTOMATIC_DELAYED);
          seen.add(name + " " + read.name().toLowerCase(Locale.ROOT) + (said ? " (delayed)" : ""));
        }
      }
    }
    return Answer.of(same, String.join(", ", seen));
  }

  /** SERVICE_DELAYED_AUTO_START_INFO is one BOOL. */
  private static boolean isDelayed(ServiceHandle service, String tried) throws PcException {
    Memory info = new Memory(Integer.BYTES);
    if (!Advapi32.INSTANCE.QueryServiceConfig2(
        service.handle(),
        Advapi32Services.SERVICE_CONFIG_DELAYED_AUTO_START_INFO,
        info,
        Integer.BYTES,
        new IntByReference())) {
      throw Win32.lastFailure(tried);
    }
    return info.getInt(0) != 0;
  }

  private static Answer antivirus() {
    WmiResult<Property> products;
    try {
      products =
          Wmi.ask(
              "root\\SecurityCenter2", "AntiVirusProduct", Property.class, "Asking for antivirus");
    } catch (PcException e) {
      return Answer.couldNotAsk(
          "there is no Security Center, as on a server: " + e.getMessage() + " (" + e.code() + ")");
    }
    List<String> seen = new ArrayList<>();
    boolean asBelieved = true;
    for (int i = 0; i < products.getResultCount(); i++) {
      String name = String.valueOf(products.getValue(Property.displayName, i));
      Object value = products.getValue(Property.productState, i);
      int number = value instanceof Number state ? state.intValue() : -1;
      boolean microsoft = name.contains("Defender") || name.contains("Microsoft");
      asBelieved &=
          value instanceof Number
              && POWERS.contains(number >> 12 & 0xF)
              && new ProductState(number).isMicrosoft() == microsoft;
      seen.add(name + String.format(Locale.ROOT, " 0x%05X", number));
    }
    return seen.isEmpty()
        ? Answer.couldNotAsk("the Security Center knows of no antivirus program")
        : Answer.of(asBelieved, String.join(", ", seen));
  }

  /** A policy can keep Windows from reading the key at all; the rest is for a person to see. */
  private static Answer autostart() throws PcException {
    boolean forbidden =
        Registry.machine()
                .number(
                    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer",
                    "DisableCurrentUserRun")
                .orElse(0)
            == 1;
    return forbidden
        ? Answer.didNotHold("a policy of this PC keeps Windows from starting what users want")
        : Answer.lookAt(
            "the notification area after signing in again, with \"start with Windows\" switched on;"
                + " no policy forbids it");
  }
}
