package app.regrip.desktop;

import java.awt.Component;
import java.awt.Graphics;
import javax.swing.JPanel;

/** The strip below a page that keeps its buttons in sight, with a word on them. */
final class BottomBar extends JPanel {

  BottomBar(TextBlock word, Component... buttons) {
    super(new Row(16, 0, true));
    Ui.padded(this, 14, 32, 14, 32);
    add(word);
    for (Component button : buttons) {
      add(button);
    }
    word.addPropertyChangeListener(TextBlock.SAID, said -> describe(word.getText(), buttons));
    describe(word.getText(), buttons);
  }

  private static void describe(String word, Component... buttons) {
    for (Component button : buttons) {
      button.getAccessibleContext().setAccessibleDescription(word);
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Theme.Tone.BAR.color());
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setColor(Theme.Tone.CARD_BORDER.color());
    g.drawLine(0, 0, getWidth(), 0);
  }
}
