package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Snapshot;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;

/** Asks before Regrip is quit in the middle of a repair. */
final class QuitPage implements Page {

  private final TextBlock words = TextBlock.plain(text("settings.quit.repairing"));
  private final JButton stay;
  private final JComponent view;

  QuitPage(Actions actions) {
    stay = Ui.button("quit.no", () -> actions.go(new Route.Repair()));
    view =
        Scroll.of(
            new Readable(new Column(8), TextBlock.title(text("quit.title")), words),
            Ui.buttons(stay, Ui.button("quit.yes", actions::quitAllTheSame)));
  }

  @Override
  public JComponent view() {
    return view;
  }

  /** What can do no harm is what Enter does. */
  @Override
  public Optional<JButton> defaultButton() {
    return Optional.of(stay);
  }

  @Override
  public void show(Snapshot snapshot) {
    words.setWords(
        text(snapshot.isRepairing() ? "settings.quit.repairing" : "settings.quit.words"));
    // The keyboard is at the button, and the question is read there.
    stay.getAccessibleContext()
        .setAccessibleDescription(text("quit.title") + " " + words.getText());
  }
}
