package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.text.Message;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.stream.Collectors;
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
  private List<Message> shown = List.of();

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

  /** Only what is new is put into words and added: a repair says thousands of lines. */
  void show(List<Message> lines) {
    if (!view.isVisible() || lines.equals(shown)) {
      return;
    }
    boolean atEnd = area.getCaretPosition() == area.getDocument().getLength();
    int known = shown.size();
    if (lines.size() > known && lines.subList(0, known).equals(shown)) {
      area.append(words(lines.subList(known, lines.size())));
    } else {
      area.setText(words(lines));
    }
    shown = lines;
    if (atEnd) {
      area.setCaretPosition(area.getDocument().getLength());
    }
  }

  private static String words(List<Message> lines) {
    return lines.stream().map(line -> Texts.say(line) + "\n").collect(Collectors.joining());
  }
}
