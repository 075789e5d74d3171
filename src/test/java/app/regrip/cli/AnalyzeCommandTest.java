package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {

  static final String FAILED =
      "<Event><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/><EventID>20</EventID>"
          + "<TimeCreated SystemTime='2026-03-01T10:00:00.0000000Z'/></System><EventData>"
          + "<Data Name='errorCode'>0x80070006</Data></EventData></Event>";

  @TempDir Path folder;
  private final Bench bench = new Bench();

  @Test
  void jsonIsOneDocumentInWhichEveryKeyStands() throws Exception {
    Path file = Files.writeString(folder.resolve("events.xml"), FAILED);
    assertThat(bench.run("analyze", file.toString(), "--json")).isEqualTo(1);
    JsonObject document = bench.json().get(0);
    JsonObject read = document.getAsJsonArray("files").get(0).getAsJsonObject();
    assertThat(read.keySet()).containsExactly("file", "kind", "events", "runs", "problems");
    JsonObject event = read.getAsJsonArray("events").get(0).getAsJsonObject();
    assertThat(event.keySet()).contains("time", "operation", "outcome", "error", "title");
    assertThat(event.get("title").isJsonNull()).isTrue();
    assertThat(event.get("error").getAsString()).isEqualTo("0x80070006");
    JsonObject finding = document.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(finding.keySet())
        .containsExactly(
            "id", "severity", "code", "count", "first", "last", "evidence", "fix", "text");
    assertThat(finding.get("fix").getAsString()).isEqualTo("all");
  }

  @Test
  void thePageSaysWhatIsWrongFirstAndPrintsNoControlCharacters() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("events.xml"),
            FAILED.replace(
                "</EventData>", "<Data Name='updateTitle'>\u009B31mKB1</Data></EventData>"));
    assertThat(bench.run("analyze", file.toString())).isEqualTo(1);
    assertThat(bench.out())
        .contains("0x80070006", "regrip fix all", "events.xml")
        .doesNotContain("\u009B");
    assertThat(bench.out().indexOf("0x80070006")).isLessThan(bench.out().indexOf("What was read"));
  }

  @Test
  void theExitCodeTellsNothingReadFromNoSuchFile() throws Exception {
    Path prose = Files.writeString(folder.resolve("letter.txt"), "Dear reader\n");
    assertThat(bench.run("analyze", prose.toString())).isEqualTo(3);
    assertThat(bench.run("analyze", folder.resolve("missing").toString())).isEqualTo(2);
    assertThat(bench.run("analyze")).isEqualTo(2);
  }
}
