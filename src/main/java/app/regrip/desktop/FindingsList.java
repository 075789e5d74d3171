package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Finding;
import java.util.List;
import javax.swing.JPanel;

/** What a look at the PC found, each with how much it matters and where it was seen. */
final class FindingsList {

  private FindingsList() {}

  static JPanel of(List<Finding> findings, String whenNone) {
    JPanel list = Parts.column(12);
    for (Finding finding : findings) {
      JPanel words =
          Parts.column(
              2, Words.strong(text("finding", finding.severity())), Words.plain(finding.text()));
      if (!finding.evidence().isEmpty()) {
        words.add(Words.muted(text("finding.seen", finding.evidence())));
      }
      list.add(Parts.beside(Icons.icon(finding.severity()), words));
    }
    if (findings.isEmpty()) {
      list.add(Words.plain(whenNone));
    }
    return list;
  }
}
