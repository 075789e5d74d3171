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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks every port of a PC one harmless question, so that it can be said what works here and what
 * does not. Needs no elevation and changes nothing.
 */
public final class Examination {

  private static final Duration LATELY = Duration.ofDays(30);
  private static final int ENOUGH_EVENTS = 200;
  private static final List<String> SERVICES =
      List.of("wuauserv", "BITS", "CryptSvc", "msiserver", "UsoSvc", "TrustedInstaller");

  private final Pc pc;
  private final Clock clock;
  private final ErrorCatalog catalog;
  private final List<Capability> capabilities = new ArrayList<>();

  public Examination(Pc pc, Clock clock, ErrorCatalog catalog) {
    this.pc = pc;
    this.clock = clock;
    this.catalog = catalog;
  }

  public List<Capability> run() {
    ask("Windows", this::windows);
    ask("Update events", this::events);
    ask("Push of new events", this::push);
    ask("Windows Update history", this::history);
    ask("Services", this::services);
    ask("Update folders", this::folders);
    ask(
        "Restart signs",
        () ->
            works(pc.facts().restartSigns().isEmpty() ? "None." : "Windows waits for a restart."));
    ask("Update policy", this::policy);
    ask("Antivirus", this::antivirus);
    ask("Disk space", () -> works(pc.facts().freeBytes() / 1_000_000_000 + " GB free."));
    ask("Power", this::power);
    ask("System File Checker log", this::servicingLog);
    ask("Restore points", this::restorePoints);
    ask("Troubleshooter", this::troubleshooter);
    return List.copyOf(capabilities);
  }

  private interface Question {
    Answer ask() throws PcException;
  }

  private record Answer(State state, String says) {}

  private void ask(String name, Question question) {
    Answer answer;
    try {
      answer = question.ask();
    } catch (PcException e) {
      answer =
          new Answer(
              State.MISSING, e.getMessage() + ": " + catalog.headline(e.code()).english() + ".");
    }
    capabilities.add(new Capability(name, answer.state(), answer.says()));
  }

  private static Answer works(String says) {
    return new Answer(State.WORKS, says);
  }

  private static Answer limited(String says) {
    return new Answer(State.LIMITED, says);
  }

  private Answer windows() throws PcException {
    WindowsVersion windows = pc.facts().windows();
    return works(windows.product() + ", build " + windows.build() + "." + windows.revision() + ".");
  }

  private Answer events() throws PcException {
    int events = pc.updateLog().eventsSince(clock.instant().minus(LATELY), ENOUGH_EVENTS).size();
    return events == 0
        ? limited("The update log can be read, and has nothing of the last 30 days.")
        : works((events == ENOUGH_EVENTS ? "At least " : "") + events + " in the last 30 days.");
  }

  private Answer push() throws PcException {
    pc.updateLog().subscribe(() -> {}, lost -> {}).close();
    return works("Windows tells of a failure the moment it happens.");
  }

  private Answer history() throws PcException {
    int entries = pc.updateAgent().history().size();
    return entries == 0
        ? limited("Windows Update answers, and its history is empty; a reset leaves it so.")
        : works(entries + " entries.");
  }

  private Answer services() throws PcException {
    List<String> absent = new ArrayList<>();
    for (String name : SERVICES) {
      if (pc.services().query(name).isEmpty()) {
        absent.add(name);
      }
    }
    return absent.isEmpty()
        ? works("All " + SERVICES.size() + " that updates need are installed.")
        : limited("Not installed: " + String.join(", ", absent) + ".");
  }

  private Answer folders() throws PcException {
    List<String> absent = new ArrayList<>();
    for (UpdateFolder folder : UpdateFolder.values()) {
      if (!pc.updateFolders().exists(Name.live(folder))) {
        absent.add(folder.folderName());
      }
    }
    return absent.isEmpty()
        ? works("All there.")
        : limited(
            "Not there: " + String.join(", ", absent) + ". Windows makes them when it needs them.");
  }

  private Answer policy() throws PcException {
    boolean set = !pc.updatePolicies().switchedOn().isEmpty();
    Owner owner = pc.updatePolicies().owner();
    if (owner.isOrganisation() && (set || owner.managesUpdates())) {
      return limited("An organisation manages the updates of this PC; its IT team comes first.");
    }
    return set
        ? limited("Policies hold updates back, and this PC belongs to no organisation.")
        : works("Nobody else manages the updates of this PC.");
  }

  private Answer antivirus() throws PcException {
    List<Antivirus> all = pc.facts().antivirus();
    return all.isEmpty()
        ? limited("Windows names none.")
        : works(all.stream().map(Antivirus::name).collect(Collectors.joining(", ")) + ".");
  }

  private Answer power() throws PcException {
    Battery battery = pc.facts().battery();
    return works(battery.onBattery() ? "On battery, " + battery.percent() + " %." : "Plugged in.");
  }

  private Answer servicingLog() throws PcException {
    pc.servicingLog().systemFileLines(clock.instant().minus(LATELY), 1);
    return works("Can be read.");
  }

  private Answer restorePoints() throws PcException {
    return pc.restorePoints().isEnabled()
        ? works("System Protection is on: a reset makes a restore point first.")
        : limited("System Protection is off: a reset goes on without a restore point.");
  }

  private Answer troubleshooter() throws PcException {
    for (Page page :
        List.of(
            Page.MSDT_WINDOWS_UPDATE, Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_TROUBLESHOOT)) {
      if (pc.systemPages().isAvailable(page)) {
        return works(
            switch (page) {
              case MSDT_WINDOWS_UPDATE -> "The one that comes with Windows.";
              case GET_HELP_WINDOWS_UPDATE -> "In the Get Help app.";
              default -> "On a page of Settings.";
            });
      }
    }
    return limited("There is none on this PC; every other fix is still there.");
  }
}
