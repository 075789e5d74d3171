package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a long line comes in pieces, its events are the same. */
class EventXmlReaderProperties {

  private static final String GOOD =
      "<Event xmlns='urn:e'><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/>"
          + "<EventID>20</EventID><TimeCreated SystemTime='2026-05-04T10:00:00Z'/></System>"
          + "<EventData><Data Name='errorCode'>0x80070006</Data></EventData></Event  >";
  private static final String TORN = "<Event><System><EventID>20</EventID>";
  private static final String FILE =
      "<Events><EventsOf/>" + GOOD + "\t<x/>" + TORN + GOOD + "<Event>a</b></Event>" + GOOD;

  @Property
  void piecesDoNotMatter(@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 300) Integer> cuts) {
    FileEvidence evidence = new FileEvidence("log", new Conclusions(ErrorCatalog.load()));
    evidence.is(FileKind.EVENT_XML);
    EventXmlReader reader = new EventXmlReader(evidence);
    reader.line(1, "");
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(FILE.length(), from + cut);
      reader.continued(1, FILE.substring(from, to));
      from = to;
    }
    reader.continued(1, FILE.substring(from));
    reader.end();
    FileReport report = evidence.report();
    assertThat(report.events()).hasSize(3);
    assertThat(report.problems())
        .extracting(problem -> problem.what().english())
        .containsExactly("2 events are broken and were left out, from here on.");
  }
}
