package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import javax.swing.JCheckBox;

/** Whether Regrip starts with Windows, to be switched. */
final class AutostartCard {

  private AutostartCard() {}

  static Card of(Actions actions, Preferences preferences) {
    JCheckBox box = new JCheckBox(text("settings.autostart"), preferences.startsWithWindows());
    box.setMnemonic(text("settings.autostart.key").charAt(0));
    box.addActionListener(
        event -> {
          actions.startWithWindows(box.isSelected());
          box.setSelected(preferences.startsWithWindows());
        });
    return Card.of(
        TextBlock.heading(text("settings.start")),
        box,
        TextBlock.muted(text("settings.autostart.words")));
  }
}
