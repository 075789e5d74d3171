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
import app.regrip.text.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  @Override
  public String id() {
    return "managed-updates";
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

  private static Finding managed(Owner owner, Message evidence) {
    return owner.repairsAllowed()
        ? new Finding(
            ALLOWED,
            Severity.INFO,
            Message.of("repair.finding.managed-repairs-allowed"),
            evidence,
            Optional.empty())
        : new Finding(
            ID, Severity.WARNING, Message.of("repair.finding.managed"), evidence, Optional.empty());
  }

  private static Finding atHome(List<Setting> settings, Message evidence) {
    Message effects =
        settings.stream()
            .map(s -> effect(s.policy()))
            .reduce((a, b) -> Message.of("repair.policy.and", a, b))
            .orElseThrow();
    Instant written = settings.stream().map(Setting::lastWritten).max(Instant::compareTo).get();
    return new Finding(
        AT_HOME,
        Severity.WARNING,
        Message.of("repair.finding.policy-at-home", effects, noonOf(written)),
        evidence,
        Optional.of(Fix.POLICY));
  }

  private static Message effect(UpdatePolicy policy) {
    return Message.of("repair.policy." + policy.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** In milliseconds, which a pattern can write as a day: the same one in nearly all time zones. */
  private static long noonOf(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS).toEpochMilli();
  }

  private static Message evidence(Pc pc, List<Setting> settings, Owner owner) throws PcException {
    List<Message> parts = new ArrayList<>();
    for (Setting setting : settings) {
      parts.add(Message.asIs(setting.policy().valueName() + " = 1"));
      if (setting.policy() == UpdatePolicy.USE_SERVER) {
        pc.updatePolicies()
            .server()
            .ifPresent(server -> parts.add(Message.asIs("WUServer = " + server)));
      }
    }
    if (owner.managesUpdates()) {
      parts.add(Message.of("repair.finding.managed.seen-device-management"));
    }
    owner.ties().stream().sorted().map(ManagedUpdates::words).forEach(parts::add);
    return Message.of(
        "repair.finding.managed.seen",
        parts.stream()
            .reduce((a, b) -> Message.of("repair.finding.managed.seen-and", a, b))
            .orElse(Message.NONE));
  }

  private static Message words(Tie tie) {
    return switch (tie) {
      case DOMAIN -> Message.of("repair.tie.domain");
      case ENTRA -> Message.of("repair.tie.entra");
      case DEVICE_MANAGEMENT -> Message.of("repair.tie.device-management");
    };
  }
}
