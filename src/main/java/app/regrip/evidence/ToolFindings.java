package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.evidence.LogFinding.Severity;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the last word of DISM or of the System File Checker means. */
final class ToolFindings {

  private static final HResult NOT_ELEVATED = HResult.ofWin32(740);

  private static final String BY_SOURCE =
      " Repair with an installation medium of the same Windows version as source: regrip fix dism"
          + " --source=E:1 (the drive of the medium, and the number of the edition on it).";

  private final ErrorCatalog catalog;

  ToolFindings(ErrorCatalog catalog) {
    this.catalog = catalog;
  }

  /** Empty where the run says nothing about health. */
  Optional<LogFinding> of(ToolRun run, Sightings seen) {
    if (run.ofImage()) {
      return ofImage(run, seen);
    }
    boolean dism = run.tool() == Tool.DISM;
    String tool = dism ? "DISM" : "The system file check (SFC)";
    return switch (run.verdict()) {
      case HEALTHY ->
          info(
              run,
              seen,
              dism ? "store-healthy" : "files-healthy",
              dism
                  ? "The component store of Windows, from which updates are built, is not damaged."
                  : "The system file check found all files of Windows as they should be.");
      case REPAIRED ->
          info(
              run,
              seen,
              dism ? "store-repaired" : "files-repaired",
              dism
                  ? "DISM repaired the component store. Check for updates again."
                  : "The system file check repaired damaged files"
                      + run.damage()
                          .filter(damage -> damage.repaired() > 0)
                          .map(damage -> " (" + damage.repaired() + ")")
                          .orElse("")
                      + ". Check for updates again.");
      case REPAIRABLE ->
          error(
              run,
              seen,
              dism ? "store-damaged" : "files-damaged",
              dism ? Fix.DISM : Fix.SFC,
              dism
                  ? "The component store of Windows is damaged and can be repaired: regrip fix"
                      + " dism. It takes "
                      + FixText.of(Fix.DISM).howLong().english()
                      + " and keeps your files as they are."
                  : "System files are damaged; they were only looked at. Repair them: regrip fix"
                      + " sfc.");
      case NOT_REPAIRABLE, PARTLY_REPAIRED ->
          dism
              ? notRepaired(run, seen)
              : error(
                  run,
                  seen,
                  "files-not-repaired",
                  Fix.DISM,
                  "The system file check could not repair all damaged files"
                      + named(run)
                      + ". Repair the component store first, where it takes good copies from:"
                      + " regrip fix dism, then regrip fix sfc.");
      case RESTART_NEEDED ->
          finding(
              "restart-needed",
              Severity.WARNING,
              run,
              seen,
              Optional.empty(),
              tool
                  + " needs a restart before it can go on. Save your work, restart the PC, then"
                  + " run it again.");
      case FAILED -> failed(run, seen, tool);
      case INCOMPLETE ->
          finding(
              "run-incomplete",
              Severity.WARNING,
              run,
              seen,
              Optional.empty(),
              tool
                  + " did not come to its end in this text, so its result is not known. Let it"
                  + " finish and send the whole output.");
      case SUCCEEDED -> Optional.empty();
    };
  }

  /** Where damage was counted good copies were missing; else DISM itself gave the store up. */
  private static Optional<LogFinding> notRepaired(ToolRun run, Sightings seen) {
    if (run.damage().isPresent()) {
      return error(
          run,
          seen,
          "store-not-repaired",
          Fix.DISM,
          "The component store of Windows is damaged, and not all of it could be repaired"
              + counted(run)
              + named(run)
              + "."
              + BY_SOURCE);
    }
    return finding(
        "store-not-repairable",
        Severity.ERROR,
        run,
        seen,
        Optional.empty(),
        "The component store is too damaged for a repair in place. Back up your files and repair"
            + " Windows with its installation medium, keeping files and programs.");
  }

  private static String counted(ToolRun run) {
    return run.damage()
        .filter(damage -> damage.found() > 0)
        .map(damage -> ", " + damage.repaired() + " of " + damage.found() + " repaired")
        .orElse("");
  }

  /** A mounted image says nothing about the Windows of this PC, be it sound or damaged. */
  private Optional<LogFinding> ofImage(ToolRun run, Sightings seen) {
    boolean wrong =
        switch (run.verdict()) {
          case HEALTHY, REPAIRED, SUCCEEDED -> false;
          default -> true;
        };
    String outcome = run.verdict().id().replace('-', ' ');
    return finding(
        "of-image",
        wrong ? Severity.WARNING : Severity.INFO,
        run,
        seen,
        Optional.empty(),
        "DISM worked on an image, not on the Windows of this PC, so this says nothing about updates"
            + " here. What it came to: "
            + outcome
            + run.error().map(code -> " (" + catalog.headline(code).english() + ")").orElse("")
            + ".");
  }

  private Optional<LogFinding> failed(ToolRun run, Sightings seen, String tool) {
    Optional<Family> family = run.error().map(Family::of);
    if (family.filter(Family.NOT_APPLICABLE::equals).isPresent()) {
      return finding(
          "refused",
          Severity.WARNING,
          run,
          seen,
          Optional.empty(),
          "DISM refused "
              + asked(run)
              + ": "
              + catalog.headline(run.error().get()).english()
              + ". "
              + catalog.known(run.error().get()).advice().english());
    }
    if (run.command().equals("Add-Driver")) {
      return finding(
          "driver-not-added",
          Severity.WARNING,
          run,
          seen,
          Optional.empty(),
          "DISM could not add a driver"
              + run.error().map(code -> " (" + catalog.headline(code).english() + ")").orElse("")
              + ". Look whether all files of the driver are there and are meant for this Windows;"
              + " Windows Update is not at fault.");
    }
    if (run.error().isEmpty() && run.command().equals("RestoreHealth")) {
      return error(
          run,
          seen,
          "source-missing",
          Fix.DISM,
          "DISM could not repair the component store: good copies of the damaged files were not"
              + " found, or it is beyond repair."
              + BY_SOURCE);
    }
    if (run.error().filter(NOT_ELEVATED::equals).isPresent()) {
      return finding(
          "not-elevated",
          Severity.WARNING,
          run,
          seen,
          Optional.empty(),
          tool
              + " was not started as an administrator, so it checked nothing. Run it again from a"
              + " command prompt opened with \"Run as administrator\".");
    }
    if (run.error().map(Family::of).filter(Family.SOURCE_MISSING::equals).isPresent()) {
      return error(
          run,
          seen,
          "source-missing",
          Fix.DISM,
          (repairs(run)
                  ? "DISM found no good copies of the damaged files ("
                  : "DISM found the files for " + asked(run) + " nowhere (")
              + catalog.headline(run.error().get()).english()
              + ")"
              + counted(run)
              + named(run)
              + "."
              + BY_SOURCE);
    }
    String why =
        run.error()
            .map(
                code ->
                    catalog.headline(code).english()
                        + ". "
                        + catalog.known(code).advice().english())
            .orElse("It gave no error number; its log tells more.");
    return finding(
        run.tool() == Tool.DISM ? "dism-failed" : "sfc-failed",
        Severity.ERROR,
        run,
        seen,
        run.error().flatMap(code -> catalog.known(code).fix()).flatMap(Fix::named),
        tool + " failed: " + why);
  }

  private static boolean repairs(ToolRun run) {
    return Set.of("RestoreHealth", "Cleanup-Image", "CheckSUR", ToolRun.UNKNOWN_COMMAND)
        .contains(run.command());
  }

  private static String asked(ToolRun run) {
    return run.command().equals(ToolRun.UNKNOWN_COMMAND) ? "what it was asked" : run.command();
  }

  private static String named(ToolRun run) {
    List<String> names =
        run.unrepaired().stream()
            .map(name -> name.contains("~") ? PackageName.inWords(name) : name)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    int count = names.size();
    String some = String.join(", ", names.subList(0, Math.min(5, count)));
    return " (damaged: " + some + (count > 5 ? " and " + (count - 5) + " more)" : ")");
  }

  private static Optional<LogFinding> info(ToolRun run, Sightings seen, String id, String text) {
    return finding(id, Severity.INFO, run, seen, Optional.empty(), text);
  }

  private static Optional<LogFinding> error(
      ToolRun run, Sightings seen, String id, Fix fix, String text) {
    return finding(id, Severity.ERROR, run, seen, Optional.of(fix), text);
  }

  private static Optional<LogFinding> finding(
      String id, Severity severity, ToolRun run, Sightings seen, Optional<Fix> fix, String text) {
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
