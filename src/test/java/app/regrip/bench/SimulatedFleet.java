package app.regrip.bench;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.report.StatusMetrics;
import app.regrip.session.Case;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The status files of many PCs, as {@code regrip status --prometheus --output} writes them: most
 * are well, some fail with one of a few errors, some were repaired, and of some nothing is known.
 * The same number gives the same PC.
 */
record SimulatedFleet(Path folder, int pcs, Instant now) {

  private static final List<HResult> ERRORS =
      List.of(
          HResult.INVALID_HANDLE,
          new HResult(0x800F081F),
          new HResult(0x80073712),
          new HResult(0x8024402C),
          new HResult(0x80070643));

  private static final double WORKING = 0.93;
  private static final double REPAIRED = 0.95;
  private static final double FAILING = 0.99;
  private static final double EVER_REPAIRED = 0.1;

  /** Writes a file for each PC. */
  void write() throws IOException {
    ErrorCatalog catalog = ErrorCatalog.load();
    for (int pc = 0; pc < pcs; pc++) {
      Files.writeString(file(pc), text(pc, catalog));
    }
  }

  static String name(int pc) {
    return String.format("pc-%05d", pc);
  }

  Path file(int pc) {
    return folder.resolve(name(pc) + ".prom");
  }

  private String text(int pc, ErrorCatalog catalog) {
    Random dice = new Random(pc);
    Instant seen = now.minus(Duration.ofMinutes(dice.nextInt(24 * 60)));
    HResult error = ERRORS.get(dice.nextInt(ERRORS.size()));
    UpdateStatus status = status(dice.nextDouble(), seen, error);
    List<Case> cases = new ArrayList<>();
    if (status instanceof UpdateStatus.Repaired || dice.nextDouble() < EVER_REPAIRED) {
      cases.add(repaired(seen, error));
    }
    return new StatusMetrics(
            new Snapshot(
                Message.of("session.pc.this"),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            cases,
            List.of(
                new Finding(
                    "bits-manual", Severity.INFO, Message.NONE, Message.NONE, Optional.empty())),
            "1.0.0",
            code -> catalog.find(code).map(found -> found.symbol()).orElse(""))
        .text();
  }

  private static UpdateStatus status(double lot, Instant seen, HResult error) {
    if (lot < WORKING) {
      return new UpdateStatus.Working(seen);
    } else if (lot < REPAIRED) {
      return new UpdateStatus.Repaired(seen);
    } else if (lot < FAILING) {
      return new UpdateStatus.Failing(
          Operation.INSTALL, error, "", seen.minus(Duration.ofDays(2)), seen, 3);
    }
    return new UpdateStatus.Unknown(Message.NONE);
  }

  private static Case repaired(Instant at, HResult error) {
    Verdict proven =
        new Verdict(
            Verdict.Kind.PROVEN, Message.NONE, Message.NONE, Optional.empty(), Optional.empty());
    return new Case(
        error,
        Case.State.WATCHED,
        List.of(
            new Case.Entry.Failed(at, error, "install", ""),
            new Case.Entry.Tried(at, "run", Fix.RESET, proven)));
  }
}
