package app.regrip.desktop;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Rectangle;
import javax.swing.JTextArea;

/** Text that wraps. It is read, not edited, and can be selected, for an error number's sake. */
final class TextBlock extends JTextArea {

  /** The property that changes with the text. */
  static final String SAID = "said";

  private boolean selectable = true;

  private TextBlock(String text, String style) {
    super(text);
    setLineWrap(true);
    setWrapStyleWord(true);
    setEditable(false);
    setOpaque(false);
    setBorder(null);
    putClientProperty(FlatClientProperties.STYLE, style);
    getAccessibleContext().setAccessibleName(text);
  }

  static TextBlock plain(String text) {
    return new TextBlock(text, "font: $defaultFont");
  }

  static TextBlock strong(String text) {
    return new TextBlock(text, "font: bold");
  }

  static TextBlock muted(String text) {
    return new TextBlock(text, "font: $defaultFont; foreground: $" + Theme.Tone.MUTED.key());
  }

  static TextBlock title(String text) {
    return new TextBlock(text, "font: $h1.font");
  }

  static TextBlock heading(String text) {
    return new TextBlock(text, "font: $h3.font");
  }

  /** For text on a button: clicks go through it. */
  TextBlock onAButton() {
    selectable = false;
    setFocusable(false);
    return this;
  }

  void setWords(String text) {
    if (!text.equals(getText())) {
      String before = getText();
      setText(text);
      firePropertyChange(SAID, before, text);
      getAccessibleContext().setAccessibleName(text);
      revalidate();
    }
  }

  /** Its caret, which nobody sees, would scroll the page to every new text. */
  @Override
  public void scrollRectToVisible(Rectangle rectangle) {}

  @Override
  public boolean contains(int x, int y) {
    return selectable && super.contains(x, y);
  }
}
