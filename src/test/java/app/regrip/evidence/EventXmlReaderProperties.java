package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.eventxml.EventFields;
import app.regrip.eventxml.JdkFields;
import app.regrip.evidence.LineDecoder.Width;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However a file is encoded, cut off and comes in pieces, its events are the same. */
class EventXmlReaderProperties {

  private static final ErrorCatalog CATALOG = ErrorCatalog.load();
  private static final String GOOD =
      "<Event xmlns='urn:e'><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/>"
          + "<EventID>20</EventID><TimeCreated SystemTime='2026-05-04T10:00:00Z'/></System>"
          + "<EventData><Data Name='errorCode'>0x80070006</Data></EventData></Event  >";
  private static final String TORN = "<Event><System><EventID>20</EventID>";
  private static final String FILE =
      "<Events><EventsOf/>" + GOOD + "\t<x/>" + TORN + GOOD + "<Event>a</b></Event>" + GOOD;

  @Property
  void piecesDoNotMatter(@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 300) Integer> cuts) {
    FileEvidence evidence = new FileEvidence("log", new Conclusions(CATALOG));
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

  /** UTF-8 and UTF-16, cut off at any byte, against the parser of the JDK. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readsWhatTheParserReads(
      @ForAll("events") List<String> events,
      @ForAll("encodings") Charset encoding,
      @ForAll("betweens") String between,
      @ForAll @DoubleRange(max = 1) double cut)
      throws IOException {
    String mark = encoding.equals(StandardCharsets.UTF_8) ? "" : "\uFEFF";
    String file = mark + "<Events>" + between + String.join(between, events) + between;
    byte[] bytes = file.getBytes(encoding);
    int length = (int) (cut * bytes.length);
    byte[] head = Arrays.copyOf(bytes, Math.min(length, 1 << 16));
    FileEvidence evidence = new FileEvidence("log", new Conclusions(CATALOG));
    evidence.is(FileKind.EVENT_XML);
    LineDecoder decoder =
        mark.isEmpty()
            ? new LineDecoder(Width.BYTES, () -> StandardCharsets.UTF_8)
            : LineDecoder.of(head);
    new LineSplitter(decoder, new EventXmlReader(evidence))
        .feed(new ByteArrayInputStream(bytes, 0, length));
    assertThat(evidence.report().events())
        .isEqualTo(parsed(file.getBytes(encoding), length, encoding, events));
  }

  private static List<LoggedEvent> parsed(
      byte[] bytes, int length, Charset encoding, List<String> events) {
    String whole = new String(bytes, encoding);
    List<LoggedEvent> parsed = new ArrayList<>();
    int from = 0;
    for (String event : events) {
      int start = whole.indexOf(event, from);
      from = start + event.length();
      String before = whole.substring(0, from);
      if (before.getBytes(encoding).length <= length) {
        long line = 1 + whole.substring(0, start).chars().filter(c -> c == '\n').count();
        JdkFields.read(event)
            .map(EventFields::new)
            .flatMap(fields -> new EventOfXml().of(fields, line))
            .ifPresent(parsed::add);
      }
    }
    return parsed;
  }

  @Provide
  Arbitrary<List<String>> events() {
    Arbitrary<String> providers =
        Arbitraries.of(
            "Microsoft-Windows-WindowsUpdateClient",
            "Service Control Manager",
            "Anybody &amp; \u00E4");
    Arbitrary<String> titles =
        Arbitraries.of(
            "plain",
            "",
            " Gr\u00F6\u00DFe\t",
            "\u6F22\u5B57 \uD83D\uDE00",
            "a &amp; b&#228;",
            "<![CDATA[<&>]]>x",
            "two\r\nlines",
            "x".repeat(200));
    Arbitrary<String> fillers =
        Arbitraries.frequencyOf(
            Tuple.of(
                20,
                Arbitraries.of(
                    "",
                    "\r\n  ",
                    "<!-- a -->",
                    "<?p q?>",
                    "<EventX/>",
                    "<Event/>",
                    "<a b='&#x41;\u00E9\"'/>")),
            Tuple.of(1, Arbitraries.just("<a>" + "y".repeat(70_000) + "</a>")));
    return Combinators.combine(
            providers, titles, fillers, fillers, Arbitraries.integers().between(15, 50))
        .as(
            (provider, title, first, second, id) ->
                ("<Event xmlns='urn:e'>%s<System><Provider Name='%s'/><EventID>%d</EventID>"
                        + "<TimeCreated SystemTime='2026-05-04T10:00:%d.5Z'/></System><EventData>"
                        + "<Data Name='updateTitle'>%s</Data><Data Name='param1'>%5$s</Data>%s"
                        + "<Data Name='errorCode'>0x800700%3$d</Data></EventData></Event>")
                    .formatted(first, provider, id, id, title, second))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Charset> encodings() {
    return Arbitraries.of(
        StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
  }

  @Provide
  Arbitrary<String> betweens() {
    return Arbitraries.of("", "\r\n", "\n\n", " <x/> ");
  }
}
