package app.regrip.desktop;

import app.regrip.errors.HResult;
import app.regrip.update.UpdateStatus;

/** Words on evidence that every face of Regrip says alike, so the desktop asks for them. */
public interface Wording {

  /** One full line: what happened, with the error's number, name and meaning. */
  String headline(UpdateStatus status);

  /** The same, short enough for a tooltip; what is longer than 64 characters is cut. */
  String tooltip(UpdateStatus status);

  /** Number, name and meaning of an error. */
  String error(HResult code);
}
