package app.regrip.helper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One repair per PC, and who it is that repairs. The helper holds the {@link RepairClaim} for a
 * turn, and a sign beside the runs, an empty file, says in its name which run the turn is for. A
 * sign counts while its own turn lasts: one that a helper left behind when it was killed is
 * believed by nobody, also while the next helper is at work on the same run.
 *
 * <p>All is in the sign's name, so nothing of it can be half-written, or locked against its
 * readers.
 */
public final class RepairLock {

  private static final Pattern SIGN =
      Pattern.compile(
          "at-work\\.([^.]+)\\.(\\d{1,18})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  static final int TRIES = 60;

  private static final int TRIES_WHILE_SERVICES_START = 60 * TRIES;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private final Path runs;
  private final RepairClaim claim;

  public RepairLock(Path runs, RepairClaim claim) {
    this.runs = runs;
    this.claim = claim;
  }

  /**
   * Who is at work.
   *
   * @param pid for people who look for the process; a process without rights can't always see it
   * @param turn a UUID; the same run taken up again is another turn
   */
  public record Holder(String runId, long pid, String turn) {}

  /** The lock, while it is held. */
  public static final class Held implements Closeable {

    private final String turn;
    private final Closeable claim;
    private final Optional<Path> sign;

    private Held(String turn, Closeable claim, Optional<Path> sign) {
      this.turn = turn;
      this.claim = claim;
      this.sign = sign;
    }

    public String turn() {
      return turn;
    }

    @Override
    public void close() throws IOException {
      try (claim) {
        sign.ifPresent(RepairLock::takeDown);
      }
    }
  }

  /** To repair. Empty where another helper is at work. */
  public Optional<Held> tryHold(String runId) throws IOException {
    return tryHold(Optional.of(runId));
  }

  /** To repair nothing, but start services or ask, which nobody is told of. */
  public Optional<Held> tryHoldUnseen() throws IOException {
    return tryHold(Optional.empty());
  }

  /** The helper that repairs now, if one does. */
  public Optional<Holder> holder() {
    for (Path sign : signs()) {
      Matcher name = SIGN.matcher(sign.getFileName().toString());
      if (name.matches()) {
        Holder holder = new Holder(name.group(1), Long.parseLong(name.group(2)), name.group(3));
        if (isAtWork(holder)) {
          return Optional.of(holder);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether that one is still at work, on that turn. */
  public boolean isAtWork(Holder holder) {
    try {
      return claim.isTaken(holder.turn());
    } catch (IOException e) {
      System.getLogger(RepairLock.class.getName())
          .log(System.Logger.Level.WARNING, "whether a helper is at work can't be seen", e);
      return false;
    }
  }

  /**
   * The helper before this one tells its verdict first and ends after it, within a second or two,
   * and nothing but its end gives the claim back. So a claim that is held is asked for again for
   * some seconds before it counts as somebody else's. One that is held without a sign belongs to a
   * helper that repairs nothing, but starts services or asks: a repair waits for that, as long as
   * services may take.
   */
  private Optional<Held> tryHold(Optional<String> runId) throws IOException {
    Files.createDirectories(runs);
    String turn = UUID.randomUUID().toString();
    Optional<Closeable> taken = claim.tryTake(turn);
    for (int tried = 1; taken.isEmpty() && isWorthATry(tried, runId); tried++) {
      waitABit();
      taken = claim.tryTake(turn);
    }
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    signs().forEach(RepairLock::takeDown);
    try {
      Optional<Path> sign = Optional.empty();
      if (runId.isPresent()) {
        String name = "at-work." + runId.get() + "." + ProcessHandle.current().pid() + "." + turn;
        sign = Optional.of(Files.createFile(runs.resolve(name)));
      }
      return Optional.of(new Held(turn, taken.get(), sign));
    } catch (IOException e) {
      taken.get().close();
      throw e;
    }
  }

  private boolean isWorthATry(int tried, Optional<String> runId) {
    return tried < TRIES
        || runId.isPresent() && tried < TRIES_WHILE_SERVICES_START && holder().isEmpty();
  }

  private List<Path> signs() {
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(path -> SIGN.matcher(path.getFileName().toString()).matches()).toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException e) {
      System.getLogger(RepairLock.class.getName())
          .log(System.Logger.Level.WARNING, "whether a helper is at work can't be seen", e);
      return List.of();
    }
  }

  /** One that can't be deleted, since somebody has it open, is a stale one from now on. */
  private static void takeDown(Path sign) {
    try {
      Files.deleteIfExists(sign);
    } catch (IOException e) {
      System.getLogger(RepairLock.class.getName())
          .log(System.Logger.Level.INFO, "a sign of a helper stays behind", e);
    }
  }

  private static void waitABit() {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
