package app.regrip.windows.wua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateAgent.OfferedUpdate;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("windows")
class WindowsUpdateAgentTest {

  private static final String ID = "0e6a1b2c-3d4e-4f50-8a6b-7c8d9e0f1a2b";
  private static final String OTHER_ID = "1F6A1B2C-3D4E-4F50-8A6B-7C8D9E0F1A2B";

  private final WindowsUpdateAgent agent = new WindowsUpdateAgent();
  private static final Duration SOON = Duration.ofMillis(200);

  private FakeUpdateAgent fake;

  @BeforeEach
  void open() throws Exception {
    fake = FakeUpdateAgent.open();
  }

  @Test
  void anEmptyHistoryIsNotAskedForItsEntries() throws Exception {
    assertThat(agent.history()).isEmpty();
    assertThat(fake.asked())
        .contains("GetTotalHistoryCount")
        .noneMatch(call -> call.startsWith("QueryHistory"));
  }

  @Test
  void theHistoryIsToldNewestFirst() throws Exception {
    fake.feed(
        "history.txt",
        "45981.5\t1\t4\t0x80240034\t0x80070006\tÜpdate for Windows\t" + ID,
        "45983.25\t1\t1\t0x80242014\t0x0\tWaits for a restart\t" + OTHER_ID,
        "45980\t1\t2\t0x0\t0x0\t\t" + ID);

    assertThat(agent.history())
        .containsExactly(
            new UpdateHistoryEntry(
                Instant.parse("2025-11-22T06:00:00Z"),
                "Waits for a restart",
                OTHER_ID,
                Optional.empty()),
            new UpdateHistoryEntry(
                Instant.parse("2025-11-20T12:00:00Z"),
                "Üpdate for Windows",
                ID,
                Optional.of(HResult.INVALID_HANDLE)),
            new UpdateHistoryEntry(
                Instant.parse("2025-11-19T00:00:00Z"), "", ID, Optional.of(HResult.OK)));
    assertThat(fake.asked()).contains("QueryHistory 0 3");
  }

  @Test
  void aLongHistoryIsReadInPart() throws Exception {
    String[] lines = new String[250];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = 45981 - i + "\t1\t2\t0x0\t0x0\tUpdate " + i + "\t" + ID;
    }
    fake.feed("history.txt", lines);

    assertThat(agent.history()).hasSize(200).first().extracting("title").isEqualTo("Update 0");
    assertThat(fake.asked()).contains("QueryHistory 0 200");
  }

  @Test
  void aMemberThatFailsFailsTheReading() throws Exception {
    fake.feed("history.txt", "45981.5\t1\t2\t0x0\t0x0\tUpdate\t" + ID);
    fake.feed("fail.txt", "get_Date 0x8024001E");

    assertThatThrownBy(agent::history)
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.code()).isEqualTo(new HResult(0x8024001E)));
  }

  @Test
  void anAgentThatDoesNotStartSaysWhy() throws Exception {
    fake.feed("fail.txt", "CreateInstance 0x80070422");

    assertThatThrownBy(agent::isInstalling)
        .isInstanceOfSatisfying(PcException.class, e -> assertThat(e.isWin32(1058)).isTrue());
  }

  @Test
  void aCheckCountsWhatItFinds() throws Exception {
    fake.feed("search.txt", "found 3");

    assertThat(search().result()).isEqualTo(HResult.OK);
    assertThat(search().offered()).hasSize(3);
    assertThat(fake.asked()).contains("Search IsInstalled=0 online");
  }

  @Test
  void aCheckThatFailsIsAResult() throws Exception {
    fake.feed("search.txt", "fail 0x80070006");

    assertThat(search()).isEqualTo(SearchResult.failed(HResult.INVALID_HANDLE));
  }

  @Test
  void aCheckWithErrorsIsNoSuccess() throws Exception {
    fake.feed("search.txt", "warn 0x80240438");

    assertThat(search()).isEqualTo(SearchResult.failed(new HResult(0x80240438)));
  }

  @Test
  void aCheckSucceedsOnceTheCauseIsGone(@TempDir Path folder) throws Exception {
    Path cause = Files.createFile(folder.resolve("damaged store"));
    fake.feed("search.txt", "fail-while-exists " + cause + " 0x80070006", "found 1");

    assertThat(search().result()).isEqualTo(HResult.INVALID_HANDLE);
    Files.delete(cause);
    assertThat(search().result()).isEqualTo(HResult.OK);
  }

  @Test
  void aCheckThatHangsCanBeCancelled() throws Exception {
    fake.feed("search.txt", "hang");
    Cancellation cancellation = new Cancellation();

    CompletableFuture<SearchResult> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return agent.search(UpdateAgent.PATIENCE, cancellation);
              } catch (PcException e) {
                throw new IllegalStateException(e);
              }
            });
    fake.awaitHanging();
    assertThat(answer).isNotDone();
    cancellation.request();

    assertThat(answer.join()).isEqualTo(SearchResult.failed(new HResult(0x8024000B)));
  }

  @Test
  void aCheckThatIsCancelledBeforeItBeginsAsksNothing() throws Exception {
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    assertThat(agent.search(UpdateAgent.PATIENCE, cancellation).result())
        .isEqualTo(new HResult(0x8024000B));
    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void aCheckThatHangsIsGivenUp() throws Exception {
    fake.feed("search.txt", "hang");

    SearchResult result = agent.search(SOON, Cancellation.never());

    assertThat(result).isEqualTo(SearchResult.failed(HResult.ofWin32(1460)));
    fake.awaitHanging();
  }

  @Test
  void aCheckTellsWhereEachUpdateStands() throws Exception {
    fake.feed("search.txt", "offered");
    fake.feed("offered.txt", ID + "\tA driver", OTHER_ID + "\tAnother");
    fake.feed("downloaded.txt", OTHER_ID);
    fake.feed("hidden.txt", ID + "\tA driver");

    assertThat(search().offered())
        .containsExactly(
            new OfferedUpdate(ID, "A driver", false, true),
            new OfferedUpdate(OTHER_ID, "Another", true, false));
  }

  @Test
  void downloadsOneUpdateAndInstallsNothing() throws Exception {
    fake.feed("search.txt", "offered");
    fake.feed("offered.txt", ID + "\tA driver", OTHER_ID + "\tAnother");

    assertThat(download(agent)).isEqualTo(HResult.OK);

    assertThat(fake.asked())
        .contains("Search UpdateID='" + ID + "' and IsInstalled=0 offline", "Download");
    assertThat(search().offered())
        .extracting(OfferedUpdate::downloaded)
        .containsExactly(true, false);
  }

  @Test
  void aDownloadThatFailsHasTheNumberOfItsUpdate() throws Exception {
    fake.feed("offered.txt", ID + "\tA driver");
    fake.feed("download.txt", "fail 0x80070006");

    assertThat(download(agent)).isEqualTo(HResult.INVALID_HANDLE);
  }

  @Test
  void whatIsNotOfferedIsNotDownloaded() throws Exception {
    assertThat(download(agent)).isEqualTo(new HResult(0x80240024));
    assertThat(fake.asked()).doesNotContain("Download");
  }

  @Test
  void aDownloadThatHangsIsGivenUp() throws Exception {
    fake.feed("offered.txt", ID + "\tA driver");
    fake.feed("download.txt", "hang");

    assertThat(download(new WindowsUpdateAgent(SOON))).isEqualTo(HResult.ofWin32(1460));
    fake.awaitHanging();
  }

  private static HResult download(WindowsUpdateAgent agent) throws PcException {
    return agent.download(UUID.fromString(ID), Cancellation.never());
  }

  @Test
  void hiddenUpdatesAreLookedUpOffline() throws Exception {
    fake.feed("hidden.txt", ID + "\tA driver", OTHER_ID + "\t");

    assertThat(agent.hiddenUpdates())
        .containsExactly(new HiddenUpdate(ID, "A driver"), new HiddenUpdate(OTHER_ID, ""));
    assertThat(fake.asked()).contains("Search IsHidden=1 offline");
  }

  @Test
  void hiddenUpdatesThatWereReadInPartAreUnknown() throws Exception {
    fake.feed("hidden.txt", ID + "\tA driver");
    fake.feed("offline.txt", "warn 0x80248007");

    assertThatThrownBy(agent::hiddenUpdates)
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.code()).isEqualTo(new HResult(0x80248007)));
  }

  @Test
  void hidesAnUpdateThatIsOffered() throws Exception {
    HiddenUpdate driver = new HiddenUpdate(ID, "A driver");
    fake.feed("offered.txt", ID + "\tA driver");

    agent.hide(driver);

    assertThat(fake.asked()).contains("put_IsHidden " + ID + " -1");
    assertThat(agent.hiddenUpdates()).containsExactly(driver);
  }

  @Test
  void hidingWhatIsNotOfferedAnyMoreSucceeds() throws Exception {
    agent.hide(new HiddenUpdate(ID, "A driver"));

    assertThat(fake.asked())
        .contains("Search UpdateID='" + ID + "' offline")
        .noneMatch(call -> call.startsWith("put_IsHidden"));
  }

  @Test
  void hidesNothingByAnIdThatIsNone() throws Exception {
    assertThatThrownBy(() -> agent.hide(new HiddenUpdate(ID + "' or IsHidden=0", "")))
        .isInstanceOfSatisfying(PcException.class, e -> assertThat(e.isWin32(87)).isTrue());
    assertThat(fake.asked()).isEmpty();
  }

  @Test
  void tellsWhetherAnUpdateIsBeingInstalled() throws Exception {
    assertThat(agent.isInstalling()).isFalse();
    fake.feed("busy.txt", "1");
    assertThat(agent.isInstalling()).isTrue();
  }

  /** To all but administrators Windows does not tell. */
  @Test
  void aRefusalToTellWhetherAnUpdateIsBeingInstalledHasItsNumber() throws Exception {
    for (String member : List.of("CreateInstance", "get_IsBusy")) {
      fake.feed("fail.txt", member + " 0x80070005");
      assertThatThrownBy(agent::isInstalling)
          .isInstanceOfSatisfying(PcException.class, e -> assertThat(e.isWin32(5)).isTrue());
    }
  }

  private SearchResult search() throws PcException {
    return agent.search(UpdateAgent.PATIENCE, Cancellation.never());
  }
}
