package app.regrip.desktop;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.text.LanguageChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what clicks asked for. */
final class RecordedActions implements Actions {

  final List<String> asked = new ArrayList<>();

  @Override
  public void open() {
    asked.add("open");
  }

  @Override
  public void flyOut() {
    asked.add("fly out");
  }

  @Override
  public void go(Route route) {
    asked.add("go " + route);
  }

  @Override
  public void preview(Fix fix) {
    asked.add("preview " + fix);
  }

  @Override
  public void start(FixRequest request) {
    asked.add("start " + request);
  }

  @Override
  public void cancelRepair() {
    asked.add("cancel");
  }

  @Override
  public void recover(RecoveryChoice choice) {
    asked.add("recover " + choice);
  }

  @Override
  public void checkNow() {
    asked.add("check");
  }

  @Override
  public void snooze(Duration howLong) {
    asked.add("snooze " + howLong);
  }

  @Override
  public void startWithWindows(boolean on) {
    asked.add("autostart " + on);
  }

  @Override
  public void theme(ThemeChoice choice) {
    asked.add("theme " + choice);
  }

  @Override
  public void language(LanguageChoice choice) {
    asked.add("language " + choice);
  }

  @Override
  public void alerts(AlertPreferences chosen) {
    asked.add("alerts " + chosen);
  }

  @Override
  public void lookForNewVersions(boolean on) {
    asked.add("new versions " + on);
  }

  @Override
  public void quit() {
    asked.add("quit");
  }

  @Override
  public void quitAllTheSame() {
    asked.add("quit all the same");
  }
}
