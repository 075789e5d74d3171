package app.regrip.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
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
  void an_age_is_in_milliseconds() {
    assertThat(UpdateEventQuery.youngerThan(Duration.ofDays(30)))
        .contains("TimeCreated[timediff(@SystemTime) <= 2592000000]");
  }

  @Test
  void an_age_in_the_future_is_none() {
    assertThat(UpdateEventQuery.youngerThan(Duration.ofDays(-1))).contains("<= 0]");
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
