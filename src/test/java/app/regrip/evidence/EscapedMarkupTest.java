package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in XML as pages on the web show them. */
class EscapedMarkupTest {

  private static final String EVENT =
      """
      <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
        <System>
          <Provider Name="Microsoft-Windows-WindowsUpdateClient" />
          <EventID>%d</EventID>
          <TimeCreated SystemTime="2026-02-11T09:14:33.1234567Z" />
        </System>
        <EventData>
          <Data Name="errorCode">%s</Data>
          <Data Name="updateTitle">Some update &amp; more (KB5099001)</Data>
        </EventData>
      </Event>
      """;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anEscapedEventIsAnEvent(int times) {
    String page = "Event viewer says:\n\n" + escaped(EVENT.formatted(20, "0x80070006"), times);
    Analysis.Result result = Analysed.of(page);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
    assertThat(result.findings().get(0).text().english()).contains("Some update & more");
  }

  @Test
  void alsoOnOneLineAndWhereItTellsOfSuccess() {
    String event = EVENT.formatted(19, "0x0").replaceAll("\n *", "");
    assertThat(Analysed.of("<p>" + escaped(event, 1) + "</p>").answer()).isEqualTo(Answer.WELL);
  }

  @Test
  void anEventThatQuotesAnEventIsReadAsItIs() {
    String quoting =
        EVENT.formatted(20, "0x80070006").replace("Some update &amp; more", "&lt;Event&gt; of it");
    assertThat(Analysed.of(quoting).findings().get(0).text().english()).contains("<Event> of it");
  }

  @Test
  void elementsMayHaveThePrefixOfTheirNamespace() {
    String event =
        EVENT
            .formatted(20, "0x80070006")
            .replaceAll("<(?=[A-Z])", "<evt:")
            .replace("</", "</evt:")
            .replaceAll(" xmlns=", " xmlns:evt=");
    Analysis.Result result = Analysed.of(event);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  private static String escaped(String text, int times) {
    String escaped = text;
    for (int i = 0; i < times; i++) {
      escaped =
          escaped
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;");
    }
    return escaped;
  }
}
