package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.Explanation;
import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.evidence.LogFinding.Severity;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.evidence.PackageChange.Cause.Missing;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import app.regrip.evidence.UpdateHealth.Failures;
import app.regrip.repair.Fix;
import app.regrip.update.UpdateEvent.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the evidence of all files and says what follows from it. */
final class Conclusions {

  private static final int MOST_NOISE = 5;
  private static final int MOST_DOUBTS = 3;
  private static final String STORE_LACKS =
      "Windows has lost something that it builds updates from. Repair the component store, then"
          + " check for updates again. Run: regrip fix dism.";

  /** What a run says about something else than the health of Windows does not replace a verdict. */
  private static final Set<Verdict> ABOUT_HEALTH =
      Set.of(
          Verdict.HEALTHY,
          Verdict.REPAIRED,
          Verdict.REPAIRABLE,
          Verdict.NOT_REPAIRABLE,
          Verdict.PARTLY_REPAIRED);

  private final ErrorCatalog catalog;
  private final UpdateHealth windows = new UpdateHealth();

  /** WindowsUpdate.log, where failures of inner steps are everyday. */
  private final UpdateHealth inner = new UpdateHealth();

  private final Wellness well = new Wellness();
  private final Sightings apps = new Sightings();
  private final Map<Tool, List<SeenRun>> runs = new EnumMap<>(Tool.class);
  private final Map<HResult, Sightings> doubts = new LinkedHashMap<>();
  private final Map<String, Map<String, Sightings>> clues = new LinkedHashMap<>();

  /** A run that may still matter. */
  private record SeenRun(ToolRun run, Sightings seen) {}

  Conclusions(ErrorCatalog catalog) {
    this.catalog = catalog;
  }

  void event(String file, FileKind kind, String pc, LoggedEvent event) {
    if (!event.aboutWindows()) {
      if (event.outcome() == Outcome.FAILED) {
        apps.add(file, event.line(), event.time());
      }
    } else if (kind == FileKind.WINDOWS_UPDATE_LOG && event.operation() == Operation.OTHER) {
      inner.add(file, pc, event);
    } else {
      windows.add(file, pc, event);
      well.event(file, event);
    }
  }

  void change(String file, String pc, PackageChange change) {
    windows.add(file, pc, change);
    well.event(file, change.event());
  }

  /** A verdict on health replaces all earlier ones of its tool; equal failures are counted. */
  void run(String file, FileKind kind, ToolRun run) {
    well.run(file, kind, run);
    List<SeenRun> seen = runs.computeIfAbsent(run.tool(), tool -> new ArrayList<>());
    if (run.verdict() == Verdict.SUCCEEDED) {
      return;
    }
    Optional<SeenRun> same =
        seen.stream()
            .filter(s -> s.run.verdict() == run.verdict() && s.run.error().equals(run.error()))
            .findFirst();
    Sightings sightings = same.map(SeenRun::seen).orElseGet(Sightings::new);
    sightings.add(file, run.line(), run.time());
    if (ABOUT_HEALTH.contains(run.verdict())) {
      seen.clear();
    } else {
      same.ifPresent(seen::remove);
    }
    if (seen.size() < MOST_NOISE) {
      seen.add(new SeenRun(run, sightings));
    }
  }

  /** An error number of a text that nothing in it explains. */
  void doubt(String file, long line, HResult code) {
    if (doubts.size() < MOST_DOUBTS || doubts.containsKey(code)) {
      doubts.computeIfAbsent(code, c -> new Sightings()).add(file, line, Optional.empty());
    }
  }

  void clue(String file, Clue clue) {
    if (clue.id().equals(Clue.SERVICE_RUNNING)) {
      well.service(file, clue);
      return;
    }
    Map<String, Sightings> subjects = clues.computeIfAbsent(clue.id(), id -> new LinkedHashMap<>());
    if (subjects.size() < 100 || subjects.containsKey(clue.subject())) {
      subjects
          .computeIfAbsent(clue.subject(), subject -> new Sightings())
          .add(file, clue.line(), clue.time());
    }
  }

  /**
   * The most important first.
   *
   * @param allRead whether every log told something
   */
  List<LogFinding> findings(boolean allRead) {
    List<LogFinding> findings = new ArrayList<>();
    windows.failures().forEach(same -> findings.add(failure(same)));
    ToolFindings tools = new ToolFindings(catalog);
    runs.values()
        .forEach(
            seen ->
                seen.stream()
                    .filter(s -> !isToldByServicing(s.run()))
                    .forEach(s -> tools.of(s.run(), s.seen()).ifPresent(findings::add)));
    clues.forEach(
        (id, subjects) -> subjects.forEach((subject, seen) -> findings.add(of(id, subject, seen))));
    innerFailures(findings);
    if (apps.count() > 0) {
      findings.add(
          info(
              "not-windows",
              apps,
              "Apps of the Microsoft Store or other programs failed "
                  + times(apps.count())
                  + ". That is not the fault of Windows Update, and Windows' own updates do not"
                  + " depend on it."));
    }
    if (findings.stream().allMatch(f -> f.severity() == Severity.INFO)) {
      findings.add(0, inSum(allRead));
    }
    if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
      doubts.forEach((code, seen) -> findings.add(doubt(code, seen)));
    }
    findings.sort(
        Comparator.comparing(LogFinding::severity)
            .thenComparing(f -> !f.id().equals(LogFinding.NOTHING_WRONG))
            .thenComparing(f -> !f.code().equals(Optional.of(HResult.INVALID_HANDLE))));
    return List.copyOf(findings);
  }

  /** DISM hands on what servicing stumbled over: that is one failure, and CBS.log knows it best. */
  private boolean isToldByServicing(ToolRun run) {
    return run.verdict() == Verdict.FAILED
        && run.error().isPresent()
        && windows.failures().stream()
            .anyMatch(same -> same.story.isPresent() && same.code.equals(run.error()));
  }

  private LogFinding doubt(HResult code, Sightings seen) {
    return new LogFinding(
        "unexplained-error",
        Severity.WARNING,
        Optional.of(code),
        seen.count(),
        seen.first(),
        seen.last(),
        seen.lines(),
        Optional.empty(),
        catalog.headline(code).english()
            + ": this error stands in the text, and nothing else in it tells what failed. "
            + Explanation.of(code, catalog).advice().english());
  }

  private LogFinding inSum(boolean allRead) {
    if (!doubts.isEmpty()) {
      return warning(
          LogFinding.CANNOT_TELL,
          "These files do not tell whether updates work: an error stands in them that belongs to"
              + " nothing that could be read"
              + (well.isEmpty() ? "." : ". The rest is well: " + well.inWords() + "."));
    }
    if (well.isEmpty()) {
      return warning(
          LogFinding.CANNOT_TELL,
          "These files do not tell whether updates work: nothing in them failed for good, and"
              + " nothing in them worked. To be sure, send the events of Windows Update"
              + " (System.evtx) as well.");
    }
    if (!allRead) {
      return warning(
          LogFinding.CANNOT_TELL,
          "What could be read is well: "
              + well.inWords()
              + ". But from one of the logs nothing could be read, so this is not certain.");
    }
    return info(
        LogFinding.NOTHING_WRONG,
        new Sightings(),
        "These files show nothing that stands in the way of updates"
            + (windows.pcs().isEmpty() ? "" : " of " + String.join(", ", windows.pcs()))
            + ". Seen to be well: "
            + well.inWords()
            + ".");
  }

  private LogFinding failure(Failures same) {
    boolean healed = windows.isHealed(same);
    boolean handle = same.code.filter(HResult.INVALID_HANDLE::equals).isPresent();
    boolean onlySearched = same.operations.equals(Set.of(Operation.SEARCH));
    boolean once = onlySearched && same.incidents.count() == 1 && !handle;
    String what = same.story.map(story -> told(story, same)).orElseGet(() -> counted(same));
    if (healed) {
      return finding(
          "healed",
          Severity.INFO,
          same,
          Optional.empty(),
          what + "It worked again later, so there is nothing to do.");
    }
    if (once) {
      return finding(
          "search-failed-once",
          Severity.WARNING,
          same,
          Optional.empty(),
          what + "One failed search is no fault yet. " + advice(same));
    }
    if (same.code.map(Family::of).filter(Family.NOT_APPLICABLE::equals).isPresent()) {
      return finding("refused", Severity.WARNING, same, Optional.empty(), what + advice(same));
    }
    if (same.story.flatMap(PackageChange::cause).filter(Missing.class::isInstance).isPresent()) {
      return finding(
          "update-failure", Severity.ERROR, same, Optional.of(Fix.DISM), what + STORE_LACKS);
    }
    Optional<Fix> fix = handle ? Optional.of(handleFix()) : same.code.flatMap(this::remedy);
    return finding(
        "update-failure",
        Severity.ERROR,
        same,
        fix,
        what + advice(same) + fix.map(f -> " Run: regrip fix " + f.commandName() + ".").orElse(""));
  }

  private String told(PackageChange story, Failures same) {
    long count = same.incidents.count();
    return new ChangeSentence(catalog).of(story)
        + (count == 1 ? ". " : ". That error was seen " + times(count) + ". ");
  }

  private String counted(Failures same) {
    return same.code
            .map(code -> catalog.headline(code).english())
            .orElse("A failure without an error number")
        + ": "
        + verb(same)
        + " failed "
        + times(same.incidents.count())
        + (same.title.isEmpty() ? "" : ", last of \"" + shortened(same.title) + "\"")
        + ". ";
  }

  private Optional<Fix> remedy(HResult code) {
    return catalog.known(code).fix().flatMap(Fix::named);
  }

  /** The service in a process of its own is the cause that is known. */
  private Fix handleFix() {
    return clues.containsKey(Clue.OWN_PROCESS) ? Fix.SHARE_PROCESS : Fix.ALL;
  }

  private String advice(Failures same) {
    return same.code
        .map(code -> Explanation.of(code, catalog).advice().english())
        .orElse("Restart the PC and check for updates again.");
  }

  private static String verb(Failures same) {
    if (same.operations.size() != 1) {
      return "updating";
    }
    return switch (same.operations.iterator().next()) {
      case SEARCH -> "searching for updates";
      case DOWNLOAD -> "downloading";
      case INSTALL -> "installing";
      case UNINSTALL -> "removing an update";
      case OTHER -> "a part of Windows that updates need";
    };
  }

  private static String shortened(String title) {
    return title.length() <= 80 ? title : title.substring(0, 79) + "…";
  }

  private void innerFailures(List<LogFinding> findings) {
    List<Failures> most =
        inner.failures().stream().sorted(Comparator.comparing(same -> -same.seen.count())).toList();
    int listed = 0;
    for (Failures same : most) {
      if (windows.knows(same.code)) {
        continue;
      }
      boolean handle = same.code.filter(HResult.INVALID_HANDLE::equals).isPresent();
      if (handle) {
        findings.add(
            finding(
                "inner-failure",
                Severity.WARNING,
                same,
                Optional.of(handleFix()),
                catalog.headline(HResult.INVALID_HANDLE).english()
                    + ": WindowsUpdate.log has it "
                    + times(same.seen.count())
                    + ". If updates fail, run: regrip fix "
                    + handleFix().commandName()
                    + "."));
      } else if (listed++ < MOST_NOISE) {
        findings.add(
            finding(
                "inner-failure",
                Severity.INFO,
                same,
                Optional.empty(),
                same.code
                        .map(code -> catalog.headline(code).english())
                        .orElse("A failure without a number")
                    + ": an inner step failed "
                    + times(same.seen.count())
                    + " in WindowsUpdate.log. Healthy PCs have such lines too; by themselves they"
                    + " prove nothing."));
      }
    }
  }

  private static LogFinding of(String id, String subject, Sightings seen) {
    String service = subject.isEmpty() ? "A service" : "The service " + subject;
    return switch (id) {
      case Clue.OWN_PROCESS ->
          new LogFinding(
              id,
              Severity.ERROR,
              Optional.of(HResult.INVALID_HANDLE),
              seen.count(),
              seen.first(),
              seen.last(),
              seen.lines(),
              Optional.of(Fix.SHARE_PROCESS),
              "The Windows Update service is set to run in a process of its own. That is a known"
                  + " cause of 0x80070006. Set it back: regrip fix share-process.");
      case Clue.SERVICE_DISABLED ->
          new LogFinding(
              id,
              Severity.ERROR,
              Optional.empty(),
              seen.count(),
              seen.first(),
              seen.last(),
              seen.lines(),
              Optional.of(Fix.RESET),
              service
                  + " is disabled, and updates need it. A tune-up program may have done it. Enable"
                  + " it again: regrip fix reset.");
      case Clue.SERVICE_MISSING ->
          new LogFinding(
              id,
              Severity.ERROR,
              Optional.empty(),
              seen.count(),
              seen.first(),
              seen.last(),
              seen.lines(),
              Optional.empty(),
              service
                  + " does not exist on this PC, and updates need it. Repair Windows with its"
                  + " installation medium, keeping files and programs.");
      case Clue.WSUS ->
          info(
              id,
              seen,
              "Updates come from a server of an organisation (WSUS). Which updates it offers is"
                  + " decided there; ask whoever manages this PC.");
      default -> info(id, seen, service + ": " + id + ".");
    };
  }

  /** Needed only where the logs are of more PCs than one. */
  private String where(Failures same) {
    return windows.pcs().size() > 1 && !same.pcs.isEmpty()
        ? "On " + String.join(", ", same.pcs) + ": "
        : "";
  }

  private LogFinding finding(
      String id, Severity severity, Failures same, Optional<Fix> fix, String text) {
    return new LogFinding(
        id,
        severity,
        same.code,
        same.incidents.count(),
        same.seen.first(),
        same.seen.last(),
        same.seen.lines(),
        fix,
        where(same) + text);
  }

  private static LogFinding warning(String id, String text) {
    return new LogFinding(
        id,
        Severity.WARNING,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        text);
  }

  private static LogFinding info(String id, Sightings seen, String text) {
    return new LogFinding(
        id,
        Severity.INFO,
        Optional.empty(),
        seen.count(),
        seen.first(),
        seen.last(),
        seen.lines(),
        Optional.empty(),
        text);
  }

  private static String times(long count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }
}
