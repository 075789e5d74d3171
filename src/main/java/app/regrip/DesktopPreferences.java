package app.regrip;

import app.regrip.desktop.AlertPreferences;
import app.regrip.desktop.Preferences;
import app.regrip.desktop.ThemeChoice;
import app.regrip.text.LanguageChoice;
import java.awt.Desktop;
import java.awt.Desktop.Action;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * What the user can switch on the desktop, kept in the settings file and in the system's own place
 * for autostart.
 */
record DesktopPreferences(SettingsFile settings, Optional<Autostart> autostart)
    implements Preferences {

  private static final System.Logger LOG = System.getLogger(DesktopPreferences.class.getName());

  @Override
  public boolean canStartWithWindows() {
    return autostart.isPresent();
  }

  @Override
  public boolean startsWithWindows() {
    try {
      return autostart.isPresent() && autostart.get().isOn();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "whether Regrip starts with Windows could not be read", e);
      return false;
    }
  }

  @Override
  public void startWithWindows(boolean on) {
    try {
      if (autostart.isPresent()) {
        autostart.get().turn(on);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "starting with Windows could not be changed", e);
    }
  }

  @Override
  public ThemeChoice theme() {
    return settings.settings().theme();
  }

  @Override
  public void theme(ThemeChoice choice) {
    keep(() -> settings.theme(choice));
  }

  @Override
  public LanguageChoice language() {
    return settings.settings().language();
  }

  @Override
  public void language(LanguageChoice choice) {
    Language.speak(choice);
    keep(() -> settings.language(choice));
  }

  @Override
  public AlertPreferences alerts() {
    return settings.alerts();
  }

  @Override
  public void alerts(AlertPreferences chosen) {
    keep(() -> settings.alerts(chosen));
  }

  @Override
  public boolean alertsAreSetByPolicy() {
    return settings.alertsAreSetByPolicy();
  }

  @Override
  public boolean looksForNewVersions() {
    return settings.newVersions();
  }

  @Override
  public void lookForNewVersions(boolean on) {
    keep(() -> settings.newVersions(on));
  }

  @Override
  public boolean newVersionsAreSetByPolicy() {
    return settings.newVersionsAreSetByPolicy();
  }

  @Override
  public int pollMinutes() {
    return (int) settings.poll().toMinutes();
  }

  @Override
  public void pollMinutes(int minutes) {
    keep(() -> settings.pollMinutes(minutes));
  }

  @Override
  public boolean pollIsSetByPolicy() {
    return settings.pollIsSetByPolicy();
  }

  @Override
  public int historyDays() {
    return settings.settings().historyDays();
  }

  @Override
  public void historyDays(int days) {
    keep(() -> settings.historyDays(days));
  }

  @Override
  public boolean deleteLogs() {
    return LogFiles.startOver(Folders.logsBeside(settings.file()), "tray");
  }

  @Override
  public boolean isNew() {
    return !settings.settings().welcomed();
  }

  @Override
  public void notNew() {
    keep(() -> settings.welcomed());
  }

  @Override
  public String folder() {
    return settings.file().getParent().toString();
  }

  @Override
  public boolean openFolder() {
    try {
      Desktop.getDesktop().open(settings.path().getParent().toFile());
      return true;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "the data folder could not be shown", e);
      return false;
    }
  }

  @Override
  public boolean openFile() {
    try {
      var file = settings.path().toFile();
      Desktop system = Desktop.getDesktop();
      if (system.isSupported(Action.EDIT)) {
        system.edit(file);
      } else {
        system.open(file);
      }
      return true;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "the settings file could not be shown", e);
      return false;
    }
  }

  private interface Change {
    void write() throws IOException;
  }

  /** What could not be written holds until Regrip ends. */
  private static void keep(Change change) {
    try {
      change.write();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the settings could not be written", e);
    }
  }
}
