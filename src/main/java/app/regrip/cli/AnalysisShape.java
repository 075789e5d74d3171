package app.regrip.cli;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis;
import app.regrip.evidence.FileKind;
import app.regrip.evidence.FileReport;
import app.regrip.evidence.LogFinding;
import app.regrip.evidence.LogTime;
import app.regrip.evidence.LoggedEvent;
import app.regrip.evidence.Problem;
import app.regrip.evidence.ToolRun;
import app.regrip.repair.Fix;
import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code analyze --json}: one document. Unlike elsewhere every key is always there, and null says
 * that the log does not tell. Moments are ISO 8601, with an offset where the log has one.
 */
record AnalysisShape(List<FileShape> files, List<FindingShape> findings)
    implements JsonShapes.Shape {

  record FileShape(
      String file,
      String kind,
      List<EventShape> events,
      List<RunShape> runs,
      List<String> problems) {}

  record EventShape(
      String time, String operation, String outcome, String error, String title, long line) {}

  record RunShape(
      String tool,
      String command,
      String verdict,
      Double progress,
      String error,
      String time,
      long line,
      List<String> unrepaired) {}

  record FindingShape(
      String id,
      String severity,
      String code,
      long count,
      String first,
      String last,
      List<String> evidence,
      String fix,
      String text) {}

  @Override
  public String type() {
    return "analysis";
  }

  static AnalysisShape of(Analysis.Result result) {
    return new AnalysisShape(
        result.files().stream().map(AnalysisShape::file).toList(),
        result.findings().stream().map(AnalysisShape::finding).toList());
  }

  private static FileShape file(FileReport report) {
    return new FileShape(
        report.file(),
        report.kind().id(),
        report.events().stream().map(AnalysisShape::event).toList(),
        report.runs().stream().map(AnalysisShape::run).toList(),
        report.problems().stream()
            .map(problem -> problem(report.kind(), problem).english())
            .toList());
  }

  private static EventShape event(LoggedEvent event) {
    return new EventShape(
        time(event.time()),
        event.operation().name().toLowerCase(Locale.ROOT),
        event.outcome().name().toLowerCase(Locale.ROOT),
        code(event.error()),
        event.title().orElse(null),
        event.line());
  }

  private static RunShape run(ToolRun run) {
    return new RunShape(
        run.tool().name().toLowerCase(Locale.ROOT),
        run.command(),
        run.verdict().id(),
        run.progress().isPresent() ? run.progress().getAsDouble() : null,
        code(run.error()),
        time(run.time()),
        run.line(),
        run.unrepaired());
  }

  static Message problem(FileKind kind, Problem problem) {
    Message what = problem.what();
    String number = Long.toString(problem.line());
    if (problem.line() <= 0) {
      return what;
    }
    return kind == FileKind.EVTX
        ? Message.of("cli.analysis.record", number, what)
        : Message.of("cli.analysis.line", number, what);
  }

  private static FindingShape finding(LogFinding finding) {
    return new FindingShape(
        finding.id(),
        finding.severity().id(),
        code(finding.code()),
        finding.count(),
        time(finding.first()),
        time(finding.last()),
        finding.evidence(),
        finding.fix().map(Fix::commandName).orElse(null),
        finding.text().english());
  }

  private static String time(Optional<LogTime> time) {
    return time.map(LogTime::toString).orElse(null);
  }

  /** Lower case, as Windows itself writes the numbers in events. */
  private static String code(Optional<HResult> code) {
    return code.map(c -> c.hex().toLowerCase(Locale.ROOT)).orElse(null);
  }
}
