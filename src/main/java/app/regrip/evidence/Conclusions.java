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
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the evidence of all files and says what follows from it. */
final class Conclusions {

  private static final int LONGEST_TITLE = 80;
  private static final Pattern NUMBER = Pattern.compile("\\(?KB ?[0-9]{6,8}\\)?");
  private static final int MOST_NOISE = 5;
  private static final int MOST_DOUBTS = 3;

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
  private final Occurrences apps = new Occurrences();

  /** The last error of an app. */
  private Optional<HResult> appError = Optional.empty();

  private final Map<Place, List<SeenRun>> runs = new LinkedHashMap<>();
  private final Occurrences complaints = new Occurrences();

  /** The first complaint. */
  private String complained = "";

  /** What a search came to that somebody asked for. */
  private final Set<HResult> asked = new HashSet<>();

  private final Map<HResult, Occurrences> doubts = new LinkedHashMap<>();
  private final Map<String, Map<String, Occurrences>> clues = new LinkedHashMap<>();
  private final Map<String, HResult> serviceErrors = new LinkedHashMap<>();

  /**
   * @param pc its name; empty where the text does not tell
   */
  private record Place(Tool tool, String pc) {}

  /** A run that may still matter. */
  private record SeenRun(ToolRun run, Occurrences seen) {}

  Conclusions(ErrorCatalog catalog) {
    this.catalog = catalog;
  }

  void event(String file, FileKind kind, String pc, LoggedEvent event) {
    if (!event.aboutWindows()) {
      if (event.outcome() == Outcome.FAILED) {
        apps.add(file, event.line(), event.time());
        event.error().ifPresent(code -> appError = Optional.of(code));
      }
    } else if (kind == FileKind.WINDOWS_UPDATE_LOG && event.operation() == Operation.OTHER) {
      inner.add(file, pc, event);
    } else {
      windows.add(file, pc, event);
      well.event(file, event);
    }
  }

  /** A search failed so that somebody asked for: that it did so once is enough. */
  void asked(HResult error) {
    asked.add(error);
  }

  void change(String file, String pc, PackageChange change) {
    windows.add(file, pc, change);
    well.event(file, change.event());
  }

  /** A verdict on health replaces all earlier ones of its tool on its PC; equal failures count. */
  void run(String file, FileKind kind, ToolRun run) {
    well.run(file, kind, run);
    List<SeenRun> seen =
        runs.computeIfAbsent(new Place(run.tool(), run.pc()), place -> new ArrayList<>());
    if (run.verdict() == Verdict.SUCCEEDED) {
      return;
    }
    Optional<SeenRun> same =
        seen.stream()
            .filter(s -> s.run.verdict() == run.verdict() && s.run.error().equals(run.error()))
            .findFirst();
    Occurrences sightings = same.map(SeenRun::seen).orElseGet(Occurrences::new);
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

  /** Words of a text that complain about updates and that nothing in it explains. */
  void complaint(String file, long line, String text) {
    complained = complained.isEmpty() ? text : complained;
    complaints.add(file, line, Optional.empty());
  }

  /** An error number of a text that nothing in it explains. */
  void doubt(String file, long line, HResult code) {
    if (doubts.size() < MOST_DOUBTS || doubts.containsKey(code)) {
      doubts.computeIfAbsent(code, c -> new Occurrences()).add(file, line, Optional.empty());
    }
  }

  void clue(String file, Hint clue) {
    if (clue.id().equals(Hint.SERVICE_RUNNING)) {
      well.service(file, clue);
      return;
    }
    Map<String, Occurrences> subjects =
        clues.computeIfAbsent(clue.id(), id -> new LinkedHashMap<>());
    if (subjects.size() < 100 || subjects.containsKey(clue.subject())) {
      subjects
          .computeIfAbsent(clue.subject(), subject -> new Occurrences())
          .add(file, clue.line(), clue.time());
      clue.code().ifPresent(code -> serviceErrors.put(clue.subject(), code));
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
                    .forEach(
                        s ->
                            tools
                                .of(s.run(), s.seen())
                                .map(found -> found.on(whereRan(s.run())))
                                .ifPresent(findings::add)));
    clues.forEach(
        (id, subjects) -> subjects.forEach((subject, seen) -> findings.add(of(id, subject, seen))));
    innerFailures(findings);
    if (apps.count() > 0) {
      findings.add(notWindows());
    }
    if (findings.stream().allMatch(f -> f.severity() == Severity.INFO)) {
      findings.add(0, inSum(allRead));
    }
    if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
      doubts.forEach((code, seen) -> findings.add(doubt(code, seen)));
      if (complaints.count() > 0) {
        findings.add(complaint());
      }
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

  /** The PC a run was on, where the text is of more than one. */
  private String whereRan(ToolRun run) {
    long places = runs.keySet().stream().map(Place::pc).distinct().count();
    return places > 1 ? run.pc() : "";
  }

  private LogFinding doubt(HResult code, Occurrences seen) {
    return new LogFinding(
        "unexplained-error",
        Severity.WARNING,
        Optional.of(code),
        seen.count(),
        seen.first(),
        seen.last(),
        seen.lines(),
        Optional.empty(),
        Message.of("evidence.unexplained", catalog.headline(code))
            .then(Explanation.of(code, catalog).advice()));
  }

  private LogFinding complaint() {
    return new LogFinding(
        "unexplained-complaint",
        Severity.WARNING,
        Optional.empty(),
        complaints.count(),
        complaints.first(),
        complaints.last(),
        complaints.lines(),
        Optional.empty(),
        Message.of("evidence.complaint", complained));
  }

  private LogFinding inSum(boolean allRead) {
    if (!doubts.isEmpty()) {
      return warning(
          LogFinding.CANNOT_TELL,
          Message.of("evidence.cannot-tell.error")
              .then(
                  well.isEmpty()
                      ? Message.NONE
                      : Message.of("evidence.cannot-tell.rest-is-well", well.inWords())));
    }
    if (well.isEmpty()) {
      return warning(
          LogFinding.CANNOT_TELL,
          Message.of(
              windows.seemToWork()
                  ? "evidence.cannot-tell.unsure-words"
                  : "evidence.cannot-tell.nothing"));
    }
    if (!allRead) {
      return warning(
          LogFinding.CANNOT_TELL, Message.of("evidence.cannot-tell.not-all-read", well.inWords()));
    }
    if (complaints.count() > 0) {
      return warning(
          LogFinding.CANNOT_TELL, Message.of("evidence.cannot-tell.complaint", well.inWords()));
    }
    if (apps.count() > 0 && !well.sawUpdates()) {
      return warning(
          LogFinding.CANNOT_TELL, Message.of("evidence.cannot-tell.programs", well.inWords()));
    }
    Message nothingWrong =
        windows.pcs().isEmpty()
            ? Message.of("evidence.nothing-wrong")
            : Message.of("evidence.nothing-wrong.of", String.join(", ", windows.pcs()));
    return info(
        LogFinding.NOTHING_WRONG,
        new Occurrences(),
        nothingWrong.then(Message.of("evidence.seen-to-be-well", well.inWords())));
  }

  private LogFinding notWindows() {
    Message what = Message.of("evidence.not-windows", apps.count());
    return new LogFinding(
        "not-windows",
        Severity.INFO,
        appError,
        apps.count(),
        apps.first(),
        apps.last(),
        apps.lines(),
        Optional.empty(),
        appError
            .map(catalog::headline)
            .map(error -> what.then(Message.of("evidence.not-windows.last", error)))
            .orElse(what));
  }

  private LogFinding failure(Failures same) {
    boolean healed = windows.isHealed(same);
    boolean handle = same.code.filter(HResult.INVALID_HANDLE::equals).isPresent();
    boolean onlySearched = same.operations.equals(Set.of(Operation.SEARCH));
    boolean wasAsked = same.code.filter(asked::contains).isPresent();
    boolean once = onlySearched && same.incidents.count() == 1 && !handle && !wasAsked;
    Message what = same.story.map(story -> told(story, same)).orElseGet(() -> counted(same));
    if (healed) {
      return finding(
          "healed",
          Severity.INFO,
          same,
          Optional.empty(),
          what.then(Message.of("evidence.worked-again")));
    }
    if (windows.mayBeHealed(same)) {
      return finding(
          "perhaps-healed",
          Severity.WARNING,
          same,
          Optional.empty(),
          Message.sentences(what, Message.of("evidence.worked-sometime"), advice(same)));
    }
    if (once) {
      return finding(
          "search-failed-once",
          Severity.WARNING,
          same,
          Optional.empty(),
          Message.sentences(what, Message.of("evidence.one-search"), advice(same)));
    }
    if (same.code.map(Family::of).filter(Family.NOT_APPLICABLE::equals).isPresent()) {
      return finding("refused", Severity.WARNING, same, Optional.empty(), what.then(advice(same)));
    }
    if (same.story.flatMap(PackageChange::cause).filter(Missing.class::isInstance).isPresent()) {
      return finding(
          "update-failure",
          Severity.ERROR,
          same,
          Optional.of(Fix.DISM),
          what.then(Message.of("evidence.store-lacks")));
    }
    Optional<Fix> fix = handle ? Optional.of(handleFix()) : same.code.flatMap(this::remedy);
    return finding(
        "update-failure",
        Severity.ERROR,
        same,
        fix,
        Message.sentences(
            what,
            advice(same),
            fix.map(f -> Message.of("evidence.run", f.commandName())).orElse(Message.NONE)));
  }

  private Message told(PackageChange story, Failures same) {
    Message sentence = Message.of("evidence.sentence", new ChangeSentence(catalog).of(story));
    long count = same.incidents.count();
    return count == 1 ? sentence : sentence.then(Message.of("evidence.seen-often", count));
  }

  private Message counted(Failures same) {
    Message error =
        same.code.map(catalog::headline).orElse(Message.of("evidence.failed.without-number"));
    long count = same.incidents.count();
    return same.title.isEmpty()
        ? Message.of("evidence.failed", error, what(same), count)
        : Message.of("evidence.failed.of", error, what(same), count, shortened(same.title));
  }

  private Optional<Fix> remedy(HResult code) {
    return catalog.known(code).fix().flatMap(Fix::named);
  }

  /** The service in a process of its own is the cause that is known. */
  private Fix handleFix() {
    return clues.containsKey(Hint.OWN_PROCESS) ? Fix.SHARE_PROCESS : Fix.ALL;
  }

  private Message advice(Failures same) {
    return same.code
        .map(code -> Explanation.of(code, catalog).advice())
        .orElse(Message.of("evidence.restart-and-check"));
  }

  private static Message what(Failures same) {
    if (same.operations.size() != 1) {
      return Message.of("evidence.failed.what.several");
    }
    return switch (same.operations.iterator().next()) {
      case SEARCH -> Message.of("evidence.failed.what.search");
      case DOWNLOAD -> Message.of("evidence.failed.what.download");
      case INSTALL -> Message.of("evidence.failed.what.install");
      case UNINSTALL -> Message.of("evidence.failed.what.uninstall");
      case OTHER -> Message.of("evidence.failed.what.other");
    };
  }

  /** The number of the update, which is what people look for, mostly ends its title. */
  private static String shortened(String title) {
    if (title.length() <= LONGEST_TITLE) {
      return title;
    }
    Matcher number = NUMBER.matcher(title);
    String kept = number.find() && number.end() > LONGEST_TITLE ? " " + number.group() : "";
    return title.substring(0, LONGEST_TITLE - 1 - kept.length()).strip() + "…" + kept;
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
                Message.of(
                    "evidence.inner.handle",
                    catalog.headline(HResult.INVALID_HANDLE),
                    same.seen.count(),
                    handleFix().commandName())));
      } else if (listed++ < MOST_NOISE) {
        findings.add(
            finding(
                "inner-failure",
                Severity.INFO,
                same,
                Optional.empty(),
                Message.of(
                    "evidence.inner",
                    same.code
                        .map(catalog::headline)
                        .orElse(Message.of("evidence.inner.without-number")),
                    same.seen.count())));
      }
    }
  }

  private LogFinding of(String id, String subject, Occurrences seen) {
    return switch (id) {
      case Hint.OWN_PROCESS ->
          new LogFinding(
              id,
              Severity.ERROR,
              Optional.of(HResult.INVALID_HANDLE),
              seen.count(),
              seen.first(),
              seen.last(),
              seen.lines(),
              Optional.of(Fix.SHARE_PROCESS),
              Message.of("evidence.own-process"));
      case Hint.SERVICE_DISABLED ->
          new LogFinding(
              id,
              Severity.ERROR,
              Optional.empty(),
              seen.count(),
              seen.first(),
              seen.last(),
              seen.lines(),
              Optional.of(Fix.RESET),
              subject.isEmpty()
                  ? Message.of("evidence.service-disabled.unnamed")
                  : Message.of("evidence.service-disabled", subject));
      case Hint.SERVICE_MISSING ->
          new LogFinding(
              id,
              Severity.ERROR,
              Optional.empty(),
              seen.count(),
              seen.first(),
              seen.last(),
              seen.lines(),
              Optional.empty(),
              subject.isEmpty()
                  ? Message.of("evidence.service-missing.unnamed")
                  : Message.of("evidence.service-missing", subject));
      case Hint.SERVICE_FAILED -> serviceFailed(subject, seen);
      case Hint.WSUS -> info(id, seen, Message.of("evidence.wsus"));
      default -> throw new IllegalArgumentException("nothing follows from " + id);
    };
  }

  private LogFinding serviceFailed(String service, Occurrences seen) {
    Optional<HResult> code = Optional.ofNullable(serviceErrors.get(service));
    Message what = Message.of("evidence.service-failed", service);
    return new LogFinding(
        Hint.SERVICE_FAILED,
        Severity.ERROR,
        code,
        seen.count(),
        seen.first(),
        seen.last(),
        seen.lines(),
        Optional.of(Fix.RESET),
        Message.of(
                "evidence.sentence",
                code.map(catalog::headline)
                    .map(error -> Message.of("evidence.with-error", what, error))
                    .orElse(what))
            .then(Message.of("evidence.run", Fix.RESET.commandName())));
  }

  /** Needed only where the logs are of more PCs than one. */
  private Message where(Failures same, Message text) {
    return windows.pcs().size() > 1 && !same.pcs.isEmpty()
        ? Message.of("evidence.on-pc", String.join(", ", same.pcs), text)
        : text;
  }

  private LogFinding finding(
      String id, Severity severity, Failures same, Optional<Fix> fix, Message text) {
    return new LogFinding(
        id,
        severity,
        same.code,
        same.incidents.count(),
        same.seen.first(),
        same.seen.last(),
        same.seen.lines(),
        fix,
        where(same, text));
  }

  private static LogFinding warning(String id, Message text) {
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

  private static LogFinding info(String id, Occurrences seen, Message text) {
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
}
