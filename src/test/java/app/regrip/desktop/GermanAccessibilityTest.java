package app.regrip.desktop;

import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same in German: other words, other letters. */
class GermanAccessibilityTest extends AccessibilityTest {

  @RegisterExtension static final Speaking GERMAN = new Speaking(Locale.GERMAN);
}
