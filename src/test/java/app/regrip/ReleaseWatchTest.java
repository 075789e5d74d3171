package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.release.NewVersions;
import app.regrip.release.ReleasesPage;
import app.regrip.release.Version;
import app.regrip.repair.Fix;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import app.regrip.storage.AtomicFile;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseWatchTest {

  @TempDir Path folder;

  @Test
  void nobodyAsksForANewerRegripWhileARepairRuns() {
    SetClock clock = new SetClock();
    List<Runnable> asked = new ArrayList<>();
    ReleasesPage page = new ReleasesPage(URI.create("https://example.org/regrip"));
    ReleaseWatch listener =
        new ReleaseWatch(
            page,
            new NewVersions(
                new Version(1, 0, 0),
                page,
                new AtomicFile(folder.resolve("new-version.json")),
                clock,
                () -> true,
                asked::add));

    listener.changed(at(Optional.of(RepairProgress.starting("run-1", Fix.RESET, clock.instant()))));
    assertThat(asked).isEmpty();
    listener.changed(at(Optional.empty()));
    assertThat(asked).hasSize(1);
  }

  private static Snapshot at(Optional<RepairProgress> repair) {
    return new Snapshot(
        Message.of("session.pc.this"),
        new UpdateStatus.Unknown(Message.NONE),
        repair,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
