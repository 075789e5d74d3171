package app.regrip.desktop;

import java.awt.Component;
import java.awt.Graphics;
import javax.swing.JPanel;

/** The strip below a page that keeps its buttons in sight, with a word beside them. */
final class BottomBar extends JPanel {

  BottomBar(Words word, Component... buttons) {
    super(new Row(16, 0, true));
    Parts.padded(this, 14, 32, 14, 32);
    add(word);
    for (Component button : buttons) {
      add(button);
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
