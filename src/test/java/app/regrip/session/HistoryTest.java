package app.regrip.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.repair.Verdict.Kind;
import app.regrip.session.Case.Entry;
import app.regrip.session.Case.State;
import app.regrip.storage.AppendLog;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.Proven;
import app.regrip.update.UpdateEvent.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  private static final Instant DAY = Instant.parse("2026-01-05T10:00:00Z");

  @TempDir Path folder;

  @Test
  void whatIsForgottenIsTheCasesThatEndedBefore() {
    Entry first = failed(0);
    Entry firstProof = tried(1, Kind.PROVEN);
    Entry second = failed(100);
    Entry secondProof = tried(101, Kind.PROVEN);
    List<Entry> all = List.of(first, firstProof, second, secondProof);

    Instant soonAfter = DAY.plus(Duration.ofDays(103));
    assertThat(History.kept(all, DAY, soonAfter)).isEqualTo(all);
    assertThat(History.kept(all, DAY.plus(Duration.ofDays(2)), soonAfter))
        .containsExactly(second, secondProof);
    assertThat(History.kept(all, soonAfter, soonAfter))
        .as("it is watched, and can be taken back")
        .containsExactly(second, secondProof);
    Instant closed = DAY.plus(Duration.ofDays(120));
    assertThat(History.kept(all, closed, closed))
        .as("its proof says which of Windows' events are settled")
        .containsExactly(second, secondProof);
    Instant longAfter = DAY.plus(Duration.ofDays(132));
    assertThat(History.kept(all, longAfter, longAfter)).isEmpty();
    assertThat(History.kept(List.of(first), longAfter, longAfter))
        .as("it is open")
        .containsExactly(first);
  }

  @Test
  void whatThisVersionCannotReadOutlastsWhatIsForgotten() throws IOException {
    AppendLog lines = new AppendLog(folder.resolve("history.log"));
    History history = new History(lines);
    history.add(failed(0));
    history.add(tried(1, Kind.PROVEN));
    lines.append("{\"type\":\"FromTheFuture\"}");
    Instant until = DAY.plus(Duration.ofDays(60));

    history.forget(until, until);
    assertThat(history.entries()).isEmpty();
    assertThat(history.forgottenUntil()).isEqualTo(until);
    assertThat(lines.read().lines()).anyMatch(line -> line.contains("FromTheFuture"));

    history.forget(DAY, until);
    assertThat(history.forgottenUntil()).as("it is not remembered again").isEqualTo(until);
    assertThat(lines.read().lines()).hasSize(2);
  }

  @Test
  void failureTriedProvenIsOneCase() {
    List<Entry> entries = List.of(failed(0), tried(1, Kind.STILL_FAILING), tried(2, Kind.PROVEN));

    assertThat(History.cases(entries, DAY.plus(Duration.ofDays(3))))
        .containsExactly(new Case(HResult.INVALID_HANDLE, State.WATCHED, entries));
    assertThat(History.proven(entries)).contains(Proven.ofSearch(DAY.plus(Duration.ofDays(2))));
  }

  @Test
  void aProofIsOfWhatHadFailedAndStaysWhenAnOlderFailureOfALaterPhaseComesIntoSight() {
    Failure download =
        new Failure(Operation.DOWNLOAD, HResult.INVALID_HANDLE, Optional.of(UUID.randomUUID()));
    Entry proven =
        new Entry.Tried(DAY, "run", Fix.ALL, verdict(Kind.PROVEN), Optional.of(download));

    assertThat(History.proven(List.of(proven))).contains(Proven.of(download, DAY));
    assertThat(History.proven(List.of(proven, failed(-1)))).contains(Proven.of(download, DAY));
    assertThat(History.proven(List.of(proven, failed(1)))).isEmpty();
    assertThat(History.proven(List.of(proven, tried(1, Kind.UNDONE)))).isEmpty();
    assertThat(History.proven(List.of(proven, tried(1, Kind.NOT_PROVEN_YET))))
        .contains(Proven.of(download, DAY));
  }

  @Test
  void sevenQuietDaysCloseIt() {
    List<Entry> entries = List.of(failed(0), tried(1, Kind.PROVEN));

    assertThat(History.cases(entries, DAY.plus(Duration.ofDays(9))).get(0).state())
        .isEqualTo(State.CLOSED);
  }

  @Test
  void aRecurrenceReopensItWithWhatWasTried() {
    Entry back = new Entry.CameBack(DAY.plus(Duration.ofDays(4)), HResult.INVALID_HANDLE, 1);
    List<Entry> entries = List.of(failed(0), tried(1, Kind.PROVEN), back);

    Case reopened = History.cases(entries, DAY.plus(Duration.ofDays(20))).get(0);
    assertThat(reopened.state()).isEqualTo(State.OPEN);
    assertThat(reopened.entries()).isEqualTo(entries);
  }

  @Test
  void aFailureAfterAQuietWeekOrAnotherErrorIsAnotherCase() {
    Entry other =
        new Entry.Failed(DAY.plus(Duration.ofDays(12)), new HResult(0x80240034), "INSTALL", "");
    List<Entry> entries = List.of(failed(0), tried(1, Kind.PROVEN), failed(10), other);

    assertThat(History.cases(entries, DAY.plus(Duration.ofDays(12))))
        .extracting(c -> c.entries().size())
        .containsExactly(1, 1, 2);
  }

  @Test
  void damagedAndUnknownLinesAreLeftAndPassedOver() throws IOException {
    AppendLog log = new AppendLog(folder.resolve("history.log"));
    History history = new History(log);
    history.add(failed(0));
    log.append("{\"type\":\"FromTheFuture\"}");
    Files.writeString(log.file(), Files.readString(log.file()) + "half a li");

    assertThat(history.entries()).containsExactly(failed(0));
    history.add(tried(1, Kind.PROVEN));
    assertThat(history.entries()).containsExactly(failed(0), tried(1, Kind.PROVEN));
    assertThat(Files.readString(log.file())).contains("FromTheFuture").contains("half a li");
  }

  /** Two Regrips that followed one repair both want to write down its end. */
  @Test
  void oneOfTwoThatAddTheSameIsLeft() throws Exception {
    List<Callable<Void>> writers =
        Collections.nCopies(
            8,
            () -> {
              History history = new History(new AppendLog(folder.resolve("history.log")));
              Entry end = tried(1, Kind.PROVEN);
              history.addUnless(end::equals, end);
              return null;
            });
    ExecutorService pool = Executors.newFixedThreadPool(writers.size());
    try {
      for (Future<Void> written : pool.invokeAll(writers)) {
        written.get();
      }
    } finally {
      pool.shutdown();
    }
    assertThat(new History(new AppendLog(folder.resolve("history.log"))).entries()).hasSize(1);
  }

  private static Entry failed(int day) {
    return new Entry.Failed(DAY.plus(Duration.ofDays(day)), HResult.INVALID_HANDLE, "SEARCH", "");
  }

  private static Entry tried(int day, Kind kind) {
    return new Entry.Tried(DAY.plus(Duration.ofDays(day)), "run-" + day, Fix.BITS, verdict(kind));
  }

  private static Verdict verdict(Kind kind) {
    return new Verdict(
        kind, Message.asIs("words"), Message.asIs("next"), Optional.empty(), Optional.empty());
  }
}
