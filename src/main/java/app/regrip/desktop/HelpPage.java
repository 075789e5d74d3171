package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.pc.SystemPages;
import app.regrip.session.Snapshot;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** Questions people have, answered. */
final class HelpPage implements Page {

  private final Map<HelpTopic, JPanel> cards = new EnumMap<>(HelpTopic.class);
  private final JComponent view;

  HelpPage(DesktopOptions options, HelpTopic topic) {
    JPanel all = Ui.column(16);
    for (HelpTopic each : HelpTopic.values()) {
      Card card =
          Card.of(
              new Column(10),
              TextBlock.heading(text("help", each)),
              TextBlock.plain(text("help", each, ".words")));
      cards.put(each, card);
      all.add(card);
    }
    cards
        .get(HelpTopic.PROFESSIONAL)
        .add(
            Ui.buttons(
                Ui.plainButton(
                    text("help.PROFESSIONAL.open"),
                    () -> options.openPage().accept(SystemPages.Page.MICROSOFT_SUPPORT))));
    all.add(new SelfTestCard(options.selfTest()).view());
    view = Scroll.of(new Readable(new Column(0), TextBlock.title(text("help.title"))), all);
    if (topic != HelpTopic.HANDLE) {
      SwingUtilities.invokeLater(() -> scrollTo(topic));
    }
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public void show(Snapshot snapshot) {}

  private void scrollTo(HelpTopic topic) {
    view.validate();
    JPanel card = cards.get(topic);
    card.scrollRectToVisible(new java.awt.Rectangle(0, 0, 1, view.getHeight()));
  }
}
