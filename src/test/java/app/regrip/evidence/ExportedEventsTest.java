package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Events as {@code wevtutil qe /f:xml} exports them. */
class ExportedEventsTest {

  private static final Instant FIRST = Instant.parse("2026-05-04T10:00:00Z");

  @Test
  void ofALogInItsOrderTheNewestAreListed() {
    List<LoggedEvent> events =
        read(
            LongStream.range(0, 11_000)
                .mapToObj(i -> event("Some-Provider", 16, FIRST.plusSeconds(i), ""))
                .collect(Collectors.joining("\n")));
    assertThat(events).hasSize(FileEvidence.MOST_EVENTS);
    assertThat(time(events.get(0))).isEqualTo(FIRST.plusSeconds(6_000).toString());
    assertThat(time(events.get(4_999))).isEqualTo(FIRST.plusSeconds(10_999).toString());
  }

  @Test
  void anEventOfOtherMattersHasATimeToo() {
    assertThat(read(event("Some-Provider", 16, FIRST, "<Data Name='param1'>x</Data>")))
        .map(ExportedEventsTest::time)
        .containsExactly(FIRST.toString());
  }

  @Test
  void aServiceIsKnownByTheKeyInTheBinaryPart() {
    assertThat(read(ended("BITS/4\0"))).allMatch(LoggedEvent::aboutWindows);
    assertThat(read(ended("wuauserv\0other"))).allMatch(LoggedEvent::aboutWindows);
    assertThat(read(ended("Spooler\0BITS"))).noneMatch(LoggedEvent::aboutWindows);
  }

  private static String ended(String key) {
    String hex = HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_16LE));
    return event(
        "Service Control Manager",
        7034,
        FIRST,
        "<Data Name='param1'>Dienst</Data><Binary>" + hex + "</Binary>");
  }

  private static String event(String provider, int id, Instant time, String data) {
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        + "<Provider Name='%s'/><EventID>%d</EventID><TimeCreated SystemTime='%s'/>"
            .formatted(provider, id, time)
        + "<Channel>System</Channel></System><EventData>"
        + data
        + "</EventData></Event>";
  }

  private static List<LoggedEvent> read(String text) {
    List<LoggedEvent> events = Analysed.of(text).files().get(0).events();
    assertThat(events).isNotEmpty();
    return events;
  }

  private static String time(LoggedEvent event) {
    return event.time().orElseThrow().toString();
  }
}
