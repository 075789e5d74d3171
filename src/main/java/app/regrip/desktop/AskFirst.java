package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import java.awt.Component;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/**
 * A button for what is not to be done by a slip: it asks on the page itself, where the keyboard
 * already is, and says what would happen.
 */
final class AskFirst {

  private final Readable question;
  private final JPanel view = Ui.column(8);
  private final JPanel row;
  private final JButton button;

  /**
   * @param beside what stands before it in its row
   * @param key of the button's words; {@code key.ask} is the question, {@code key.yes} the answer
   *     that does it, and {@code key.no} the one that does not
   */
  AskFirst(String key, Runnable action, Component... beside) {
    this.button = Ui.plainButton(text(key), this::ask);
    this.question =
        new Readable(
            new Column(8),
            TextBlock.plain(text(key + ".ask")),
            Ui.buttons(
                Ui.plainButton(
                    text(key + ".yes"),
                    () -> {
                      leave();
                      action.run();
                    }),
                Ui.plainButton(text(key + ".no"), this::leave)));
    question.setVisible(false);
    this.row = Ui.buttons(beside);
    row.add(button);
    view.add(row);
    view.add(question);
  }

  JPanel view() {
    return view;
  }

  private void ask() {
    show(true);
    question.requestFocusInWindow();
  }

  private void leave() {
    show(false);
    button.requestFocusInWindow();
  }

  private void show(boolean asking) {
    question.setVisible(asking);
    button.setVisible(!asking);
    view.revalidate();
    Optional.ofNullable(SwingUtilities.getRootPane(view))
        .ifPresent(root -> Mnemonics.giveOut(root.getContentPane()));
  }
}
