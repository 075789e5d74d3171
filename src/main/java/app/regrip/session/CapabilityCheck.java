package app.regrip.session;

import app.regrip.errors.ErrorCatalog;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.Antivirus;
import app.regrip.pc.PcFacts.Battery;
import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.pc.SystemPages.Page;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.pc.UpdatePolicies.Owner;
import app.regrip.session.Capability.State;
import app.regrip.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks every port of a PC one harmless question, so that it can be said what works here and what
 * does not. Needs no elevation and changes nothing.
 */
public final class CapabilityCheck {

  private static final Duration LATELY = Duration.ofDays(30);
  private static final int ENOUGH_EVENTS = 200;
  private static final List<String> SERVICES =
      List.of("wuauserv", "BITS", "CryptSvc", "msiserver", "UsoSvc", "TrustedInstaller");

  private final Pc pc;
  private final Clock clock;
  private final ErrorCatalog catalog;
  private final List<Capability> capabilities = new ArrayList<>();

  public CapabilityCheck(Pc pc, Clock clock, ErrorCatalog catalog) {
    this.pc = pc;
    this.clock = clock;
    this.catalog = catalog;
  }

  public List<Capability> run() {
    ask(Message.of("session.doctor.windows"), this::windows);
    ask(Message.of("session.doctor.events"), this::events);
    ask(Message.of("session.doctor.push"), this::push);
    ask(Message.of("session.doctor.history"), this::history);
    ask(Message.of("session.doctor.services"), this::services);
    ask(Message.of("session.doctor.folders"), this::folders);
    ask(
        Message.of("session.doctor.restart"),
        () ->
            works(
                Message.of(
                    pc.facts().restartSigns().isEmpty()
                        ? "session.doctor.restart.none"
                        : "session.doctor.restart.waits")));
    ask(Message.of("session.doctor.policy"), this::policy);
    ask(Message.of("session.doctor.antivirus"), this::antivirus);
    ask(
        Message.of("session.doctor.disk"),
        () ->
            works(Message.of("session.doctor.disk.free", pc.facts().freeBytes() / 1_000_000_000)));
    ask(Message.of("session.doctor.power"), this::power);
    ask(Message.of("session.doctor.servicing-log"), this::servicingLog);
    ask(Message.of("session.doctor.restore-points"), this::restorePoints);
    ask(Message.of("session.doctor.troubleshooter"), this::troubleshooter);
    return List.copyOf(capabilities);
  }

  private interface Question {
    Answer ask() throws PcException;
  }

  private record Answer(State state, Message says) {}

  private void ask(Message name, Question question) {
    Answer answer;
    try {
      answer = question.ask();
    } catch (PcException e) {
      answer =
          new Answer(
              State.MISSING,
              Message.of("session.doctor.failed", e.what(), catalog.headline(e.code())));
    }
    capabilities.add(new Capability(name, answer.state(), answer.says()));
  }

  private static Answer works(Message says) {
    return new Answer(State.WORKS, says);
  }

  private static Answer limited(Message says) {
    return new Answer(State.LIMITED, says);
  }

  private Answer windows() throws PcException {
    WindowsVersion windows = pc.facts().windows();
    return works(
        Message.of(
            "session.doctor.windows.is",
            windows.product(),
            windows.build() + "." + windows.revision()));
  }

  private Answer events() throws PcException {
    int events = pc.updateLog().eventsSince(clock.instant().minus(LATELY), ENOUGH_EVENTS).size();
    return events == 0
        ? limited(Message.of("session.doctor.events.none"))
        : works(
            Message.of(
                events == ENOUGH_EVENTS
                    ? "session.doctor.events.many"
                    : "session.doctor.events.some",
                events));
  }

  private Answer push() throws PcException {
    pc.updateLog().subscribe(() -> {}, lost -> {}).close();
    return works(Message.of("session.doctor.push.works"));
  }

  private Answer history() throws PcException {
    int entries = pc.updateAgent().history().size();
    return entries == 0
        ? limited(Message.of("session.doctor.history.empty"))
        : works(Message.of("session.doctor.history.entries", entries));
  }

  private Answer services() throws PcException {
    List<String> absent = new ArrayList<>();
    for (String name : SERVICES) {
      if (pc.services().query(name).isEmpty()) {
        absent.add(name);
      }
    }
    return absent.isEmpty()
        ? works(Message.of("session.doctor.services.all", SERVICES.size()))
        : limited(Message.of("session.doctor.services.absent", String.join(", ", absent)));
  }

  private Answer folders() throws PcException {
    List<String> absent = new ArrayList<>();
    for (UpdateFolder folder : UpdateFolder.values()) {
      if (!pc.updateFolders().exists(Name.live(folder))) {
        absent.add(folder.folderName());
      }
    }
    return absent.isEmpty()
        ? works(Message.of("session.doctor.folders.all"))
        : limited(Message.of("session.doctor.folders.absent", String.join(", ", absent)));
  }

  private Answer policy() throws PcException {
    boolean set = !pc.updatePolicies().switchedOn().isEmpty();
    Owner owner = pc.updatePolicies().owner();
    if (owner.isOrganisation() && (set || owner.managesUpdates())) {
      return limited(Message.of("session.doctor.policy.organisation"));
    }
    return set
        ? limited(Message.of("session.doctor.policy.home"))
        : works(Message.of("session.doctor.policy.none"));
  }

  private Answer antivirus() throws PcException {
    List<Antivirus> all = pc.facts().antivirus();
    return all.isEmpty()
        ? limited(Message.of("session.doctor.antivirus.none"))
        : works(
            Message.of(
                "session.doctor.antivirus.names",
                all.stream().map(Antivirus::name).collect(Collectors.joining(", "))));
  }

  private Answer power() throws PcException {
    Battery battery = pc.facts().battery();
    return works(
        battery.onBattery()
            ? Message.of("session.doctor.power.battery", battery.percent())
            : Message.of("session.doctor.power.plugged-in"));
  }

  private Answer servicingLog() throws PcException {
    pc.servicingLog().systemFileLines(clock.instant().minus(LATELY), 1);
    return works(Message.of("session.doctor.servicing-log.readable"));
  }

  private Answer restorePoints() throws PcException {
    return pc.restorePoints().isEnabled()
        ? works(Message.of("session.doctor.restore-points.on"))
        : limited(Message.of("session.doctor.restore-points.off"));
  }

  private Answer troubleshooter() throws PcException {
    for (Page page :
        List.of(
            Page.MSDT_WINDOWS_UPDATE, Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_TROUBLESHOOT)) {
      if (pc.systemPages().isAvailable(page)) {
        return works(
            Message.of(
                switch (page) {
                  case MSDT_WINDOWS_UPDATE -> "session.doctor.troubleshooter.of-windows";
                  case GET_HELP_WINDOWS_UPDATE -> "session.doctor.troubleshooter.get-help";
                  default -> "session.doctor.troubleshooter.settings";
                }));
      }
    }
    return limited(Message.of("session.doctor.troubleshooter.none"));
  }
}
