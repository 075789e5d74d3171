package app.regrip.cli;

import app.regrip.evidence.Analysis;
import app.regrip.evidence.FileReport;
import app.regrip.evidence.LogFinding;
import app.regrip.evidence.LogTime;
import app.regrip.text.Message;

/** What logs tell, for a person: the findings first, then what was read. */
final class AnalysisPage {

  private static final String INDENT = "    ";
  private static final int MOST_FILES = 40;

  private final Printer printer;
  private final Moments times;

  AnalysisPage(Printer printer, Moments times) {
    this.printer = printer;
    this.times = times;
  }

  void show(Analysis.Result result) {
    if (!result.isAnythingUnderstood()) {
      printer.line(Style.CAUTION, Message.of("cli.analysis.nothing"));
    }
    result.findings().forEach(this::show);
    printer.blank();
    printer.line(Style.STRONG, Message.of("cli.analysis.files"));
    result.files().stream().limit(MOST_FILES).forEach(this::show);
    if (result.files().size() > MOST_FILES) {
      printer.line(
          Style.PLAIN,
          "  ",
          Message.of("cli.analysis.more-files", result.files().size() - MOST_FILES));
    }
  }

  private void show(LogFinding finding) {
    switch (finding.severity()) {
      case ERROR -> printer.line(Style.BAD, "  ✗ ", finding.text());
      case WARNING -> printer.line(Style.CAUTION, "  ! ", finding.text());
      case INFO -> printer.line(Style.PLAIN, "  • ", finding.text());
    }
    finding.first().ifPresent(first -> when(finding, first));
    if (!finding.evidence().isEmpty()) {
      printer.line(
          Style.FAINT,
          INDENT,
          Message.of("cli.analysis.see", String.join(", ", finding.evidence())));
    }
  }

  private void when(LogFinding finding, LogTime first) {
    LogTime last = finding.last().orElse(first);
    printer.line(
        Style.FAINT,
        INDENT,
        first.equals(last)
            ? Message.of("cli.analysis.once", times.moment(first))
            : Message.of("cli.analysis.first-and-last", times.moment(first), times.moment(last)));
  }

  private void show(FileReport report) {
    printer.line(
        Style.PLAIN,
        "  ",
        Message.of(
            "cli.analysis.file",
            report.file(),
            report.kind().inWords(),
            report.events().size(),
            report.runs().size()));
    report.problems().stream()
        .limit(3)
        .forEach(p -> printer.line(Style.CAUTION, INDENT, AnalysisShape.problem(report.kind(), p)));
  }
}
