package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcFacts.LoggedFailure;
import app.regrip.text.Message;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The failures BITS and servicing leave behind, one line of JSON each. */
final class FailureLog {

  static final String BITS = "BITS";
  static final String DISM = "DISM";

  private static final Gson ONE_LINE = new Gson();

  private final PcFolder folder;
  private final Path file;
  private final Clock clock;

  FailureLog(PcFolder folder, Clock clock) {
    this.folder = folder;
    this.file = folder.windows().resolve("Logs").resolve("failures.jsonl");
    this.clock = clock;
  }

  private record Line(String at, String source, int code) {
    LoggedFailure failure() {
      return new LoggedFailure(Instant.parse(at), source, new HResult(code), what());
    }

    private Message what() {
      return Message.of(
          source.equals(BITS) ? "simulated.failure.transfer" : "simulated.failure.cleanup-image");
    }
  }

  /** With the PC's lock held. */
  void add(String source, HResult code) throws IOException {
    Line line = new Line(clock.instant().toString(), source, code.value());
    folder.append(file, ONE_LINE.toJson(line) + "\n");
  }

  /** Newest first, with the PC's lock held. */
  List<LoggedFailure> since(Instant since) throws IOException {
    List<LoggedFailure> failures = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        failures.add(ONE_LINE.fromJson(line, Line.class).failure());
      }
    }
    failures.removeIf(failure -> failure.at().isBefore(since));
    Collections.reverse(failures);
    return List.copyOf(failures);
  }
}
