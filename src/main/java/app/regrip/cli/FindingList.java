package app.regrip.cli;

import app.regrip.repair.Finding;
import java.util.List;

/** What a look at the PC found, in words. */
final class FindingList {

  private final Screen screen;

  FindingList(Screen screen) {
    this.screen = screen;
  }

  void show(List<Finding> findings) {
    for (Finding finding : findings) {
      screen.line(style(finding), "  " + sign(finding) + " ", finding.text().english());
      if (!finding.evidence().isEmpty()) {
        screen.line(Style.FAINT, "    ", "Seen in: " + finding.evidence().english());
      }
      finding
          .fix()
          .ifPresent(
              fix -> screen.line(Style.FAINT, "    ", "Fix: regrip fix " + fix.commandName()));
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
