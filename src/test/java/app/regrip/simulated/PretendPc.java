package app.regrip.simulated;

import app.regrip.SetClock;
import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pretend PC under test, and the fixes as a person would do them by hand through the ports. */
final class PretendPc {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** In the order a reset stops them. */
  private static final List<String> UPDATE_SERVICES =
      List.of("UsoSvc", "DoSvc", "BITS", "wuauserv");

  private final Pc pc;

  private PretendPc(Pc pc) {
    this.pc = pc;
  }

  static PretendPc of(Pc pc) {
    return new PretendPc(pc);
  }

  static SimulatedPc make(Path folder, String scenario, Clock clock) throws IOException {
    return SimulatedPc.open(folder, Scenario.named(scenario).orElseThrow(), Speed.IMMEDIATE, clock);
  }

  static SimulatedPc make(Path folder, String scenario) throws IOException {
    return make(folder, scenario, new SetClock());
  }

  HResult check() throws PcException {
    return pc.updateAgent().search(UpdateAgent.PATIENCE, Cancellation.never()).result();
  }

  boolean works() throws PcException {
    return check().equals(HResult.OK);
  }

  void share() throws PcException {
    pc.services().setProcessType("wuauserv", ProcessType.SHARE);
  }

  void enableBits() throws PcException {
    pc.services().setStartType("BITS", StartType.MANUAL);
  }

  void restartBits() throws PcException {
    pc.services().stop("BITS", PATIENCE);
    pc.services().start("BITS");
  }

  void reset() throws PcException {
    List<String> ran = new ArrayList<>();
    for (String name : UPDATE_SERVICES) {
      if (pc.services().query(name).filter(ServiceStatus::isRunning).isPresent()) {
        ran.add(name);
        pc.services().stop(name, PATIENCE);
      }
    }
    try {
      setAside(UpdateFolder.DATA_STORE);
      setAside(UpdateFolder.DOWNLOAD);
    } finally {
      for (String name : ran) {
        pc.services().start(name);
      }
    }
  }

  private void setAside(UpdateFolder folder) throws PcException {
    if (pc.updateFolders().exists(Name.live(folder))) {
      int before = pc.updateFolders().setAside().size();
      pc.updateFolders().rename(Name.live(folder), Name.aside(folder, "test-" + before));
    }
  }

  Ran dism() throws PcException {
    return run(new Program.DismRestoreHealth(Optional.empty()), StandardCharsets.US_ASCII);
  }

  Ran dism(RepairSource source) throws PcException {
    return run(new Program.DismRestoreHealth(Optional.of(source)), StandardCharsets.US_ASCII);
  }

  Ran scan() throws PcException {
    return run(new Program.DismScanHealth(), StandardCharsets.US_ASCII);
  }

  Ran checkHealth() throws PcException {
    return run(new Program.DismCheckHealth(), StandardCharsets.US_ASCII);
  }

  Ran sfc() throws PcException {
    return run(new Program.SystemFileCheck(), StandardCharsets.UTF_16LE);
  }

  private Ran run(Program program, Charset charset) throws PcException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<byte[]> pieces = new ArrayList<>();
    int exitCode =
        pc.programs()
            .run(
                program,
                piece -> {
                  pieces.add(piece);
                  all.writeBytes(piece);
                },
                Cancellation.never());
    return new Ran(exitCode, all.toString(charset), pieces);
  }

  /** How a program ended and what it wrote. */
  record Ran(int exitCode, String text, List<byte[]> pieces) {}
}
