package app.regrip.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.HResult;
import app.regrip.helper.FolderRunStore;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.repair.Verdict.Kind;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionStoreTest {

  private static final Optional<Failure> SEARCH =
      Optional.of(Failure.ofSearch(HResult.INVALID_HANDLE));

  private final SetClock clock = new SetClock();

  @TempDir Path folder;

  private SessionStore records;
  private FolderRunStore runs;

  @BeforeEach
  void open() {
    records = new SessionStore(folder, clock);
    runs = new FolderRunStore(folder.resolve("runs"));
  }

  /** A repair that changed nothing has mended nothing, whatever works later. */
  @ParameterizedTest
  @CsvSource({"true, PROVEN, Fixed and proven", "false, PASSED, passed by itself"})
  void whatWindowsProvesLaterIsARepairOnlyWhereThereWasOne(
      boolean repaired, Kind kind, String words) {
    records.tried("run", Fix.ALL, verdict(Kind.NOT_PROVEN_YET), SEARCH, runs);
    clock.advance(Duration.ofHours(1));

    records.worked(clock.instant(), run -> repaired);

    Verdict last =
        records.cases(clock.instant()).get(0).entries().stream()
            .reduce((a, b) -> b)
            .map(entry -> ((Case.Entry.Tried) entry).verdict())
            .orElseThrow();
    assertThat(last.kind()).isEqualTo(kind);
    assertThat(last.words().english()).contains(words);
    assertThat(records.proven())
        .hasValueSatisfying(p -> assertThat(p.repaired()).isEqualTo(repaired));
  }

  @Test
  void deletingCopiesIsNoCase() {
    records.tried("run", Fix.COPIES, verdict(Kind.DONE), Optional.empty(), runs);

    assertThat(records.cases(clock.instant())).isEmpty();
  }

  private static Verdict verdict(Kind kind) {
    return new Verdict(
        kind, Message.asIs("Words."), Message.NONE, Optional.empty(), Optional.empty());
  }
}
