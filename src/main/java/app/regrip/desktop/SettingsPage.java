package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.LanguageChoice;
import app.regrip.update.AlertChoice;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRadioButton;

/** The settings. */
final class SettingsPage implements Page {

  private static final List<Integer> USUAL_MINUTES = List.of(5, 15, 30, 60, 240, 1440);

  private final KeptDataCard kept;
  private final JComponent view;
  private final TextBlock quitting = TextBlock.muted(text("settings.quit.words"));

  SettingsPage(Session session, Actions actions, DesktopOptions options) {
    Preferences preferences = options.preferences();
    this.kept = new KeptDataCard(session, preferences);
    JPanel cards = Ui.column(16);
    if (preferences.canStartWithWindows()) {
      cards.add(AutostartCard.of(actions, preferences));
    }
    addAlerts(cards, actions, preferences);
    cards.add(choice("settings.theme", ThemeChoice.values(), preferences.theme(), actions::theme));
    cards.add(
        choice(
            "settings.language",
            LanguageChoice.values(),
            preferences.language(),
            actions::language));
    cards.add(poll(preferences));
    cards.add(kept.view());
    options
        .releases()
        .ifPresent(releases -> cards.add(NewVersionsCard.of(actions, preferences, releases)));
    options
        .restartPretendPc()
        .ifPresent(
            restart ->
                cards.add(
                    Card.of(
                        TextBlock.heading(text("settings.pretend")),
                        TextBlock.muted(text("settings.pretend.words")),
                        Ui.buttons(Ui.plainButton(text("restart.pretend"), restart)))));
    cards.add(
        Card.of(
            TextBlock.heading(text("settings.quit")),
            quitting,
            Ui.buttons(Ui.button("settings.quit", actions::quit))));
    cards.add(
        Card.of(
            TextBlock.heading(text("settings.about", options.version())),
            TextBlock.muted(text("settings.about.words"))));
    view = Scroll.of(new Readable(new Column(0), TextBlock.title(text("settings.title"))), cards);
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public void show(Snapshot snapshot) {
    quitting.setWords(
        text(snapshot.isRepairing() ? "settings.quit.repairing" : "settings.quit.words"));
    kept.show(snapshot);
  }

  /** Each choice changes what is set then, not what was set when the page was drawn. */
  private static void addAlerts(JPanel cards, Actions actions, Preferences preferences) {
    AlertPreferences now = preferences.alerts();
    cards.add(
        preferences.alertsAreSetByPolicy()
            ? Card.of(
                TextBlock.heading(text("settings.alerts")),
                TextBlock.plain(text("settings.alerts", now.alerts())),
                TextBlock.muted(text("settings.policy")))
            : dropDown(
                "settings.alerts",
                AlertChoice.values(),
                now.alerts(),
                chosen -> actions.alerts(preferences.alerts().with(chosen))));
    cards.add(
        dropDown(
            "settings.notices",
            NoticeChoice.values(),
            now.notices(),
            chosen -> actions.alerts(preferences.alerts().with(chosen))));
    cards.add(
        new QuietHoursChoice(
                now.quietHours(), chosen -> actions.alerts(preferences.alerts().with(chosen)))
            .view());
  }

  private static Card poll(Preferences preferences) {
    int now = preferences.pollMinutes();
    return Card.of(
        TextBlock.heading(text("settings.poll")),
        preferences.pollIsSetByPolicy()
            ? Ui.column(
                6,
                TextBlock.plain(text("settings.poll.choice", now)),
                TextBlock.muted(text("settings.policy")))
            : Ui.buttons(
                DropDown.of("settings.poll", USUAL_MINUTES, now, preferences::pollMinutes)),
        TextBlock.muted(text("settings.poll.words")));
  }

  private static <E extends Enum<E>> Card dropDown(
      String key, E[] all, E chosen, Consumer<E> action) {
    return Card.of(
        TextBlock.heading(text(key)),
        Ui.buttons(DropDown.of(key, all, chosen, action)),
        TextBlock.muted(text(key + ".words")));
  }

  /** One of several, each with its words at {@code key.CONSTANT}. */
  private static <E extends Enum<E>> Card choice(
      String key, E[] all, E chosen, Consumer<E> action) {
    ButtonGroup group = new ButtonGroup();
    JPanel choices = Ui.column(6);
    for (E each : all) {
      JRadioButton button = new JRadioButton(text(key, each), each == chosen);
      button.addActionListener(event -> action.accept(each));
      group.add(button);
      choices.add(button);
    }
    return Card.of(new Column(10), TextBlock.heading(text(key)), choices);
  }
}
