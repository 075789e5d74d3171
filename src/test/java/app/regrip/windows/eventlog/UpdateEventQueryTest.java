package app.regrip.windows.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class UpdateEventQueryTest {

  @Test
  void asks_both_logs_for_the_update_client_alone() throws Exception {
    NodeList selects = selects(UpdateEventQuery.all());

    assertThat(selects.getLength()).isEqualTo(2);
    assertThat(path(selects, 0)).isEqualTo("System");
    assertThat(path(selects, 1)).isEqualTo("Microsoft-Windows-WindowsUpdateClient/Operational");
    assertThat(selects.item(0).getTextContent())
        .isEqualTo("*[System[Provider[@Name='Microsoft-Windows-WindowsUpdateClient']]]");
  }

  @Test
  void a_time_is_written_as_the_event_viewer_writes_it() {
    assertThat(UpdateEventQuery.since(Instant.parse("2026-11-01T07:08:09.0104Z")))
        .isEqualTo(
            "*[System[Provider[@Name='Microsoft-Windows-WindowsUpdateClient']"
                + " and TimeCreated[@SystemTime>='2026-11-01T07:08:09.010Z']]]");
  }

  @Test
  void who_wants_all_asks_for_no_time() {
    assertThat(UpdateEventQuery.since(Instant.EPOCH)).doesNotContain("TimeCreated");
    assertThat(UpdateEventQuery.since(Instant.MIN)).doesNotContain("TimeCreated");
  }

  private static NodeList selects(String query) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(query)))
        .getElementsByTagName("Select");
  }

  private static String path(NodeList selects, int index) {
    return selects.item(index).getAttributes().getNamedItem("Path").getNodeValue();
  }
}
