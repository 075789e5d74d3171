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
    JPanel list = Ui.column(12);
    List<TextBlock> evidence = new ArrayList<>();
    for (Finding finding : findings) {
      JPanel words =
          Ui.column(
              2,
              TextBlock.strong(text("finding", finding.severity())),
              TextBlock.plain(say(finding.text())));
      if (!finding.evidence().isEmpty()) {
        TextBlock seen = TextBlock.muted(text("finding.seen", finding.evidence()));
        seen.setVisible(false);
        evidence.add(seen);
        words.add(seen);
      }
      list.add(Ui.beside(Icons.icon(finding.severity()), words));
    }
    if (findings.isEmpty()) {
      list.add(TextBlock.plain(whenNone));
    }
    if (!evidence.isEmpty()) {
      list.add(Ui.buttons(details(evidence, list)));
    }
    return list;
  }

  private static JToggleButton details(List<TextBlock> evidence, JPanel list) {
    JToggleButton details = new JToggleButton(text("finding.details"));
    details.addActionListener(
        event -> {
          evidence.forEach(words -> words.setVisible(details.isSelected()));
          list.revalidate();
        });
    return details;
  }
}
