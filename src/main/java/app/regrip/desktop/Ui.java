package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Insets;
import java.awt.LayoutManager;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.border.Border;
import javax.swing.border.EmptyBorder;

/** The few parts the pages are put together from. */
final class Ui {

  private Ui() {}

  static JPanel panel(LayoutManager layout, Component... children) {
    JPanel panel = new JPanel(layout);
    panel.setOpaque(false);
    for (Component child : children) {
      panel.add(child);
    }
    return panel;
  }

  static JPanel column(int gap, Component... children) {
    return panel(new Column(gap), children);
  }

  static JPanel buttons(Component... children) {
    return panel(new Buttons(), children);
  }

  /** An icon with something beside it. The icon says nothing that the words don't say. */
  static JPanel beside(Icon icon, Component component) {
    return panel(new Row(12, 1, false), new JLabel(icon), component);
  }

  /** Room around a component, before scaling; unlike FlatLaf's it outlives a change of colours. */
  static Border padding(int top, int left, int bottom, int right) {
    return new EmptyBorder(UIScale.scale(new Insets(top, left, bottom, right)));
  }

  static <C extends JComponent> C padded(C component, int top, int left, int bottom, int right) {
    component.setBorder(padding(top, left, bottom, right));
    return component;
  }

  /** A button whose words are at {@code key}; its mnemonic is at {@code key.key}, if any. */
  static JButton button(String key, Runnable action) {
    JButton button = new JButton(text(key));
    button.setMnemonic(text(key + ".key").charAt(0));
    button.addActionListener(event -> action.run());
    return button;
  }

  /** A button with words made up on the way. */
  static JButton plainButton(String words, Runnable action) {
    JButton button = new LongButton(words);
    button.addActionListener(event -> action.run());
    return button;
  }
}
