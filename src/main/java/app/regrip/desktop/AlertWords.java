package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.update.Alert;

/** What an alert says, whoever shows it. */
record AlertWords(String title, String sentence) {

  static AlertWords of(Alert alert, Wording wording) {
    boolean again = alert.recurrence() > 1;
    String headline = wording.lasting(alert.failure());
    return new AlertWords(
        text(again ? "alert.title.again" : "alert.title"),
        again ? text("alert.times", headline, alert.recurrence()) : headline);
  }
}
