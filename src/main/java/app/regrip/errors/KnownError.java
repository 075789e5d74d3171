package app.regrip.errors;

import app.regrip.text.Message;
import java.util.Optional;

/**
 * What decides about the next step where this number is met, the same in every part of Regrip.
 *
 * @param name its name and meaning; empty for a number that is not in the tables
 * @param family what kind of trouble it is
 * @param fix the fix of Regrip it calls for, by its name on the command line; empty where the cause
 *     lies elsewhere
 * @param advice what to try, one to three sentences
 */
public record KnownError(
    HResult code, Optional<ErrorName> name, Family family, Optional<String> fix, Message advice) {

  /** Whether it passes by itself. */
  public boolean isTransient() {
    return family.isTransient();
  }
}
