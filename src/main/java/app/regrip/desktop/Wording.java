package app.regrip.desktop;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.HResult;
import app.regrip.update.Headline;
import app.regrip.update.UpdateStatus;
import java.time.Clock;
import java.time.ZoneId;

/** Words on evidence, the same as in the terminal. */
public record Wording(ErrorCatalog catalog, Clock clock, ZoneId zone) {

  /** One full line: what happened, with the error's number, name and meaning. */
  String headline(UpdateStatus status) {
    return Texts.say(new Headline(catalog, zone).of(status, clock.instant()));
  }

  /** The same for where it stays, such as an alert. */
  String lasting(UpdateStatus status) {
    return Texts.say(new Headline(catalog, zone).lasting(status));
  }

  /** As {@link #lasting}, short enough for a tooltip. */
  String tooltip(UpdateStatus status) {
    return new Headline(catalog, zone).tooltip(status, Texts::say);
  }

  /** Number, meaning and name of an error. */
  String namedError(HResult code) {
    return catalog
        .find(code)
        .map(ErrorName::symbol)
        .filter(name -> !name.isEmpty())
        .map(name -> Texts.text("flyout.code", error(code), name))
        .orElseGet(() -> error(code));
  }

  /** Number and meaning of an error. */
  String error(HResult code) {
    return Texts.say(catalog.headline(code));
  }
}
