package app.regrip.evidence;

import app.regrip.errors.ErrorCatalog;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** One pasted text, analysed by itself. */
final class Analysed {

  private Analysed() {}

  static Analysis.Result of(String text) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("pasted", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return analysis.result();
  }
}
