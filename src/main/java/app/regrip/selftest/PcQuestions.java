package app.regrip.selftest;

import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.pc.SystemPages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the ports of a PC can be asked about themselves; nothing is changed. */
public final class PcQuestions {

  private final Pc pc;
  private final Map<String, StartType> usual;
  private Optional<Run> looked = Optional.empty();

  /** One run of DISM. */
  private record Run(int exitCode, String output) {}

  /**
   * @param usual how Regrip thinks the update services start where nobody changed them
   */
  public PcQuestions(Pc pc, Map<String, StartType> usual) {
    this.pc = pc;
    this.usual = new TreeMap<>(usual);
  }

  /** Those that a user may ask. */
  public Map<String, Question> plain() {
    return Map.of(
        "U09", this::searchOffline,
        "U10", this::hidden,
        "U15", this::servicing,
        "U18", this::defaults,
        "U19", this::bootId,
        "U28", this::getHelp);
  }

  /** Those that take an administrator. */
  public Map<String, Question> elevated() {
    return Map.of("U12", this::english, "U21", this::restorePoints, "S07", this::servicingWorks);
  }

  private Answer searchOffline() throws PcException {
    int entries = pc.updateAgent().history().size();
    pc.updateAgent().hiddenUpdates();
    return Answer.held("it searched; its history has " + entries + " entries");
  }

  private Answer hidden() throws PcException {
    int found = pc.updateAgent().hiddenUpdates().size();
    return found > 0
        ? Answer.held(found + " hidden updates were found")
        : Answer.couldNotAsk("no update is hidden on this PC; hide one, and ask again");
  }

  private Answer servicing() throws PcException {
    boolean worker = pc.facts().isServicing();
    Optional<ServiceStatus> installer = pc.services().query("TrustedInstaller");
    boolean runs = installer.map(ServiceStatus::isRunning).orElse(false);
    if (worker) {
      return Answer.of(
          runs,
          runs
              ? "TiWorker runs, and so does the service that starts it"
              : "TiWorker runs without the service that starts it");
    }
    return Answer.couldNotAsk(
        "nothing is being serviced now (TrustedInstaller "
            + (runs ? "runs" : "does not run")
            + "); ask while Windows installs an update");
  }

  private Answer defaults() throws PcException {
    List<String> seen = new ArrayList<>();
    boolean same = true;
    for (Map.Entry<String, StartType> service : usual.entrySet()) {
      Optional<ServiceStatus> status = pc.services().query(service.getKey());
      StartType is = status.map(ServiceStatus::startType).orElse(StartType.DISABLED);
      if (status.isEmpty()) {
        seen.add(service.getKey() + " is not there");
      } else if (is != service.getValue()) {
        same = false;
        seen.add(service.getKey() + " is " + words(is) + " and not " + words(service.getValue()));
      }
    }
    return Answer.of(same, seen.isEmpty() ? "as on this PC" : String.join(", ", seen));
  }

  private static String words(StartType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Answer bootId() throws PcException {
    String name = pc.facts().bootId();
    if (!name.equals(pc.facts().bootId())) {
      return Answer.didNotHold("it changed between two questions");
    }
    return Answer.held(
        name
            + " both times; note it, and see that a restart changes it and a shutdown with fast"
            + " startup does not");
  }

  private Answer getHelp() throws PcException {
    return pc.systemPages().isAvailable(SystemPages.Page.GET_HELP_WINDOWS_UPDATE)
        ? Answer.lookAt("\"regrip fix troubleshooter\": Get Help has to open and ask its questions")
        : Answer.couldNotAsk("this Windows has no Get Help; it is older, or its app was removed");
  }

  private Answer english() throws PcException {
    Run run = look();
    if (run.output().contains("Deployment Image Servicing")) {
      return Answer.held("it spoke English, exit code " + exit(run));
    }
    return Answer.didNotHold("exit code " + exit(run) + ", and no English: " + begin(run));
  }

  private Answer servicingWorks() throws PcException {
    Run run = look();
    return Answer.of(
        run.exitCode() == 0,
        "DISM CheckHealth ended with exit code " + exit(run) + ", from a helper without them");
  }

  private Answer restorePoints() throws PcException {
    String state = pc.restorePoints().isEnabled() ? "on" : "off";
    var newest = pc.restorePoints().newest();
    return Answer.held(
        "System Protection is "
            + state
            + "; the newest restore point is "
            + (newest.isPresent() ? "number " + newest.getAsLong() : "none"));
  }

  /** Both questions on DISM are answered by one run. */
  private synchronized Run look() throws PcException {
    if (looked.isEmpty()) {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      int code =
          pc.programs()
              .run(new Program.DismCheckHealth(), output::writeBytes, Cancellation.never());
      looked = Optional.of(new Run(code, output.toString(StandardCharsets.US_ASCII)));
    }
    return looked.get();
  }

  private static String exit(Run run) {
    return run.exitCode() == 0 ? "0" : String.format(Locale.ROOT, "0x%08X", run.exitCode());
  }

  private static String begin(Run run) {
    String text = run.output().strip();
    return text.substring(0, Math.min(100, text.length()));
  }
}
