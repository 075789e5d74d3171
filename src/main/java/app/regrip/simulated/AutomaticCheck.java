package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.pc.UpdatePolicy;
import app.regrip.text.Message;
import app.regrip.update.UpdateService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the pretend PC does about updates by itself: it checks each hour, and where that succeeds it
 * installs the newest definitions for its antivirus, as Windows does several times a day, and what
 * it is offered.
 */
final class AutomaticCheck {

  private static final Duration INTERVAL = Duration.ofHours(1);

  private final PcFolder folder;
  private final FactsFile facts;
  private final SimulatedUpdateAgent agent;
  private final UpdateDatabase database;
  private final SimulatedUpdateLog log;
  private final Clock clock;
  private final Path file;

  AutomaticCheck(
      PcFolder folder,
      FactsFile facts,
      SimulatedUpdateAgent agent,
      UpdateDatabase database,
      SimulatedUpdateLog log,
      Clock clock) {
    this.folder = folder;
    this.facts = facts;
    this.agent = agent;
    this.database = database;
    this.log = log;
    this.clock = clock;
    this.file = folder.root().resolve("last-automatic-check.json");
  }

  private record Last(String at) {}

  /** Makes it if it is due; of several processes one makes it. */
  boolean runIfDue() throws PcException {
    if (!folder.exclusively(Message.of("simulated.agent.last-check"), this::claim)) {
      return false;
    }
    SearchResult result = agent.search(UpdateAgent.PATIENCE, Cancellation.never());
    if (result.succeeded()) {
      folder.change(Message.of("simulated.agent.definitions"), this::installDefinitions);
      folder.change(Message.of("simulated.agent.install"), agent::installWhatIsOffered);
    }
    return true;
  }

  private boolean claim() throws IOException {
    if (facts.read().isSwitchedOn(UpdatePolicy.NO_AUTOMATIC_UPDATES)) {
      return false;
    }
    Instant now = clock.instant();
    Optional<Last> last = folder.read(file, Last.class);
    if (last.isPresent() && now.isBefore(Instant.parse(last.get().at()).plus(INTERVAL))) {
      return false;
    }
    folder.write(file, new Last(now.toString()));
    return true;
  }

  private void installDefinitions() throws IOException {
    Instant now = clock.instant();
    ClientEvent.Update definitions =
        new ClientEvent.Update(
            "Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version"
                + " 1.441."
                + now.getEpochSecond() / INTERVAL.toSeconds() % 1000
                + ".0)",
            UUID.randomUUID().toString(),
            200,
            UpdateService.WINDOWS_UPDATE);
    log.append(ClientEvent.of(ClientEvent.Kind.INSTALL_STARTED, definitions), now);
    log.append(ClientEvent.of(ClientEvent.Kind.INSTALLED, definitions), now);
    database.remember(
        new UpdateHistoryEntry(
            now, definitions.title(), definitions.updateId(), Optional.of(HResult.OK)));
  }
}
