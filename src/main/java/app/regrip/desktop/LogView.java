package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The lines of a repair, newest below; it follows them while it stands at its end. */
final class LogView {

  private static final int LOG_HEIGHT = 220;

  private final JTextArea area = new JTextArea();
  private final JPanel view;
  private List<String> shown = List.of();

  LogView() {
    area.setEditable(false);
    area.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    area.getAccessibleContext().setAccessibleName(text("repair.log.name"));
    Ui.padded(area, 8, 10, 8, 10);
    JScrollPane scroll =
        new JScrollPane(area) {
          @Override
          public Dimension getPreferredSize() {
            return new Dimension(UIScale.scale(LOG_HEIGHT), UIScale.scale(LOG_HEIGHT));
          }
        };
    JButton copy =
        Ui.button(
            "repair.log.copy",
            () ->
                Toolkit.getDefaultToolkit()
                    .getSystemClipboard()
                    .setContents(new StringSelection(area.getText()), null));
    view = Ui.column(8, scroll, Ui.buttons(copy));
  }

  JComponent view() {
    return view;
  }

  /** Only what is new is added: a repair says thousands of lines. */
  void show(List<String> lines) {
    if (!view.isVisible() || lines.equals(shown)) {
      return;
    }
    boolean atEnd = area.getCaretPosition() == area.getDocument().getLength();
    int known = shown.size();
    if (lines.size() > known && lines.subList(0, known).equals(shown)) {
      lines.subList(known, lines.size()).forEach(line -> area.append(line + "\n"));
    } else {
      area.setText(String.join("\n", lines) + "\n");
    }
    shown = lines;
    if (atEnd) {
      area.setCaretPosition(area.getDocument().getLength());
    }
  }
}
