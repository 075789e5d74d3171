package app.regrip.simulated;

import app.regrip.pc.PcFacts.Antivirus;
import app.regrip.pc.PcFacts.Battery;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateFolder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is so on the pretend PC and is no service and no file: its {@code facts.json}.
 *
 * @param dismVersion the version DISM says it has; the image version follows from the build
 * @param bootId changes with each restart
 * @param wsusServer set by policy, or null
 * @param heldBy the folders a program has a file open in, and the program
 * @param offers the updates an update check finds, hidden ones among them
 */
record FactSheet(
    String product,
    int build,
    int revision,
    String dismVersion,
    String bootId,
    Set<RestartSign> restartSigns,
    boolean installingMsi,
    boolean installingUpdate,
    long freeBytes,
    Battery battery,
    String wsusServer,
    boolean automaticUpdatesOff,
    boolean accessDisabled,
    List<Antivirus> antivirus,
    boolean systemProtectionOn,
    Map<UpdateFolder, String> heldBy,
    List<HiddenUpdate> offers) {

  /** After a restart: nothing waits for one, and every open file was closed. */
  FactSheet afterRestart(String newBootId) {
    return with(newBootId, Set.of(), antivirus, Map.of());
  }

  FactSheet withBootId(String newBootId) {
    return with(newBootId, restartSigns, antivirus, heldBy);
  }

  FactSheet withAntivirus(List<Antivirus> programs) {
    return with(bootId, restartSigns, programs, heldBy);
  }

  /** Whether a program that still runs has a file in this folder open. */
  boolean isHeld(UpdateFolder folder) {
    String holder = heldBy.get(folder);
    return holder != null
        && antivirus.stream().anyMatch(program -> program.name().equals(holder) && program.on());
  }

  String imageVersion() {
    return "10.0." + build + "." + revision;
  }

  private FactSheet with(
      String newBootId,
      Set<RestartSign> signs,
      List<Antivirus> programs,
      Map<UpdateFolder, String> held) {
    return new FactSheet(
        product,
        build,
        revision,
        dismVersion,
        newBootId,
        signs,
        installingMsi,
        installingUpdate,
        freeBytes,
        battery,
        wsusServer,
        automaticUpdatesOff,
        accessDisabled,
        programs,
        systemProtectionOn,
        held,
        offers);
  }
}
