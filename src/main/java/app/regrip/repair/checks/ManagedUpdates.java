package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdatePolicies.Owner;
import app.regrip.pc.UpdatePolicies.Setting;
import app.regrip.pc.UpdatePolicies.Tie;
import app.regrip.pc.UpdatePolicy;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Policies on updates, and whose they are. On a PC that is joined to an organisation its IT team
 * comes first, unless an administrator has decided otherwise. On a home PC nobody is there to ask:
 * a "tweak" program has set them, and the person at the screen may take them away.
 */
public final class ManagedUpdates implements Check {

  /** The id of the finding on a PC whose updates an organisation decides about. */
  public static final String ID = "managed";

  /** The same where an administrator has allowed repairs for the whole machine. */
  public static final String ALLOWED = "managed-repairs-allowed";

  /** The id of the finding on a home PC. */
  public static final String AT_HOME = "policy-at-home";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @Override
  public String id() {
    return "managed-updates";
  }

  @Override
  public String subject() {
    return "who manages the updates";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Owner owner = pc.updatePolicies().owner();
    List<Setting> settings = pc.updatePolicies().switchedOn();
    boolean decided = !settings.isEmpty() || owner.managesUpdates();
    if (owner.isOrganisation() && decided) {
      return List.of(managed(owner, evidence(pc, settings, owner)));
    }
    return settings.isEmpty()
        ? List.of()
        : List.of(atHome(settings, evidence(pc, settings, owner)));
  }

  private static Finding managed(Owner owner, String evidence) {
    return owner.repairsAllowed()
        ? new Finding(
            ALLOWED,
            Severity.INFO,
            "The updates of this PC are managed by your organisation, and an administrator has allowed repairs on it.",
            evidence,
            Optional.empty())
        : new Finding(
            ID,
            Severity.WARNING,
            "The updates of this PC are managed by your organisation. Its IT team should look first: the trouble may lie with their update server, and a reset would not help. An administrator can repair it all the same: \"regrip fix all --managed\".",
            evidence,
            Optional.empty());
  }

  private static Finding atHome(List<Setting> settings, String evidence) {
    String effects =
        settings.stream().map(s -> s.policy().effect()).collect(Collectors.joining(", and "));
    Instant written = settings.stream().map(Setting::lastWritten).max(Instant::compareTo).get();
    return new Finding(
        AT_HOME,
        Severity.WARNING,
        "This PC belongs to no organisation, and yet policies hold its updates back: "
            + effects
            + ". They were last changed on "
            + DAY.format(written)
            + "; programs that \"tweak\" Windows set such policies. Regrip can take them away, and Undo sets them again.",
        evidence,
        Optional.of(Fix.POLICY));
  }

  private static String evidence(Pc pc, List<Setting> settings, Owner owner) throws PcException {
    List<String> parts = new ArrayList<>();
    for (Setting setting : settings) {
      parts.add(setting.policy().valueName() + " = 1");
      if (setting.policy() == UpdatePolicy.USE_SERVER) {
        pc.updatePolicies().server().ifPresent(server -> parts.add("WUServer = " + server));
      }
    }
    if (owner.managesUpdates()) {
      parts.add("device management sets the updates");
    }
    owner.ties().stream().sorted().map(ManagedUpdates::words).forEach(parts::add);
    return "policy: " + String.join(", ", parts);
  }

  private static String words(Tie tie) {
    return switch (tie) {
      case DOMAIN -> "joined to a domain";
      case ENTRA -> "joined to Microsoft Entra ID";
      case DEVICE_MANAGEMENT -> "enrolled in device management";
    };
  }
}
