package app.regrip.update;

import static app.regrip.errors.HResult.INVALID_HANDLE;
import static app.regrip.update.Events.CUMULATIVE;
import static app.regrip.update.Events.DEFINITIONS;
import static app.regrip.update.Events.NO_SERVER;
import static app.regrip.update.Events.appFailed;
import static app.regrip.update.Events.downloadFailed;
import static app.regrip.update.Events.found;
import static app.regrip.update.Events.installFailed;
import static app.regrip.update.Events.installed;
import static app.regrip.update.Events.minutes;
import static app.regrip.update.Events.neutral;
import static app.regrip.update.Events.searchFailed;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus.Failing;
import app.regrip.update.UpdateStatus.Repaired;
import app.regrip.update.UpdateStatus.Unknown;
import app.regrip.update.UpdateStatus.Working;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatusRulesTest {

  private static final Instant NOW = minutes(1000);

  private static UpdateStatus read(UpdateEvent... events) {
    return StatusRules.of(List.of(events), Optional.empty(), NOW);
  }

  private static UpdateStatus readProven(int minute, UpdateEvent... events) {
    return StatusRules.of(List.of(events), Optional.of(Proven.ofSearch(minutes(minute))), NOW);
  }

  private static UpdateStatus failing(
      Operation operation, HResult code, String title, int first, int last, int count) {
    String id = title.isEmpty() ? "" : "id of " + title;
    return new Failing(operation, code, title, id, minutes(first), minutes(last), count);
  }

  @Test
  void nothingKnownIsNeverFine() {
    assertThat(read())
        .isInstanceOfSatisfying(Unknown.class, u -> assertThat(u.why().english()).isNotBlank());
    assertThat(read(neutral(1, 43), neutral(2, 21), neutral(3, 16))).isInstanceOf(Unknown.class);
    assertThat(read(appFailed(1, INVALID_HANDLE))).isInstanceOf(Unknown.class);
  }

  @Test
  void countsTheSameFailureSinceItLastWorked() {
    assertThat(
            read(
                searchFailed(1, INVALID_HANDLE),
                found(2, 3),
                searchFailed(3, INVALID_HANDLE),
                searchFailed(4, INVALID_HANDLE),
                searchFailed(9, INVALID_HANDLE)))
        .isEqualTo(failing(Operation.SEARCH, INVALID_HANDLE, "", 3, 9, 3));
  }

  @Test
  void orderAndDuplicatesDoNotMatter() {
    List<UpdateEvent> events =
        new ArrayList<>(
            List.of(
                searchFailed(1, NO_SERVER),
                found(2, 1),
                installFailed(3, CUMULATIVE, INVALID_HANDLE),
                installFailed(5, CUMULATIVE, INVALID_HANDLE)));
    UpdateStatus expected = StatusRules.of(events, Optional.empty(), NOW);
    assertThat(expected).isEqualTo(failing(Operation.INSTALL, INVALID_HANDLE, CUMULATIVE, 3, 5, 2));
    events.addAll(List.copyOf(events));
    Collections.reverse(events);
    assertThat(StatusRules.of(events, Optional.empty(), NOW)).isEqualTo(expected);
  }

  @Test
  void aSearchFailureIsSettledByALaterSuccessOfAnyKind() {
    assertThat(read(searchFailed(1, INVALID_HANDLE), found(2, 0)))
        .isEqualTo(new Working(minutes(2), true));
    assertThat(read(searchFailed(1, INVALID_HANDLE), installed(2, CUMULATIVE)))
        .isEqualTo(new Working(minutes(2)));
    assertThat(read(found(1, 0), searchFailed(2, INVALID_HANDLE))).isInstanceOf(Failing.class);
  }

  @Test
  void aSearchWithAnotherServiceProvesNothing() {
    assertThat(read(searchFailed(1, INVALID_HANDLE), found(2, 0, UpdateService.DCAT)))
        .isInstanceOf(Failing.class);
    assertThat(read(searchFailed(1, INVALID_HANDLE), found(2, 0, UpdateService.MICROSOFT_UPDATE)))
        .isInstanceOf(Working.class);
    assertThat(read(searchFailed(1, INVALID_HANDLE), found(2, 0, UpdateService.MICROSOFT_STORE)))
        .isInstanceOf(Failing.class);
  }

  @Test
  void anInstallFailureOutlivesASearchThatFindsIt() {
    assertThat(read(installFailed(1, CUMULATIVE, INVALID_HANDLE), found(2, 1)))
        .isInstanceOf(Failing.class);
    assertThat(read(installFailed(1, CUMULATIVE, INVALID_HANDLE), found(2, 0)))
        .isEqualTo(new Working(minutes(2), true));
    assertThat(read(installFailed(1, CUMULATIVE, INVALID_HANDLE), installed(2, CUMULATIVE)))
        .isEqualTo(new Working(minutes(2)));
  }

  @Test
  void definitionsProveNothingAboutAnotherUpdate() {
    assertThat(
            read(
                installFailed(1, CUMULATIVE, INVALID_HANDLE),
                installed(2, DEFINITIONS.formatted("1.1")),
                installed(3, DEFINITIONS.formatted("1.2"))))
        .isEqualTo(failing(Operation.INSTALL, INVALID_HANDLE, CUMULATIVE, 1, 1, 1));
    assertThat(
            read(
                downloadFailed(1, CUMULATIVE, INVALID_HANDLE),
                installed(2, DEFINITIONS.formatted("1.1"))))
        .isInstanceOf(Failing.class);
  }

  @Test
  void newerDefinitionsSettleOlderOnes() {
    assertThat(
            read(
                installFailed(1, DEFINITIONS.formatted("1.1"), INVALID_HANDLE),
                installed(2, DEFINITIONS.formatted("1.2"))))
        .isEqualTo(new Working(minutes(2)));
  }

  @Test
  void aDownloadFailureIsSettledByAnInstallation() {
    assertThat(read(downloadFailed(1, CUMULATIVE, INVALID_HANDLE), installed(2, CUMULATIVE)))
        .isEqualTo(new Working(minutes(2)));
    assertThat(read(downloadFailed(1, CUMULATIVE, INVALID_HANDLE), found(2, 1)))
        .isInstanceOf(Failing.class);
  }

  @Test
  void theNewerErrorReplacesTheOlderOneOfTheSameOperation() {
    assertThat(read(searchFailed(1, INVALID_HANDLE), searchFailed(2, NO_SERVER)))
        .isEqualTo(failing(Operation.SEARCH, NO_SERVER, "", 2, 2, 1));
  }

  @Test
  void theErrorRegripRepairsStaysInSightBesideOthers() {
    assertThat(
            read(
                searchFailed(1, INVALID_HANDLE),
                installFailed(2, "Some driver", new HResult(0x8024200B))))
        .isEqualTo(failing(Operation.SEARCH, INVALID_HANDLE, "", 1, 1, 1));
  }

  @Test
  void ofSeveralOthersTheNewestIsShown() {
    assertThat(read(searchFailed(1, NO_SERVER), installFailed(2, CUMULATIVE, NO_SERVER)))
        .isEqualTo(failing(Operation.INSTALL, NO_SERVER, CUMULATIVE, 2, 2, 1));
  }

  @Test
  void aProofSettlesWhatWasBeforeIt() {
    assertThat(readProven(5, searchFailed(1, INVALID_HANDLE), found(4, 2)))
        .isEqualTo(new Repaired(minutes(5)));
    assertThat(readProven(5, searchFailed(1, INVALID_HANDLE), searchFailed(6, INVALID_HANDLE)))
        .isEqualTo(failing(Operation.SEARCH, INVALID_HANDLE, "", 6, 6, 1));
    assertThat(readProven(5, searchFailed(1, INVALID_HANDLE), found(8, 0)))
        .isEqualTo(new Working(minutes(8), true));
  }

  @Test
  void aProofSettlesNoFailureOfALaterPhase() {
    UpdateEvent install = installFailed(1, CUMULATIVE, INVALID_HANDLE);
    UpdateEvent download = downloadFailed(1, CUMULATIVE, INVALID_HANDLE);

    assertThat(readProven(5, searchFailed(1, INVALID_HANDLE), install))
        .isEqualTo(failing(Operation.INSTALL, INVALID_HANDLE, CUMULATIVE, 1, 1, 1));
    assertThat(readProven(5, searchFailed(1, INVALID_HANDLE), download))
        .isEqualTo(failing(Operation.DOWNLOAD, INVALID_HANDLE, CUMULATIVE, 1, 1, 1));
  }

  @Test
  void aProofOfOneUpdateIsWhatItsEventWouldBe() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    UpdateEvent failed = withId(installFailed(1, CUMULATIVE, INVALID_HANDLE), one);

    assertThat(proven(Operation.INSTALL, one, failed)).isInstanceOf(Repaired.class);
    assertThat(proven(Operation.INSTALL, other, failed)).isInstanceOf(Failing.class);
    assertThat(proven(Operation.DOWNLOAD, one, failed)).isInstanceOf(Failing.class);
    assertThat(proven(Operation.INSTALL, one, searchFailed(1, INVALID_HANDLE)))
        .isInstanceOf(Repaired.class);
  }

  @Test
  void whatPassedByItselfIsNotCalledRepaired() {
    Optional<Proven> passed = Optional.of(Proven.ofSearch(minutes(5)).withoutRepair());

    assertThat(StatusRules.of(List.of(searchFailed(1, INVALID_HANDLE)), passed, NOW))
        .isEqualTo(new Working(minutes(5)));
  }

  private static UpdateStatus proven(Operation operation, UUID update, UpdateEvent event) {
    Proven proven = new Proven(minutes(5), operation, Optional.of(update), true);
    return StatusRules.of(List.of(event), Optional.of(proven), NOW);
  }

  private static UpdateEvent withId(UpdateEvent e, UUID id) {
    return new UpdateEvent(
        e.at(),
        e.id(),
        e.channel(),
        e.recordId(),
        e.operation(),
        e.outcome(),
        e.code(),
        e.title(),
        id.toString(),
        e.service(),
        e.updatesFound());
  }

  @Test
  void aStoppingAgentIsNoFailure() {
    HResult stopping = new HResult(0x8024001E);
    assertThat(read(found(1, 0), searchFailed(2, stopping)))
        .isEqualTo(new Working(minutes(1), true));
    assertThat(read(searchFailed(2, stopping))).isInstanceOf(Unknown.class);
  }

  @Test
  void whatAWrongClockDatedAheadIsLeftOut() {
    assertThat(read(searchFailed(1, INVALID_HANDLE), found(100_000, 0)))
        .isInstanceOf(Failing.class);
    assertThat(readProven(100_000, searchFailed(1, INVALID_HANDLE))).isInstanceOf(Failing.class);
  }
}
