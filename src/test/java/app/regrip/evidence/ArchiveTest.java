package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final String FAILURE =
      "Installation Failure: Windows failed to install the following update with error 0x80070006:"
          + " Something (KB5099001).\n";

  @TempDir Path folder;

  @Test
  void filesAreReadWhereTheyAre() throws IOException {
    Analysis.Result result = read(zip("logs/a.txt", FAILURE.getBytes(StandardCharsets.UTF_8)));
    assertThat(result.files()).extracting(FileReport::file).containsExactly("case.zip!logs/a.txt");
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  @Test
  void aNameThatPointsElsewhereIsOnlyAName() throws IOException {
    Path file = folder.resolve("case.zip");
    Files.write(file, zip("../../outside.txt", FAILURE.getBytes(StandardCharsets.UTF_8)));
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read(file);
    assertThat(analysis.result().files()).hasSize(1);
    assertThat(folder.getParent().resolve("outside.txt")).doesNotExist();
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aBombIsRefused() throws IOException {
    byte[] line =
        "2026-02-13 08:15:00, Info                  CBS    nothing\r\n"
            .repeat(1 << 14)
            .getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("CBS.log"));
      for (long written = 0; written < 3 * Archive.HARMLESS; written += line.length) {
        zip.write(line);
      }
    }
    FileReport file = read(bytes.toByteArray()).files().get(0);
    assertThat(file.problems())
        .extracting(problem -> problem.what().english())
        .anySatisfy(what -> assertThat(what).contains("far more than a log does"));
  }

  @Test
  void anArchiveInAnArchiveIsLeftAlone() throws IOException {
    byte[] inner = zip("a.txt", FAILURE.getBytes(StandardCharsets.UTF_8));
    FileReport file = read(zip("inner.zip", inner)).files().get(0);
    assertThat(file.isUnderstood()).isFalse();
    assertThat(file.problems().get(0).what().english()).contains("archive within an archive");
  }

  @Property(tries = 200)
  void noDamageThrows(@ForAll @IntRange(min = 0, max = 400) int at, @ForAll byte value)
      throws IOException {
    byte[] bytes = zip("a.txt", FAILURE.getBytes(StandardCharsets.UTF_8));
    bytes[at % bytes.length] = value;
    for (FileReport file : read(bytes).files()) {
      assertThat(file.isUnderstood() || !file.problems().isEmpty()).isTrue();
    }
  }

  @Property(tries = 100)
  void noCutThrows(@ForAll @IntRange(min = 0, max = 400) int length) throws IOException {
    byte[] bytes = zip("a.txt", FAILURE.getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(bytes, Math.min(length, bytes.length - 1));
    assertThat(read(cut).findings()).isEmpty();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static Analysis.Result read(byte[] bytes) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("case.zip", new ByteArrayInputStream(bytes));
    return analysis.result();
  }
}
