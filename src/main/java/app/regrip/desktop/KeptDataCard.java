package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import java.util.List;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;

/** What Regrip keeps: where that is, for how long, and how to be rid of it. */
final class KeptDataCard {

  private static final List<Integer> USUAL_DAYS = List.of(30, 90, 365, 0);

  private final Session session;
  private final Preferences preferences;
  private final TextBlock trouble = TextBlock.plain(text("settings.files.trouble"));
  private final TextBlock repairing = TextBlock.muted(text("settings.forget.repairing"));
  private final TextBlock answer = TextBlock.plain("");
  private final Readable answered = new Readable(new Column(0), answer);
  private final AskFirst forget = new AskFirst("settings.forget", this::forget);
  private final Card view;

  KeptDataCard(Session session, Preferences preferences) {
    this.session = session;
    this.preferences = preferences;
    trouble.setVisible(false);
    answered.setVisible(false);
    repairing.setVisible(false);
    view =
        Card.of(
            TextBlock.heading(text("settings.files")),
            TextBlock.muted(text("settings.files.words")),
            TextBlock.muted(preferences.folder()),
            Ui.buttons(
                Ui.button("settings.files.folder", () -> open(preferences::openFolder)),
                Ui.button("settings.files.file", () -> open(preferences::openFile))),
            trouble,
            TextBlock.strong(text("settings.history")),
            Ui.buttons(
                DropDown.of(
                    "settings.history", USUAL_DAYS, preferences.historyDays(), this::keepFor)),
            TextBlock.muted(text("settings.history.words")),
            forget.view(),
            repairing,
            answered);
  }

  Card view() {
    return view;
  }

  void show(Snapshot snapshot) {
    forget.view().setVisible(!snapshot.isRepairing());
    repairing.setVisible(snapshot.isRepairing());
    view.revalidate();
  }

  /** What is too old now goes with the next reading. */
  private void keepFor(int days) {
    preferences.historyDays(days);
    session.refresh();
  }

  /** What did not open can still be found by its name. */
  private void open(Supplier<Boolean> opening) {
    Background.run(
        opening, opened -> trouble.setVisible(!opened), problem -> trouble.setVisible(true));
  }

  private void forget() {
    Background.run(
        () -> session.forgetHistory() && preferences.deleteLogs(),
        all -> answer(all ? "settings.forget.done" : "settings.forget.not"),
        problem -> answer("settings.forget.not"));
  }

  private void answer(String key) {
    answer.setWords(text(key));
    answered.setVisible(true);
    answered
        .getAccessibleContext()
        .firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, null, answer.getText());
    view.revalidate();
  }
}
