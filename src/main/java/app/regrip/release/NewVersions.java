package app.regrip.release;

import app.regrip.storage.AtomicFile;
import app.regrip.storage.Json;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Whether there is a newer Regrip. The page is asked at most once a day, whatever it answers, and
 * only while that is wanted. A newer version is told of; it is never fetched.
 */
public final class NewVersions {

  private static final Duration BETWEEN_QUESTIONS = Duration.ofDays(1);
  private static final System.Logger LOG = System.getLogger(NewVersions.class.getName());

  private final Version here;
  private final ReleasesPage page;
  private final AtomicFile file;
  private final Clock clock;
  private final BooleanSupplier wanted;
  private final Executor thread;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Asked last;

  /**
   * What is kept of a question.
   *
   * @param at when the page was asked
   * @param newest the newest version it has named so far
   */
  record Asked(Instant at, Optional<String> newest) {
    static final Asked NEVER = new Asked(Instant.EPOCH, Optional.empty());
  }

  /**
   * @param here the version that runs
   * @param file where the last question is kept, so that a new start is no reason for another one
   * @param wanted whether somebody has switched this on; asked each time
   * @param thread where the page is asked
   */
  public NewVersions(
      Version here,
      ReleasesPage page,
      AtomicFile file,
      Clock clock,
      BooleanSupplier wanted,
      Executor thread) {
    this.here = here;
    this.page = page;
    this.file = file;
    this.clock = clock;
    this.wanted = wanted;
    this.thread = thread;
    this.last = read();
  }

  /** Asks where it is time. Returns at once. */
  public void lookIfDue() {
    if (wanted.getAsBoolean() && isDue() && asking.compareAndSet(false, true)) {
      thread.execute(this::ask);
    }
  }

  /** One that is newer than this one. */
  public Optional<Version> newer() {
    return wanted.getAsBoolean()
        ? last.newest().flatMap(Version::parse).filter(newest -> newest.compareTo(here) > 0)
        : Optional.empty();
  }

  /** Where the clock was set back, the last question is not waited for. */
  private boolean isDue() {
    Instant now = clock.instant();
    return last.at().isAfter(now) || !last.at().plus(BETWEEN_QUESTIONS).isAfter(now);
  }

  /** That it was asked is kept before it is: a failure is no reason to ask again today. */
  private void ask() {
    try {
      keep(new Asked(clock.instant(), last.newest()));
      keep(new Asked(last.at(), Optional.of(page.newest().toString())));
    } catch (IOException e) {
      LOG.log(Level.INFO, "whether there is a newer Regrip was not found out: {0}", e.toString());
    } finally {
      asking.set(false);
    }
  }

  private void keep(Asked asked) throws IOException {
    last = asked;
    file.write(Json.gson().toJson(asked) + "\n");
  }

  private Asked read() {
    try {
      return file.read()
          .map(text -> Json.gson().fromJson(text, Asked.class))
          .filter(asked -> asked.at() != null && asked.newest() != null)
          .orElse(Asked.NEVER);
    } catch (IOException | JsonParseException e) {
      return Asked.NEVER;
    }
  }
}
