package app.regrip.update;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UpdateEventXmlProperties {

  @Property
  void anyTextIsTaken(@ForAll String text) {
    assertThat(UpdateEventXml.parse(text)).isNotNull();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anyMixOfMarkupIsTaken(@ForAll("markup") String text) {
    assertThat(UpdateEventXml.parse(text)).isNotNull();
  }

  @Provide
  Arbitrary<String> markup() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "<Event xmlns='e'>",
                "<Event>",
                "</Event>",
                "<System>",
                "</System>",
                "<Provider Name='Microsoft-Windows-WindowsUpdateClient'/>",
                "<EventID>20</EventID>",
                "<EventID/>",
                "<TimeCreated SystemTime='2026-02-18T13:59:41.1982207Z'/>",
                "<EventData>",
                "</EventData>",
                "<Data Name='errorCode'>0x80070006</Data>",
                "<Data>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<!DOCTYPE Event [",
                "<!ENTITY a 'aaaa'>",
                "]>",
                "&a;",
                "&#0;",
                "<?xml version='1.1'?>",
                "<?pi ?>",
                "\0",
                "\uD800"),
            Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
