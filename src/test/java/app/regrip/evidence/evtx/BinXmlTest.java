package app.regrip.evidence.evtx;

import static app.regrip.evidence.evtx.Xml.attribute;
import static app.regrip.evidence.evtx.Xml.element;
import static app.regrip.evidence.evtx.Xml.nothing;
import static app.regrip.evidence.evtx.Xml.of;
import static app.regrip.evidence.evtx.Xml.optional;
import static app.regrip.evidence.evtx.Xml.strings;
import static app.regrip.evidence.evtx.Xml.text;
import static app.regrip.evidence.evtx.Xml.value;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.eventxml.JdkFields;
import app.regrip.eventxml.RecordFields;
import app.regrip.eventxml.XmlText;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinXmlTest {

  @Test
  void templatesAreDefinedOnceAndUsedByLaterRecords() throws EvtxException {
    Xml.Element template = element("E", attribute("a", value(0)), text("x "), value(1));
    byte[] log =
        new LogWriter()
            .record(new Xml.Instance(template, List.of(of("1"), of("2"))))
            .record(new Xml.Instance(template, List.of(of("3"), of("4"))))
            .bytes();
    assertThat(ReadLog.of(log).records())
        .extracting(ReadLog.Read::xml)
        .containsExactly("<E a=\"1\">x 2</E>", "<E a=\"3\">x 4</E>");
  }

  /** As the types of [MS-EVEN6] are written in events that Windows exported. */
  @ParameterizedTest
  @CsvSource({
    "3, FF, -1",
    "4, FF, 255",
    "5, FEFF, -2",
    "6, FEFF, 65534",
    "7, FFFFFFFF, -1",
    "8, FFFFFFFF, 4294967295",
    "9, FFFFFFFFFFFFFFFF, -1",
    "9, 0000000000000080, -9223372036854775808",
    "10, FFFFFFFFFFFFFFFF, 18446744073709551615",
    "11, 0000C03F, 1.5",
    "12, 000000000000F0BF, -1",
    "12, 000000000000F07F, 1.#INF",
    "13, 01000000, true",
    "13, 00000000, false",
    "14, 00FF1A, 00FF1A",
    "15, 54A95894 47C1 CF4A 923F 40C45405A658, {9458A954-C147-4ACF-923F-40C45405A658}",
    "16, 0A000000, 0xa",
    "16, 0A00000001000000, 0x10000000a",
    "17, 00803ED5DEB19D01, 1970-01-01T00:00:00.0000000Z",
    "17, 01803ED5DEB19D01, 1970-01-01T00:00:00.0000001Z",
    "18, EA0705000500080009000A000B000C00, 2026-05-08T09:10:11.012Z",
    "19, 010200000000000520000000 20020000, S-1-5-32-544",
    "20, 06000780, 0x80070006",
    "21, 0000000000000080, 0x8000000000000000",
    "2, 41E40042, Aä",
  })
  void valuesAreWrittenAsWindowsWritesThem(int type, String hex, String expected)
      throws EvtxException {
    assertThat(xml(element("E", attribute("v", value(0))), ofHex(type, hex)))
        .isEqualTo("<E v=\"" + expected + "\"/>");
  }

  @Test
  void anOptionalValueThatIsNullTakesItsElementOrAttributeAlong() throws EvtxException {
    Xml.Element template =
        element(
            "E",
            element("Correlation", attribute("ActivityID", optional(0))),
            element("A", optional(0)),
            Xml.dependent(0, "B", text("b")),
            element("C", value(0)),
            element("D", optional(7)),
            element("F", optional(1)));
    assertThat(xml(template, nothing(), of("f"))).isEqualTo("<E><Correlation/><C/><F>f</F></E>");
  }

  @Test
  void anElementIsRepeatedForEachItemOfAnArray() throws EvtxException {
    assertThat(
            xml(
                element("E", element("Data", attribute("n", text("x")), value(0))),
                strings("a", "", "b")))
        .isEqualTo("<E><Data n=\"x\">a</Data><Data n=\"x\"/><Data n=\"x\">b</Data></E>");
    assertThat(xml(element("E", element("D", value(0))), of(0x86, 1, 0, 2, 0)))
        .isEqualTo("<E><D>1</D><D>2</D></E>");
    assertThat(xml(element("E", element("D", value(0))), of(0x86))).isEqualTo("<E><D/></E>");
  }

  @Test
  void fragmentsInValuesAreReadWithAndWithoutATemplate() throws EvtxException {
    Xml.Element outer = element("Event", value(0));
    Xml.Element inner = element("EventData", element("Data", value(0)));
    assertThat(xml(outer, of(new Xml.Instance(inner, List.of(of("in"))))))
        .isEqualTo("<Event><EventData><Data>in</Data></EventData></Event>");
    assertThat(xml(outer, of(element("UserData", element("A", text("in"))))))
        .isEqualTo("<Event><UserData><A>in</A></UserData></Event>");
  }

  @Test
  void textIsMadeOfStringsSectionsCharactersAndEntities() throws EvtxException {
    assertThat(
            xml(
                element(
                    "E",
                    attribute("q", text("\"<\n")),
                    text("<&"),
                    new Xml.Cdata("]]>"),
                    new Xml.Character('ä'),
                    new Xml.Entity("amp"),
                    new Xml.Instruction("php", "ignored"),
                    text("\u0001\r"))))
        .isEqualTo("<E q=\"&quot;&lt;&#10;\">&lt;&amp;]]&gt;ä&amp; &#13;</E>");
  }

  @Test
  void theFieldsAreThoseOfTheSameEventInXml() throws Exception {
    byte[] log =
        new LogWriter()
            .event(
                "Microsoft-Windows-WindowsUpdateClient",
                20,
                Instant.parse("2026-03-01T10:00:00.123Z"),
                Map.of("errorCode", "0x80070006", "updateTitle", " A <\u0007> B\n"))
            .bytes();
    EvtxRecord record = EvtxLog.open(new ByteArrayInputStream(log)).next().orElseThrow();
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    record.read(fields);
    XmlText xml = new XmlText();
    record.read(xml);
    assertThat(fields.fields()).isEqualTo(JdkFields.read(xml.toString()).orElseThrow());
    assertThat(fields.fields()).containsEntry("data:updateTitle", "A < > B");
  }

  private static String xml(Xml.Element template, Xml.Value... values) throws EvtxException {
    ReadLog log =
        ReadLog.of(new LogWriter().record(new Xml.Instance(template, List.of(values))).bytes());
    assertThat(log.records()).extracting(ReadLog.Read::broken).containsExactly("");
    return log.records().get(0).xml();
  }

  private static Xml.Value ofHex(int type, String hex) {
    return new Xml.Value(type, HexFormat.of().parseHex(hex.replace(" ", "")), null, null);
  }
}
