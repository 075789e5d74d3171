package app.regrip.cli;

import app.regrip.repair.Verdict;
import app.regrip.text.Message;

/** How a repair ended, and what to do now. */
final class VerdictPage {

  private final Printer printer;
  private final Knowledge knowledge;

  VerdictPage(Printer printer, Knowledge knowledge) {
    this.printer = printer;
    this.knowledge = knowledge;
  }

  void show(Verdict verdict) {
    printer.blank();
    printer.line(style(verdict), sign(verdict) + " ", verdict.words());
    verdict
        .code()
        .ifPresent(code -> printer.line(Style.PLAIN, "  ", knowledge.explain(code).oneLine()));
    if (!verdict.next().isEmpty()) {
      printer.line(Style.PLAIN, "  ", verdict.next());
    }
    verdict
        .nextFix()
        .ifPresent(
            fix ->
                printer.line(
                    Style.PLAIN,
                    "  ",
                    Message.of("cli.next.fix", "regrip fix " + fix.commandName())));
  }

  private static String sign(Verdict verdict) {
    return switch (ExitCode.of(verdict)) {
      case ExitCode.FINE -> "✓";
      case ExitCode.FAILING -> "✗";
      default -> "!";
    };
  }

  private static Style style(Verdict verdict) {
    return switch (ExitCode.of(verdict)) {
      case ExitCode.FINE -> Style.GOOD;
      case ExitCode.FAILING -> Style.BAD;
      default -> Style.CAUTION;
    };
  }
}
