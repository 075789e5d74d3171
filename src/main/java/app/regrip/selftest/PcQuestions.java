package app.regrip.selftest;

import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.pc.SystemPages;
import app.regrip.text.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
    return Answer.held(Message.of("selftest.u09.searched", entries));
  }

  private Answer hidden() throws PcException {
    int found = pc.updateAgent().hiddenUpdates().size();
    return found > 0
        ? Answer.held(Message.of("selftest.u10.found", found))
        : Answer.couldNotAsk(Message.of("selftest.u10.none-hidden"));
  }

  private Answer servicing() throws PcException {
    boolean worker = pc.facts().isServicing();
    Optional<ServiceStatus> installer = pc.services().query("TrustedInstaller");
    boolean runs = installer.map(ServiceStatus::isRunning).orElse(false);
    if (worker) {
      return Answer.of(
          runs, Message.of(runs ? "selftest.u15.both-run" : "selftest.u15.worker-alone"));
    }
    return Answer.couldNotAsk(
        Message.of(runs ? "selftest.u15.only-installer" : "selftest.u15.nothing-now"));
  }

  private Answer defaults() throws PcException {
    Message seen = Message.NONE;
    boolean same = true;
    for (Map.Entry<String, StartType> service : usual.entrySet()) {
      Optional<ServiceStatus> status = pc.services().query(service.getKey());
      StartType is = status.map(ServiceStatus::startType).orElse(StartType.DISABLED);
      if (status.isEmpty()) {
        seen = and(seen, Message.of("selftest.u18.absent", service.getKey()));
      } else if (is != service.getValue()) {
        same = false;
        seen =
            and(
                seen,
                Message.of(
                    "selftest.u18.differs",
                    service.getKey(),
                    words(is),
                    words(service.getValue())));
      }
    }
    return Answer.of(same, seen.isEmpty() ? Message.of("selftest.u18.as-here") : seen);
  }

  private static Message and(Message seen, Message more) {
    return seen.isEmpty() ? more : Message.of("selftest.u18.and", seen, more);
  }

  private static Message words(StartType type) {
    return Message.of(
        switch (type) {
          case BOOT -> "selftest.start.boot";
          case SYSTEM -> "selftest.start.system";
          case AUTOMATIC -> "selftest.start.automatic";
          case AUTOMATIC_DELAYED -> "selftest.start.automatic-delayed";
          case MANUAL -> "selftest.start.manual";
          case DISABLED -> "selftest.start.disabled";
        });
  }

  private Answer bootId() throws PcException {
    String name = pc.facts().bootId();
    if (!name.equals(pc.facts().bootId())) {
      return Answer.didNotHold(Message.of("selftest.u19.changed"));
    }
    return Answer.held(Message.of("selftest.u19.same", name));
  }

  private Answer getHelp() throws PcException {
    return pc.systemPages().isAvailable(SystemPages.Page.GET_HELP_WINDOWS_UPDATE)
        ? Answer.couldNotAsk(Message.of("selftest.u28.look"))
        : Answer.couldNotAsk(Message.of("selftest.u28.no-get-help"));
  }

  private Answer english() throws PcException {
    Run run = look();
    if (run.output().contains("Deployment Image Servicing")) {
      return Answer.held(Message.of("selftest.u12.english", exit(run)));
    }
    return Answer.didNotHold(Message.of("selftest.u12.not-english", exit(run), begin(run)));
  }

  private Answer servicingWorks() throws PcException {
    Run run = look();
    return Answer.of(run.exitCode() == 0, Message.of("selftest.s07.ended", exit(run)));
  }

  private Answer restorePoints() throws PcException {
    String state = pc.restorePoints().isEnabled() ? "selftest.u21.on" : "selftest.u21.off";
    var newest = pc.restorePoints().newest();
    return Answer.held(
        Message.of(
            state,
            newest.isPresent()
                ? Message.of("selftest.u21.newest", Long.toString(newest.getAsLong()))
                : Message.of("selftest.u21.no-point")));
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
