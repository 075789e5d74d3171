package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import javax.swing.JComponent;

/** Whether a newer Regrip is looked for, to be chosen. */
final class NewVersionsCard {

  private static final String KEY = "settings.versions";

  private NewVersionsCard() {}

  /** How often. */
  enum Looking {
    NEVER,
    DAILY
  }

  static Card of(Actions actions, Preferences preferences, ReleaseNews releases) {
    Looking now = preferences.looksForNewVersions() ? Looking.DAILY : Looking.NEVER;
    return Card.of(
        TextBlock.heading(text(KEY)),
        preferences.newVersionsAreSetByPolicy() ? decided(now) : toChoose(now, actions),
        TextBlock.muted(text("settings.versions.words", releases.address())));
  }

  private static JComponent decided(Looking now) {
    return Ui.column(6, TextBlock.plain(text(KEY, now)), TextBlock.muted(text("settings.policy")));
  }

  private static JComponent toChoose(Looking now, Actions actions) {
    return Ui.buttons(
        DropDown.of(
            KEY,
            Looking.values(),
            now,
            chosen -> actions.lookForNewVersions(chosen == Looking.DAILY)));
  }
}
