package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The errors of Win32 by the words in which Windows says them, where it gives no number. */
final class SystemMessages {

  private static final String RESOURCE = "system-messages.tsv";
  private static final Map<String, HResult> CODES = codes();

  private SystemMessages() {}

  private static Map<String, HResult> codes() {
    Map<String, HResult> codes = new LinkedHashMap<>();
    try (InputStream in = SystemMessages.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String row : reader.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] columns = row.split("\t");
        if (columns.length != 4) {
          throw new IllegalArgumentException("not language, message, number, source: " + row);
        }
        codes.put(
            columns[1].toLowerCase(Locale.ROOT), HResult.ofWin32(Integer.parseInt(columns[2])));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return CODES.entrySet().stream()
        .filter(message -> lower.contains(message.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
