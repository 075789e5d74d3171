package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.pc.UpdateFolder;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a pretend PC in a folder, and unmakes it. A marker says that one is being made or unmade:
 * whoever finds the marker begins anew, so a PC that is half made is never taken for a whole one.
 */
final class Assembly {

  private static final int FORM = 1;

  /** All a PC is made of; nothing else in the folder is ever deleted. */
  private static final List<String> PARTS =
      List.of(
          "services",
          "events",
          "Windows",
          "internet",
          "drives",
          "countdowns",
          "facts.json",
          "last-automatic-check.json",
          "restore-points.json",
          "opened-pages.log",
          "power.log");

  private final PcFolder folder;
  private final Path nameplate;
  private final Path marker;
  private final Clock clock;

  Assembly(PcFolder folder, Clock clock) {
    this.folder = folder;
    this.nameplate = folder.root().resolve("pc.json");
    this.marker = folder.root().resolve("pc.being-made");
    this.clock = clock;
  }

  private record Nameplate(int form, String scenario, String madeAt) {}

  /**
   * Makes the PC if the folder holds none.
   *
   * @return the name of the scenario it has, which may be another one
   */
  String ensurePc(Scenario scenario) throws PcException {
    return folder.exclusively(
        Message.of("simulated.pc.open"),
        () -> {
          if (Files.exists(marker)) {
            removeParts();
          } else if (Files.exists(nameplate)) {
            return readNameplate();
          } else if (!isEmpty()) {
            throw new UnusableException(Message.of("simulated.pc.other-things"));
          }
          folder.write(marker, new byte[0]);
          make(scenario.blueprint());
          folder.write(nameplate, new Nameplate(FORM, scenario.name(), clock.instant().toString()));
          Files.delete(marker);
          return scenario.name();
        });
  }

  /** Removes the PC, if there is one, and leaves the folder. */
  void remove() throws PcException {
    folder.change(
        Message.of("simulated.pc.remove"),
        () -> {
          if (Files.exists(nameplate) || Files.exists(marker)) {
            folder.write(marker, new byte[0]);
            removeParts();
            Files.delete(marker);
          }
        });
  }

  private void removeParts() throws IOException {
    Files.deleteIfExists(nameplate);
    for (String part : PARTS) {
      PcFolder.deleteTree(folder.root().resolve(part));
    }
  }

  private String readNameplate() throws IOException {
    Nameplate found = folder.read(nameplate, Nameplate.class).orElseThrow();
    if (found.form() != FORM || found.scenario() == null) {
      throw new UnusableException(Message.of("simulated.pc.other-version"));
    }
    return found.scenario();
  }

  private boolean isEmpty() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.root())) {
      for (Path each : all) {
        String name = each.getFileName().toString();
        if (!name.endsWith(".lock") && !name.endsWith(".new")) {
          return false;
        }
      }
    }
    return true;
  }

  private void make(Blueprint plan) throws IOException {
    Files.createDirectories(folder.root().resolve("countdowns"));
    Files.createDirectories(folder.root().resolve("services"));
    for (ServiceEntry service : plan.services().values()) {
      folder.write(folder.root().resolve("services").resolve(service.name() + ".json"), service);
    }
    new FactsFile(folder).write(plan.facts().withBootId(UUID.randomUUID().toString()));
    makeFiles(plan);
    makeUpdateFolders(plan);
    makePast(plan);
  }

  private void makeFiles(Blueprint plan) throws IOException {
    ComponentStore store = new ComponentStore(folder);
    store.make(
        plan.files(),
        plan.facts().imageVersion(),
        plan.corruptionKnown(),
        new ComponentStore.Damage(plan.damage().store(), plan.damage().system()));
    store.attachMedia(plan.media());
    if (plan.repairContentOnline()) {
      store.serveRepairContent();
    }
    new ServicingHive(folder).make(plan.damage().servicingHive());
    if (plan.pendingRestart() != null) {
      new SimulatedRestart(folder).write(plan.pendingRestart());
    }
  }

  private void makeUpdateFolders(Blueprint plan) throws IOException {
    UpdateDatabase database = new UpdateDatabase(folder);
    database.makeWhatIsMissing();
    if (plan.damage().dataStore()) {
      database.damage();
    }
    for (HiddenUpdate update : plan.hidden()) {
      database.hide(update);
    }
    Path download = SimulatedUpdateFolders.live(folder, UpdateFolder.DOWNLOAD);
    Path update = download.resolve("5c1f0a7be2d94836b7a0");
    Files.createDirectories(update);
    Files.write(update.resolve("update.cab"), new byte[1 << 15]);
    Files.write(update.resolve("update.psf"), new byte[1 << 16]);
    if (plan.damage().download()) {
      database.damageDownload();
    }
    Path catalogues =
        SimulatedUpdateFolders.live(folder, UpdateFolder.CATROOT2)
            .resolve("{F750E6C3-38EE-11D1-85E5-00C04FC295EE}");
    Files.createDirectories(catalogues);
    Files.write(catalogues.resolve("catdb"), new byte[1 << 14]);
  }

  private void makePast(Blueprint plan) throws IOException {
    Instant now = clock.instant();
    UpdateDatabase database = new UpdateDatabase(folder);
    SimulatedUpdateLog log = new SimulatedUpdateLog(folder);
    Files.createDirectories(log.folderOfEvents());
    for (Blueprint.PastEvent past : plan.past()) {
      Instant at = now.minus(past.age());
      log.append(past.event(), at);
      if (past.isHistory()) {
        database.remember(
            new UpdateHistoryEntry(at, past.title(), past.updateId(), Optional.of(HResult.OK)));
      }
    }
  }
}
