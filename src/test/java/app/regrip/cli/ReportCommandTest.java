package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.report.Secret;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  @TempDir private Path folder;
  private final Bench bench = new Bench();

  private String[] report(String... more) {
    String[] args = new String[2 + more.length];
    args[0] = "report";
    args[1] = "--output=" + folder.resolve("r.zip");
    System.arraycopy(more, 0, args, 2, more.length);
    return args;
  }

  @Test
  void writesOneFileWithoutNamesAndSaysSo() throws Exception {
    bench.session.status = Bench.FAILING;
    bench.session.cases = OtherCommandsTest.oneCase();
    bench.names = Map.of(Secret.USER, List.of("Marlene"));
    bench.session.findings =
        List.of(
            new Finding(
                "x",
                Severity.CAUSE,
                Message.asIs("Seen by MARLENE."),
                Message.asIs("C:\\Users\\marlene"),
                Optional.empty()));

    assertThat(bench.run(report())).isEqualTo(0);

    assertThat(bench.out().replaceAll("\\s+", " "))
        .contains("r.zip", "report.html", "report.json", "user names (2)", "Nothing was sent");
    for (String name : List.of("report.html", "report.json")) {
      assertThat(written(name))
          .doesNotContainIgnoringCase("marlene")
          .contains("Seen by USER-1.", "0x80070006", "KB5000001", "1.2.3");
    }
    assertThat(bench.session.closed).isTrue();
  }

  @Test
  void thePageSpeaksToWhoMakesItAndTheDocumentToPrograms() throws Exception {
    bench.translator = new Translator(Locale.GERMANY, ZoneOffset.UTC);
    bench.session.cases = OtherCommandsTest.oneCase();
    bench.session.notice = Optional.of(Message.of("session.notice.history-damaged"));

    assertThat(bench.run(report())).isEqualTo(0);

    assertThat(written("report.html"))
        .contains("<html lang=\"de-DE\">", "Übungs-PC: test", "Einige Zeilen des Verlaufs");
    assertThat(written("report.json"))
        .contains("Pretend PC: test", "Some lines of the history are damaged");
  }

  private String written(String name) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("r.zip").toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void neverReplacesAFileUnasked() throws Exception {
    Path file = folder.resolve("r.zip");
    Files.writeString(file, "mine");
    assertThat(bench.run(report())).isEqualTo(2);
    assertThat(bench.err()).contains("--force");
    assertThat(file).hasContent("mine");

    assertThat(bench.run(report("--force"))).isEqualTo(0);
    assertThat(Files.size(file)).isGreaterThan(1000);
  }

  @Test
  void saysWhereItIsForPrograms() {
    assertThat(bench.run(report("--json"))).isEqualTo(0);
    assertThat(bench.json().get(0).get("type").getAsString()).isEqualTo("report");
    assertThat(bench.json().get(0).get("file").getAsString()).endsWith("r.zip");
  }

  @Test
  void saysWhenItCannotBeWritten() {
    assertThat(bench.run("report", "--output=" + folder.resolve("no").resolve("r.zip")))
        .isEqualTo(2);
    assertThat(bench.err()).contains("could not be written");
  }
}
