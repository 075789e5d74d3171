package app.regrip;

import app.regrip.desktop.ReleaseNews;
import app.regrip.release.NewVersions;
import app.regrip.release.ReleasesPage;
import app.regrip.release.Version;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.storage.AtomicFile;
import app.regrip.threads.Daemon;
import java.awt.Desktop;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Looks for newer versions of Regrip while a session is watched. Each reading of the evidence is a
 * chance to ask, so nothing wakes up for this alone.
 */
final class ReleaseWatch implements Session.Listener {

  private static final System.Logger LOG = System.getLogger(ReleaseWatch.class.getName());

  private final ReleasesPage page;
  private final NewVersions versions;

  ReleaseWatch(ReleasesPage page, NewVersions versions) {
    this.page = page;
    this.versions = versions;
  }

  /** Empty where this Regrip has no version to compare, or does not know where to ask. */
  static Optional<ReleaseWatch> of(SettingsFile settings, Path file, Clock clock) {
    return Version.parse(Regrip.version())
        .flatMap(
            here ->
                ReleasesPage.ofThisBuild()
                    .map(
                        page ->
                            new ReleaseWatch(
                                page,
                                new NewVersions(
                                    here,
                                    page,
                                    new AtomicFile(file),
                                    clock,
                                    settings::newVersions,
                                    ask -> Daemon.start("new-version", ask)))));
  }

  @Override
  public void changed(Snapshot snapshot) {
    if (!snapshot.isRepairing()) {
      versions.lookIfDue();
    }
  }

  ReleaseNews news() {
    return new ReleaseNews(
        page.address().toString(),
        () -> versions.newer().map(Version::toString),
        () -> Daemon.start("errand", () -> open(page.address())));
  }

  private static void open(URI address) {
    try {
      Desktop.getDesktop().browse(address);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.WARNING, "the page of the releases did not open", e);
    }
  }
}
