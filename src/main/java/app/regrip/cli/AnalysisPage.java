package app.regrip.cli;

import app.regrip.evidence.Analysis;
import app.regrip.evidence.FileReport;
import app.regrip.evidence.LogFinding;
import app.regrip.evidence.LogTime;

/** What logs tell, for a person: the findings first, then what was read. */
final class AnalysisPage {

  private static final String INDENT = "    ";
  private static final int MOST_FILES = 40;

  private final Screen screen;

  AnalysisPage(Screen screen) {
    this.screen = screen;
  }

  void show(Analysis.Result result) {
    if (!result.isAnythingUnderstood()) {
      screen.line(Style.CAUTION, "Nothing could be read here that tells about updates.");
    }
    result.findings().forEach(this::show);
    screen.blank();
    screen.line(Style.STRONG, "What was read");
    result.files().stream().limit(MOST_FILES).forEach(this::show);
    if (result.files().size() > MOST_FILES) {
      screen.line("  and " + (result.files().size() - MOST_FILES) + " more files; all with --json");
    }
  }

  private void show(LogFinding finding) {
    switch (finding.severity()) {
      case ERROR -> screen.line(Style.BAD, "  ✗ ", finding.text());
      case WARNING -> screen.line(Style.CAUTION, "  ! ", finding.text());
      case INFO -> screen.line(Style.PLAIN, "  • ", finding.text());
    }
    finding.first().ifPresent(first -> when(finding, first));
    if (!finding.evidence().isEmpty()) {
      screen.line(Style.FAINT, INDENT, "See " + String.join(", ", finding.evidence()));
    }
  }

  private void when(LogFinding finding, LogTime first) {
    LogTime last = finding.last().orElse(first);
    screen.line(
        Style.FAINT,
        INDENT,
        first.equals(last)
            ? "On " + first.inWords() + "."
            : "First " + first.inWords() + ", last " + last.inWords() + ".");
  }

  private void show(FileReport report) {
    screen.line(
        Style.PLAIN,
        "  ",
        report.file()
            + ": "
            + report.kind().id()
            + ", "
            + counted(report.events().size(), "event")
            + ", "
            + counted(report.runs().size(), "run"));
    report.problems().stream()
        .limit(3)
        .forEach(p -> screen.line(Style.CAUTION, INDENT, AnalysisShape.problem(report.kind(), p)));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
