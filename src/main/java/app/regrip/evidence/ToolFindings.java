package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.evidence.LogFinding.Severity;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the last word of DISM or of the System File Checker means. */
final class ToolFindings {

  private static final int MOST_NAMES = 5;
  private static final HResult NOT_ELEVATED = HResult.ofWin32(740);

  private final ErrorCatalog catalog;

  ToolFindings(ErrorCatalog catalog) {
    this.catalog = catalog;
  }

  /** Empty where the run says nothing about health. */
  Optional<LogFinding> of(ToolRun run, Occurrences seen) {
    if (run.ofImage()) {
      return ofImage(run, seen);
    }
    boolean dism = run.tool() == Tool.DISM;
    Message tool = Message.of(dism ? "evidence.tool.dism" : "evidence.tool.sfc");
    return switch (run.verdict()) {
      case HEALTHY ->
          dism
              ? info(run, seen, "store-healthy", Message.of("evidence.store-healthy"))
              : info(run, seen, "files-healthy", Message.of("evidence.files-healthy"));
      case REPAIRED ->
          dism
              ? info(run, seen, "store-repaired", Message.of("evidence.store-repaired"))
              : info(run, seen, "files-repaired", filesRepaired(run));
      case REPAIRABLE ->
          dism
              ? error(
                  run,
                  seen,
                  "store-damaged",
                  Fix.DISM,
                  Message.of("evidence.store-damaged", FixText.of(Fix.DISM).howLong()))
              : error(run, seen, "files-damaged", Fix.SFC, Message.of("evidence.files-damaged"));
      case NOT_REPAIRABLE, PARTLY_REPAIRED ->
          dism
              ? notRepaired(run, seen)
              : error(
                  run,
                  seen,
                  "files-not-repaired",
                  Fix.DISM,
                  sentence(named(Message.of("evidence.files-not-repaired"), run))
                      .then(Message.of("evidence.store-first")));
      case RESTART_NEEDED ->
          warning("restart-needed", run, seen, Message.of("evidence.restart-needed", tool));
      case FAILED -> failed(run, seen, tool);
      case INCOMPLETE ->
          warning("run-incomplete", run, seen, Message.of("evidence.run-incomplete", tool));
      case SUCCEEDED -> Optional.empty();
    };
  }

  private static Message filesRepaired(ToolRun run) {
    return run.damage()
        .filter(damage -> damage.repaired() > 0)
        .map(damage -> Message.of("evidence.files-repaired.counted", damage.repaired()))
        .orElse(Message.of("evidence.files-repaired"));
  }

  /** Where damage was counted good copies were missing; else DISM itself gave the store up. */
  private static Optional<LogFinding> notRepaired(ToolRun run, Occurrences seen) {
    if (run.damage().isPresent()) {
      return error(
          run,
          seen,
          "store-not-repaired",
          Fix.DISM,
          bySource(sentence(damaged(Message.of("evidence.store-not-repaired"), run))));
    }
    return finding(
        "store-not-repairable",
        Severity.ERROR,
        run,
        seen,
        Optional.empty(),
        Message.of("evidence.store-not-repairable"));
  }

  /** A mounted image says nothing about the Windows of this PC, be it sound or damaged. */
  private Optional<LogFinding> ofImage(ToolRun run, Occurrences seen) {
    boolean wrong =
        switch (run.verdict()) {
          case HEALTHY, REPAIRED, SUCCEEDED -> false;
          default -> true;
        };
    Message outcome =
        withError(Message.of("evidence.of-image.is." + run.verdict().id()), run.error());
    return finding(
        "of-image",
        wrong ? Severity.WARNING : Severity.INFO,
        run,
        seen,
        Optional.empty(),
        Message.of("evidence.of-image", outcome));
  }

  private Optional<LogFinding> failed(ToolRun run, Occurrences seen, Message tool) {
    Optional<Family> family = run.error().map(Family::of);
    if (family.filter(Family.NOT_APPLICABLE::equals).isPresent()) {
      return warning(
          "refused",
          run,
          seen,
          Message.of("evidence.refused", asked(run), catalog.headline(run.error().get()))
              .then(catalog.known(run.error().get()).advice()));
    }
    if (run.command().equals("Add-Driver")) {
      return warning(
          "driver-not-added",
          run,
          seen,
          sentence(withError(Message.of("evidence.driver-not-added"), run.error()))
              .then(Message.of("evidence.look-at-driver")));
    }
    if (run.error().isEmpty() && run.command().equals("RestoreHealth")) {
      return error(
          run,
          seen,
          "source-missing",
          Fix.DISM,
          bySource(Message.of("evidence.no-good-copies-or-beyond-repair")));
    }
    if (run.error().filter(NOT_ELEVATED::equals).isPresent()) {
      return warning("not-elevated", run, seen, Message.of("evidence.not-elevated", tool));
    }
    if (family.filter(Family.SOURCE_MISSING::equals).isPresent()) {
      Message what =
          repairs(run)
              ? Message.of("evidence.no-good-copies")
              : Message.of("evidence.files-nowhere", asked(run));
      return error(
          run,
          seen,
          "source-missing",
          Fix.DISM,
          bySource(sentence(damaged(withError(what, run.error()), run))));
    }
    return finding(
        run.tool() == Tool.DISM ? "dism-failed" : "sfc-failed",
        Severity.ERROR,
        run,
        seen,
        run.error().flatMap(code -> catalog.known(code).fix()).flatMap(Fix::named),
        run.error()
            .map(
                code ->
                    Message.of("evidence.tool-failed", tool, catalog.headline(code))
                        .then(catalog.known(code).advice()))
            .orElse(Message.of("evidence.tool-failed.without-number", tool)));
  }

  private static boolean repairs(ToolRun run) {
    return Set.of("RestoreHealth", "Cleanup-Image", "CheckSUR", ToolRun.UNKNOWN_COMMAND)
        .contains(run.command());
  }

  private static Message asked(ToolRun run) {
    return run.command().equals(ToolRun.UNKNOWN_COMMAND)
        ? Message.of("evidence.what-it-was-asked")
        : Message.asIs(run.command());
  }

  private Message withError(Message said, Optional<HResult> error) {
    return error
        .map(code -> Message.of("evidence.with-error", said, catalog.headline(code)))
        .orElse(said);
  }

  private static Message sentence(Message said) {
    return Message.of("evidence.sentence", said);
  }

  private static Message bySource(Message said) {
    return said.then(Message.of("evidence.by-source"));
  }

  /** How much of the damage is left, and where. */
  private static Message damaged(Message said, ToolRun run) {
    return named(
        run.damage()
            .filter(damage -> damage.found() > 0)
            .map(damage -> Message.of("evidence.counted", said, damage.repaired(), damage.found()))
            .orElse(said),
        run);
  }

  private static Message named(Message said, ToolRun run) {
    List<Message> names =
        run.unrepaired().stream()
            .map(name -> name.contains("~") ? PackageName.of(name).inWords() : Message.asIs(name))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return said;
    }
    Message some =
        names.stream()
            .limit(MOST_NAMES)
            .reduce((all, next) -> Message.of("evidence.damaged.and", all, next))
            .orElseThrow();
    int more = names.size() - MOST_NAMES;
    return more > 0
        ? Message.of("evidence.damaged.and-more", said, some, more)
        : Message.of("evidence.damaged", said, some);
  }

  private static Optional<LogFinding> info(ToolRun run, Occurrences seen, String id, Message text) {
    return finding(id, Severity.INFO, run, seen, Optional.empty(), text);
  }

  private static Optional<LogFinding> warning(
      String id, ToolRun run, Occurrences seen, Message text) {
    return finding(id, Severity.WARNING, run, seen, Optional.empty(), text);
  }

  private static Optional<LogFinding> error(
      ToolRun run, Occurrences seen, String id, Fix fix, Message text) {
    return finding(id, Severity.ERROR, run, seen, Optional.of(fix), text);
  }

  private static Optional<LogFinding> finding(
      String id,
      Severity severity,
      ToolRun run,
      Occurrences seen,
      Optional<Fix> fix,
      Message text) {
    return Optional.of(
        new LogFinding(
            id,
            severity,
            run.error(),
            seen.count(),
            seen.first(),
            seen.last(),
            seen.lines(),
            fix,
            text));
  }
}
