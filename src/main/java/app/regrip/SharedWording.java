package app.regrip;

import app.regrip.desktop.Wording;
import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.update.Headline;
import app.regrip.update.UpdateStatus;
import java.time.Clock;
import java.time.ZoneId;

/** The words on evidence, the same on the desktop as in the terminal. */
record SharedWording(ErrorCatalog catalog, Clock clock) implements Wording {

  @Override
  public String headline(UpdateStatus status) {
    return new Headline(catalog, ZoneId.systemDefault()).of(status, clock.instant());
  }

  @Override
  public String tooltip(UpdateStatus status) {
    return new Headline(catalog, ZoneId.systemDefault()).tooltip(status, clock.instant());
  }

  @Override
  public String error(HResult code) {
    return catalog.headline(code);
  }
}
