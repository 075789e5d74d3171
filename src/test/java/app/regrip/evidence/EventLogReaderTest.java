package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.regrip.errors.ErrorCatalog;
import app.regrip.evidence.evtx.LogWriter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventLogReaderTest {

  private static final String CLIENT = "Microsoft-Windows-WindowsUpdateClient";
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.1234567Z");

  @Test
  void aBinaryLogSaysWhatTheSameEventsSayInXml() {
    byte[] log =
        new LogWriter()
            .event("Microsoft-Windows-Kernel-General", 12, AT, Map.of("BootMode", "0"))
            .event(CLIENT, 20, AT, Map.of("errorCode", "0x80070006", "updateTitle", "A & B"))
            .event(CLIENT, 25, AT.plusSeconds(1), Map.of("errorCode", "0x80070006"))
            .event(
                "Microsoft-Windows-Servicing",
                3,
                AT.plusSeconds(2),
                Map.of("ErrorCode", "0x800f0831", "PackageIdentifier", "KB5000001"))
            .bytes();
    String xml =
        "<Event><System><Provider Name='%s'/><EventID>%d</EventID><TimeCreated"
            + " SystemTime='2026-03-01T10:00:0%d.1234567Z'/></System><EventData>%s</EventData>"
            + "</Event>\n";
    String events =
        xml.formatted("Microsoft-Windows-Kernel-General", 12, 0, "")
            + xml.formatted(
                CLIENT,
                20,
                0,
                "<Data Name='errorCode'>0x80070006</Data><Data Name='updateTitle'>A &amp; B</Data>")
            + xml.formatted(CLIENT, 25, 1, "<Data Name='errorCode'>0x80070006</Data>")
            + xml.formatted("Microsoft-Windows-Servicing", 3, 2, "");
    Analysis.Result binary = of(log);
    Analysis.Result text = of(events.getBytes(StandardCharsets.UTF_8));
    assertThat(binary.files().get(0).kind()).isEqualTo(FileKind.EVTX);
    assertThat(binary.files().get(0).problems()).isEmpty();
    assertThat(binary.files().get(0).events()).hasSize(4);
    assertThat(binary.files().get(0).events()).isEqualTo(text.files().get(0).events());
    assertThat(binary.findings()).isEqualTo(text.findings());
    assertThat(binary.findings().get(0).evidence()).containsExactly("log:2", "log:3");
  }

  @Test
  void whatIsMissingIsSaid() {
    byte[] log = someEvents().endChunk().event(CLIENT, 19, AT, Map.of("a", "b")).bytes();
    log[4096 + 512 + 300] ^= 0x55;
    log[120] = 1;
    assertThat(of(Arrays.copyOf(log, log.length - 1000)).files().get(0).problems())
        .extracting(problem -> problem.what().english())
        .containsExactly(
            "4 events stand in damaged parts of the log and were recovered, from here on.",
            "The end of the log is missing.",
            "Windows had not closed this log: it was copied while in use, or the PC lost power."
                + " The newest events may be missing.");
  }

  @Test
  void aBrokenEventIsCountedAndLeftOut() {
    byte[] log = someEvents().bytes();
    Arrays.fill(log, 4096 + 512 + 24, 4096 + 512 + 60, (byte) 0x33);
    FileReport file = of(log).files().get(0);
    assertThat(file.events()).extracting(LoggedEvent::line).containsExactly(2L, 3L);
    assertThat(file.problems())
        .extracting(problem -> problem.what().english(), Problem::line)
        .containsExactly(
            tuple(
                "2 events stand in damaged parts of the log and were recovered, from here on.", 2L),
            tuple("One event is broken and was left out: it has a token where none may be.", 1L));
  }

  @Test
  void aLogOfWhichNothingCanBeReadSaysWhy() {
    byte[] log = someEvents().bytes();
    assertNothing(new LogWriter().bytes(), "there is no event in it");
    assertNothing(Arrays.copyOf(log, 2000), "it ends within its header");
    assertNothing(Arrays.copyOf(log, 4096), "there is no event in it");
    byte[] broken = new LogWriter().event(CLIENT, 19, AT, Map.of()).bytes();
    Arrays.fill(broken, 4096 + 512 + 24, 4096 + 512 + 60, (byte) 0x33);
    assertNothing(broken, "its only event is broken, it has a token where none may be");
    byte[] noise = log.clone();
    Arrays.fill(noise, 4096, noise.length, (byte) 0x77);
    assertNothing(noise, "no part of it is intact");
  }

  @Test
  void eventsThatCameFromAnOrganisationAreTold() {
    byte[] log =
        new LogWriter()
            .event(CLIENT, 19, AT, Map.of("serviceGuid", "{3da21691-e39d-4da6-8a4b-b43877bcb1b7}"))
            .bytes();
    assertThat(of(log).findings()).extracting(LogFinding::id).contains(Hint.WSUS);
  }

  private static LogWriter someEvents() {
    return new LogWriter()
        .event(CLIENT, 19, AT, Map.of("updateTitle", "A"))
        .event(CLIENT, 19, AT, Map.of("updateTitle", "B"))
        .event(CLIENT, 19, AT, Map.of("updateTitle", "C"));
  }

  private static void assertNothing(byte[] log, String why) {
    Analysis.Result result = of(log);
    assertThat(result.isAnythingUnderstood()).as(why).isFalse();
    assertThat(result.findings()).as(why).isEmpty();
    assertThat(result.files().get(0).kind()).isEqualTo(FileKind.EVTX);
    assertThat(result.files().get(0).problems().get(0).what().english())
        .isEqualTo("Nothing could be read from this event log: " + why + ".");
  }

  private static Analysis.Result of(byte[] bytes) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("log", new ByteArrayInputStream(bytes));
    return analysis.result();
  }
}
