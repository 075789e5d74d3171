package app.regrip.eventxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner against the parser of the JDK: what that one reads, this one reads alike. */
class XmlScannerProperties {

  /** What follows an event is not read. */
  private static final String TAIL = "<tail";

  private static final String EVENT =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
          + "<Provider Name=\"A &amp; B's\" Guid = '{1}'/><EventID Qualifiers='16384'>20</EventID>"
          + "<!-- a <comment> --><TimeCreated\n SystemTime='2026-05-04T10:00:00.1Z' />"
          + "<Keywords>0x8&#48;&#x30;</Keywords ><Computer>pc.home</Computer></System>"
          + "<?target data?><EventData><Data Name='updateTitle'> Größe &lt;1&gt; <![CDATA[<&>]]>x"
          + "</Data><Data>unnamed</Data><e:Binary xmlns:e='urn:e'>00\t\n</e:Binary></EventData>"
          + "</Event>";

  /** One change of a text: what stands from a place on is replaced. */
  private record Edit(int at, int length, String by) {
    String of(String text) {
      int from = Math.min(at, text.length());
      return text.substring(0, from) + by + text.substring(Math.min(text.length(), from + length));
    }
  }

  @Provide
  Arbitrary<Edit> edits() {
    Arbitrary<String> by =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "&",
                "<",
                ">",
                "\"",
                "'",
                "/",
                "=",
                "<a>",
                "</a>",
                "<b/>",
                "&lt;",
                "&#65;",
                "&#x1F600;",
                "&#xD800;",
                "&none;",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<?",
                "?>",
                " ",
                "\n",
                "\t",
                "é",
                "\uD83D\uDE00",
                " a='1'",
                "<!DOCTYPE x>",
                "--"),
            Arbitraries.strings().withChars("abEvent<>&;\"'/=!-[]?#x1 .:_").ofMaxLength(4));
    return Combinators.combine(
            Arbitraries.integers().between(0, EVENT.length()),
            Arbitraries.integers().between(0, 12),
            by)
        .as(Edit::new);
  }

  @Property(tries = 20_000)
  void readsWhatTheParserReads(@ForAll("edits") Edit first, @ForAll("edits") Edit second) {
    String xml = second.of(first.of(EVENT));
    Optional<Map<String, String>> parsed = parsed(xml);
    if (parsed.isPresent()) {
      assertThat(scanned(xml)).as(xml).isEqualTo(parsed);
    }
  }

  /** Nor does it read over what would have been the end, or another start. */
  @Property(tries = 5_000)
  void aheadItReadsTheSameOrNothing(@ForAll("edits") Edit first, @ForAll("edits") Edit second) {
    String xml = second.of(first.of(EVENT.replaceFirst("<!--.*?-->", "").replace("<?", "<p:")));
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    fields.clear();
    byte[] text = utf8(xml);
    XmlScanner scanner = new XmlScanner(fields);
    if (scanner.readAhead(text, 0, text.length - TAIL.length())) {
      String read = new String(text, 0, scanner.end(), StandardCharsets.UTF_8);
      assertThat(scanned(read)).as(xml).contains(fields.fields());
      assertThat(read).endsWith(">").doesNotContain("<!", "<?");
      assertThat(read.indexOf("<Event>", 1)).isNegative();
    }
  }

  @Test
  void aheadItLeavesTornEventsAlone() {
    assertThat(ahead("<Event><a>1</a></Event><Event>")).isTrue();
    assertThat(ahead("<Event><a>1</a><Event></Event></Event>")).isFalse();
    assertThat(ahead("<Event><!-- </Event> --></Event>")).isFalse();
    assertThat(ahead("<Event><![CDATA[</Event>]]></Event>")).isFalse();
    assertThat(ahead("<Event><?p </Event> ?></Event>")).isFalse();
  }

  private static boolean ahead(String xml) {
    byte[] text = utf8(xml);
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    return new XmlScanner(fields).readAhead(text, 0, text.length - TAIL.length());
  }

  @Property
  void halfAnEventIsNone(@ForAll @IntRange(max = 700) int length) {
    String half = EVENT.substring(0, Math.min(length, EVENT.length() - 1));
    assertThat(scanned(half)).isEmpty();
  }

  @Test
  void readsTheWhole() {
    Map<String, String> fields = scanned(EVENT).orElseThrow();
    assertThat(fields)
        .isEqualTo(parsed(EVENT).orElseThrow())
        .containsEntry("Provider@Name", "A & B's")
        .containsEntry("Keywords", "0x800")
        .containsEntry("data:updateTitle", "Größe <1> <&>x")
        .containsEntry("Binary", "00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<Event/>", "<Event></Event>", "<Event>x</Event>"})
  void afterAnEventWithinNothingIsTaken(String within) {
    String xml = EVENT.replace("<EventData>", within + "<EventData>");
    assertThat(scanned(xml)).isPresent().isEqualTo(parsed(xml));
  }

  @Test
  void anEventEndsWithTheOneItHolds() {
    String xml = EVENT.replace("<EventData>", "<Event>").replace("</EventData>", "/EventData>");
    assertThat(scanned(xml)).isEmpty();
    assertThat(parsed(xml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<>",
        "<1/>",
        "<Event",
        "<Event a/>",
        "<Event a=1/>",
        "<Event a='1'b='2'/>",
        "<Event a='1' a='1'/>",
        "<Event a='<'/>",
        "<Event></Events>",
        "<Event><a></Event></a>",
        "<Event>&nbsp;</Event>",
        "<Event>&#;</Event>",
        "<Event>&#x110000;</Event>",
        "<Event>&#9999999999;</Event>",
        "<Event><!DOCTYPE a></Event>",
        "<Event><![CDATA[</Event>",
        "<Event><!--</Event>"
      })
  void whatIsNotWellFormedIsNotRead(String xml) {
    assertThat(scanned(xml)).isEmpty();
    assertThat(parsed(xml)).isEmpty();
  }

  @Test
  void aCommentDoesNotEndInItsOwnBeginning() {
    assertThat(scanned("<Event><!---> --><a>1</a></Event>").orElseThrow()).containsEntry("a", "1");
    assertThat(scanned("<Event><!---></Event>")).isEmpty();
  }

  @Test
  void whatIsNestedForeverIsNotRead() {
    assertThat(scanned("<a>".repeat(100_000))).isEmpty();
  }

  private static Optional<Map<String, String>> parsed(String xml) {
    return JdkFields.read(fromStart(xml));
  }

  private static Optional<Map<String, String>> scanned(String xml) {
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    fields.clear();
    byte[] text = utf8(xml);
    boolean whole = new XmlScanner(fields).read(text, 0, text.length - TAIL.length());
    return whole ? Optional.of(fields.fields()) : Optional.empty();
  }

  private static String fromStart(String xml) {
    return xml.substring(Math.max(0, xml.indexOf("<Event")));
  }

  private static byte[] utf8(String xml) {
    return (fromStart(xml) + TAIL).getBytes(StandardCharsets.UTF_8);
  }
}
