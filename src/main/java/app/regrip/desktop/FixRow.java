package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JButton;
import javax.swing.JLabel;

/** One fix of the list: its name, what it does and how long it takes, as one wide button. */
final class FixRow extends JButton {

  FixRow(Fix fix, Runnable action) {
    FixText words = FixText.of(fix);
    setLayout(new Row(16, 0, true));
    setMargin(new Insets(10, 12, 10, 12));
    JLabel duration = new JLabel(say(words.howLong()));
    duration.setForeground(Theme.Tone.MUTED.color());
    add(
        Ui.column(
            2,
            TextBlock.strong(say(words.title())).onAButton(),
            TextBlock.muted(say(words.purpose())).onAButton()));
    add(duration);
    getAccessibleContext()
        .setAccessibleName(
            text("status.fix.name", words.title(), words.purpose(), words.howLong()));
    setName(fix.commandName());
    addActionListener(event -> action.run());
  }

  @Override
  public Dimension getPreferredSize() {
    return getLayout().preferredLayoutSize(this);
  }
}
