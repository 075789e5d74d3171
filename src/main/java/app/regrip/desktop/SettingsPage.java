package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Snapshot;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** The settings that can be clicked; the rest are in a file. */
final class SettingsPage implements Page {

  private final JComponent view;
  private final Words quitting = Words.muted(text("settings.quit.words"));

  SettingsPage(Actions actions, DesktopOptions options) {
    Preferences preferences = options.preferences();
    JPanel cards = Parts.column(16);
    if (preferences.canStartWithWindows()) {
      cards.add(starting(actions, preferences));
    }
    cards.add(choice("settings.theme", ThemeChoice.values(), preferences.theme(), actions::theme));
    cards.add(
        choice(
            "settings.language",
            LanguageChoice.values(),
            preferences.language(),
            actions::language));
    cards.add(file(preferences));
    options
        .restartPretendPc()
        .ifPresent(
            restart ->
                cards.add(
                    Card.of(
                        Words.heading(text("settings.pretend")),
                        Words.muted(text("settings.pretend.words")),
                        Parts.buttons(Parts.plainButton(text("restart.pretend"), restart)))));
    cards.add(
        Card.of(
            Words.heading(text("settings.quit")),
            quitting,
            Parts.buttons(Parts.button("settings.quit", actions::quit))));
    view = Scroll.of(new Readable(new Column(0), Words.title(text("settings.title"))), cards);
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public void show(Snapshot snapshot) {
    quitting.say(text(snapshot.isRepairing() ? "settings.quit.repairing" : "settings.quit.words"));
  }

  /** What did not open can still be found by its name. */
  private static Card file(Preferences preferences) {
    Words trouble = Words.plain(text("settings.file.trouble"));
    trouble.setVisible(false);
    return Card.of(
        Words.heading(text("settings.file")),
        Words.muted(text("settings.file.words")),
        Words.muted(preferences.file()),
        Parts.buttons(
            Parts.button(
                "settings.file.open",
                () ->
                    Background.run(
                        preferences::openFile,
                        opened -> trouble.setVisible(!opened),
                        problem -> trouble.setVisible(true)))),
        trouble);
  }

  private static Card starting(Actions actions, Preferences preferences) {
    JCheckBox box = new JCheckBox(text("settings.autostart"), preferences.startsWithWindows());
    box.setMnemonic(text("settings.autostart.key").charAt(0));
    box.addActionListener(
        event -> {
          actions.startWithWindows(box.isSelected());
          box.setSelected(preferences.startsWithWindows());
        });
    return Card.of(
        Words.heading(text("settings.start")), box, Words.muted(text("settings.autostart.words")));
  }

  /** One of several, each with its words at {@code key.CONSTANT}. */
  private static <E extends Enum<E>> Card choice(
      String key, E[] all, E chosen, Consumer<E> action) {
    ButtonGroup group = new ButtonGroup();
    JPanel choices = Parts.column(6);
    for (E each : all) {
      JRadioButton button = new JRadioButton(text(key, each), each == chosen);
      button.addActionListener(event -> action.accept(each));
      group.add(button);
      choices.add(button);
    }
    return Card.of(new Column(10), Words.heading(text(key)), choices);
  }
}
