package app.regrip.desktop;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.ui.FlatButtonUI;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JButton;

/** A button whose words go on in the next line where there is no room for them in one. */
final class LongButton extends JButton {

  LongButton(String words) {
    super(words);
  }

  @Override
  public void updateUI() {
    setUI(new WrappingUi());
  }

  int heightFor(int width) {
    int high = getFontMetrics(getFont()).getHeight();
    return getPreferredSize().height + (lines(width).size() - 1) * high;
  }

  private List<String> lines(int width) {
    if (width >= getPreferredSize().width) {
      return List.of(getText());
    }
    Insets insets = getInsets();
    int room = width - insets.left - insets.right;
    FontMetrics metrics = getFontMetrics(getFont());
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : getText().split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > room) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private static final class WrappingUi extends FlatButtonUI {

    WrappingUi() {
      super(false);
    }

    @Override
    protected void paintText(
        Graphics graphics, AbstractButton button, Rectangle place, String clipped) {
      List<String> lines = ((LongButton) button).lines(button.getWidth());
      if (lines.size() == 1) {
        super.paintText(graphics, button, place, clipped);
        return;
      }
      FontMetrics metrics = button.getFontMetrics(button.getFont());
      int letter = FlatLaf.isShowMnemonics() ? button.getDisplayedMnemonicIndex() : -1;
      int y = (button.getHeight() - lines.size() * metrics.getHeight()) / 2 + metrics.getAscent();
      graphics.setColor(button.isEnabled() ? getForeground(button) : disabledText);
      for (String line : lines) {
        int x = (button.getWidth() - metrics.stringWidth(line)) / 2;
        boolean here = letter >= 0 && letter < line.length();
        FlatUIUtils.drawStringUnderlineCharAt(button, graphics, line, here ? letter : -1, x, y);
        letter -= line.length() + 1;
        y += metrics.getHeight();
      }
    }
  }
}
