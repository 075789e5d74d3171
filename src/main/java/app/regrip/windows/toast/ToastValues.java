package app.regrip.windows.toast;

import app.regrip.pc.Notifications.Bar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the names in the progress bar of a {@link ToastXml} stand for at one moment. */
final class ToastValues {

  private ToastValues() {}

  static Map<String, String> of(Bar bar) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", clean(bar.title()));
    values.put(
        "value",
        bar.fraction().isPresent() ? fraction(bar.fraction().getAsDouble()) : "indeterminate");
    values.put("shown", clean(bar.shown()));
    values.put("status", clean(bar.status()));
    return values;
  }

  /** With a point whatever the language of the PC, and never outside of 0 to 1. */
  private static String fraction(double fraction) {
    return String.format(Locale.ROOT, "%.3f", Math.max(0, Math.min(1, fraction)));
  }

  /** Values are taken as they are, so there is nothing to escape; but they are one line. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
