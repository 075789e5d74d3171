package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Fix;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JLabel;

/** One fix of the list: its name, what it does and how long it takes, as one wide button. */
final class FixRow extends JButton {

  FixRow(Fix fix, Runnable action) {
    String name = text("fix", fix);
    String line = text("fix", fix, ".line");
    String time = text("fix", fix, ".time");
    setLayout(new Row(16, 0, true));
    setMargin(new Insets(10, 12, 10, 12));
    JLabel duration = new JLabel(time);
    duration.setForeground(Theme.Tone.MUTED.color());
    add(Parts.column(2, Words.strong(name), Words.muted(line)));
    add(duration);
    getAccessibleContext().setAccessibleName(text("status.fix.name", name, line, time));
    setName(fix.commandName());
    addActionListener(event -> action.run());
  }

  @Override
  public Dimension getPreferredSize() {
    return getLayout().preferredLayoutSize(this);
  }
}
