package app.regrip.cli;

import app.regrip.repair.Finding;
import app.regrip.text.Message;
import java.util.List;

/** What a look at the PC found, in words. */
final class FindingList {

  private final Printer printer;

  FindingList(Printer printer) {
    this.printer = printer;
  }

  void show(List<Finding> findings) {
    for (Finding finding : findings) {
      printer.line(style(finding), "  " + sign(finding) + " ", finding.text());
      if (!finding.evidence().isEmpty()) {
        printer.line(Style.FAINT, "    ", Message.of("cli.finding.seen-in", finding.evidence()));
      }
      finding
          .fix()
          .ifPresent(
              fix ->
                  printer.line(
                      Style.FAINT,
                      "    ",
                      Message.of("cli.finding.fix", "regrip fix " + fix.commandName())));
    }
  }

  private static String sign(Finding finding) {
    return switch (finding.severity()) {
      case CAUSE -> "✗";
      case BLOCKS_REPAIR, WARNING -> "!";
      case INFO -> "•";
      case UNKNOWN -> "?";
    };
  }

  private static Style style(Finding finding) {
    return switch (finding.severity()) {
      case CAUSE -> Style.BAD;
      case BLOCKS_REPAIR, WARNING, UNKNOWN -> Style.CAUTION;
      case INFO -> Style.PLAIN;
    };
  }
}
