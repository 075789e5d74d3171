package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Snapshot;
import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** The first page a new user sees, once: what Regrip does, and what it never does. */
final class WelcomePage implements Page {

  private final JButton on;
  private final JPanel view = new JPanel(new BorderLayout());

  WelcomePage(Actions actions, DesktopOptions options) {
    JPanel cards = Ui.column(16);
    cards.add(card("welcome.does"));
    cards.add(card("welcome.never"));
    if (options.preferences().canStartWithWindows()) {
      cards.add(AutostartCard.of(actions, options.preferences()));
    }
    on = Ui.button("welcome.on", () -> actions.go(new Route.Status()));
    view.add(
        Scroll.of(
            new Readable(
                new Column(4),
                TextBlock.title(text("welcome.title")),
                TextBlock.plain(text("welcome.words"))),
            cards),
        BorderLayout.CENTER);
    view.add(Ui.padded(Ui.buttons(on), 14, 32, 14, 32), BorderLayout.SOUTH);
  }

  private static Card card(String key) {
    return Card.of(TextBlock.heading(text(key)), TextBlock.plain(text(key + ".words")));
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public Optional<JButton> defaultButton() {
    return Optional.of(on);
  }

  @Override
  public void show(Snapshot snapshot) {}
}
