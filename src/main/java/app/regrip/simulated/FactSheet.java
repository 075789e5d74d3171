package app.regrip.simulated;

import app.regrip.pc.PcFacts.Antivirus;
import app.regrip.pc.PcFacts.Battery;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdatePolicies.Tie;
import app.regrip.pc.UpdatePolicy;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is so on the pretend PC and is no service and no file: its {@code facts.json}.
 *
 * @param edition Microsoft's id of it
 * @param languages of the user interface
 * @param dismVersion the version DISM says it has; the image version follows from the build
 * @param bootId changes with each restart
 * @param wsusServer the address of an update server, which counts only while a policy says to use
 *     it; or null
 * @param policiesWritten when a policy was last changed
 * @param ties what joins it to an organisation
 * @param managesUpdates whether its device management sets anything about updates
 * @param heldBy the folders a program has a file open in, and the program
 * @param heldBriefly the same for programs that let go by themselves
 * @param workerStaysSeconds how long the worker of servicing stays after each of its works
 * @param offers the updates an update check finds, hidden ones among them
 * @param recoveryFreeBytes free in the recovery partition
 */
record FactSheet(
    String product,
    int build,
    int revision,
    String edition,
    List<String> languages,
    String dismVersion,
    String bootId,
    Set<RestartSign> restartSigns,
    boolean installingMsi,
    boolean installingUpdate,
    long freeBytes,
    Battery battery,
    String wsusServer,
    Map<UpdatePolicy, Integer> policies,
    String policiesWritten,
    Set<Tie> ties,
    boolean managesUpdates,
    boolean repairsAllowed,
    List<Antivirus> antivirus,
    boolean systemProtectionOn,
    Map<UpdateFolder, String> heldBy,
    Map<UpdateFolder, BriefHold> heldBriefly,
    int workerStaysSeconds,
    List<Offer> offers,
    UpdateServer updateServer,
    long recoveryFreeBytes) {

  /**
   * A program that lets go by itself.
   *
   * @param seconds after the services that use the folder have stopped
   */
  record BriefHold(String by, int seconds) {}

  /** After a restart: nothing waits for one, and every open file was closed. */
  FactSheet afterRestart(String newBootId) {
    return with(newBootId, Set.of(), antivirus, Map.of(), policies, policiesWritten, offers);
  }

  FactSheet withBootId(String newBootId) {
    return with(newBootId, restartSigns, antivirus, heldBy, policies, policiesWritten, offers);
  }

  FactSheet withAntivirus(List<Antivirus> programs) {
    return with(bootId, restartSigns, programs, heldBy, policies, policiesWritten, offers);
  }

  FactSheet withPolicy(UpdatePolicy policy, Optional<Integer> value, Instant now) {
    Map<UpdatePolicy, Integer> values = new EnumMap<>(UpdatePolicy.class);
    values.putAll(policies);
    values.remove(policy);
    value.ifPresent(v -> values.put(policy, v));
    return with(bootId, restartSigns, antivirus, heldBy, values, now.toString(), offers);
  }

  boolean isSwitchedOn(UpdatePolicy policy) {
    return Integer.valueOf(1).equals(policies.get(policy));
  }

  /** Whether updates come from a server of an organisation. */
  boolean usesServer() {
    return wsusServer != null && isSwitchedOn(UpdatePolicy.USE_SERVER);
  }

  /** Once it is installed. */
  FactSheet without(Offer installed) {
    return with(
        bootId,
        restartSigns,
        antivirus,
        heldBy,
        policies,
        policiesWritten,
        offers.stream().filter(offer -> !offer.equals(installed)).toList());
  }

  /** The program that has a file in this folder open, while it runs. */
  List<String> holders(UpdateFolder folder) {
    String holder = heldBy.get(folder);
    boolean runs =
        holder != null
            && antivirus.stream()
                .anyMatch(program -> program.name().equals(holder) && program.on());
    return runs ? List.of(holder) : List.of();
  }

  String imageVersion() {
    return "10.0." + build + "." + revision;
  }

  private FactSheet with(
      String newBootId,
      Set<RestartSign> signs,
      List<Antivirus> programs,
      Map<UpdateFolder, String> held,
      Map<UpdatePolicy, Integer> values,
      String written,
      List<Offer> offered) {
    return new FactSheet(
        product,
        build,
        revision,
        edition,
        languages,
        dismVersion,
        newBootId,
        signs,
        installingMsi,
        installingUpdate,
        freeBytes,
        battery,
        wsusServer,
        values,
        written,
        ties,
        managesUpdates,
        repairsAllowed,
        programs,
        systemProtectionOn,
        held,
        heldBriefly,
        workerStaysSeconds,
        offered,
        updateServer,
        recoveryFreeBytes);
  }
}
