package app.regrip.desktop;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything is said in one language while the tests of a class run. */
final class Speaking implements BeforeAllCallback, AfterAllCallback {

  private final Locale language;
  private Locale before;

  Speaking(Locale language) {
    this.language = language;
  }

  /** Everything is said in that language while this runs. */
  static void in(Locale language, Runnable work) {
    Locale before = Locale.getDefault();
    Locale.setDefault(language);
    try {
      work.run();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    before = Locale.getDefault();
    Locale.setDefault(language);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Locale.setDefault(before);
  }
}
