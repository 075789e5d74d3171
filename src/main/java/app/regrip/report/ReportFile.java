package app.regrip.report;

import app.regrip.text.Translator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The one file a report is: a page for people and the document for programs, in this order. */
public final class ReportFile {

  public static final String PAGE = "report.html";
  public static final String DOCUMENT = "report.json";

  private ReportFile() {}

  /**
   * The same document made at the same moment gives the same bytes.
   *
   * @param said the document in the language of the translator, for the page
   */
  public static byte[] zip(
      ReportDocument document,
      ReportDocument said,
      Translator translator,
      Instant createdAt,
      ZoneId zone) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, PAGE, new ReportPage(said, zone, translator).html(), createdAt, zone);
      add(zip, DOCUMENT, document.json(), createdAt, zone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(
      ZipOutputStream zip, String name, String text, Instant createdAt, ZoneId zone)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(createdAt.atZone(zone).toLocalDateTime());
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
