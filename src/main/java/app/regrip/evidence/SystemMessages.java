package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The errors of Win32 by the words in which Windows says them, where it gives no number. */
final class SystemMessages {

  private static final Map<String, HResult> CODES = codes();
  private static final Phrases KNOWN = Phrases.of(List.copyOf(CODES.keySet()));

  private SystemMessages() {}

  private static Map<String, HResult> codes() {
    Map<String, HResult> codes = new LinkedHashMap<>();
    WordTable.rows("system-messages.tsv", "language", "message", "number", "source")
        .forEach(
            row ->
                codes.put(
                    row[1].toLowerCase(Locale.ROOT), HResult.ofWin32(Integer.parseInt(row[2]))));
    return codes;
  }

  /** The error that a line says and nothing else, but for marks around it. */
  static Optional<HResult> said(String line) {
    String words = line.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"“„]|[.。!\"”“]+$", "");
    return Optional.ofNullable(CODES.get(words));
  }

  /** The error that a longer text names. */
  static Optional<HResult> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!KNOWN.anyIn(lower)) {
      return Optional.empty();
    }
    return CODES.entrySet().stream()
        .filter(message -> lower.contains(message.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
