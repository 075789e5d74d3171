package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Finding;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/**
 * What a look at the PC found, each with how much it matters. Where it was seen is for people who
 * know the registry, and is shown when asked for.
 */
final class FindingsList {

  private FindingsList() {}

  static JPanel of(List<Finding> findings, String whenNone) {
    JPanel list = Parts.column(12);
    List<Words> evidence = new ArrayList<>();
    for (Finding finding : findings) {
      JPanel words =
          Parts.column(
              2,
              Words.strong(text("finding", finding.severity())),
              Words.plain(say(finding.text())));
      if (!finding.evidence().isEmpty()) {
        Words seen = Words.muted(text("finding.seen", say(finding.evidence())));
        seen.setVisible(false);
        evidence.add(seen);
        words.add(seen);
      }
      list.add(Parts.beside(Icons.icon(finding.severity()), words));
    }
    if (findings.isEmpty()) {
      list.add(Words.plain(whenNone));
    }
    if (!evidence.isEmpty()) {
      list.add(Parts.buttons(details(evidence, list)));
    }
    return list;
  }

  private static JToggleButton details(List<Words> evidence, JPanel list) {
    JToggleButton details = new JToggleButton(text("finding.details"));
    details.addActionListener(
        event -> {
          evidence.forEach(words -> words.setVisible(details.isSelected()));
          list.revalidate();
        });
    return details;
  }
}
