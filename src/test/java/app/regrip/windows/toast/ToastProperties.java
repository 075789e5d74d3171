package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ToastProperties {

  /** Bits of markup, control characters, halves of surrogate pairs, and whatever else there is. */
  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> markup =
        Arbitraries.of(
            "</text>",
            "]]>",
            "<!--",
            "&",
            "&amp;",
            "\" launch=\"http:",
            "'",
            "\u0000",
            "\u001b[31m",
            "\ud800",
            "\udfff",
            "\uffff",
            "{title}",
            "<action arguments=\"calc\"/>",
            "\r\n");
    return Arbitraries.oneOf(markup, Arbitraries.strings().ofMaxLength(40))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property
  void aToastIsWellFormedAndHasNoMorePartsThanItWasGiven(
      @ForAll("hostile") String title,
      @ForAll("hostile") String text,
      @ForAll("hostile") String label)
      throws Exception {
    Document toast =
        parsed(
            ToastXml.of(
                new Notification(
                    "tag",
                    title,
                    text,
                    Action.OPEN,
                    List.of(new Button(label, Action.FIX)),
                    Optional.empty(),
                    false)));
    assertThat(toast.getElementsByTagName("*").getLength()).isEqualTo(7);
    assertThat(toast.getDocumentElement().getAttribute("launch")).isEqualTo("regrip:open");
    NodeList actions = toast.getElementsByTagName("action");
    assertThat(actions.getLength()).isEqualTo(1);
    assertThat(((Element) actions.item(0)).getAttribute("arguments")).isEqualTo("regrip:fix");
  }

  @Property
  void anAddressThatIsReadIsOneThatWasWritten(@ForAll("address") String address) {
    ToastAddress.read(address)
        .ifPresent(action -> assertThat(ToastAddress.of(action)).isEqualTo(address));
    assertThat(ToastAddress.read(address).isPresent())
        .isEqualTo(Arrays.stream(Action.values()).map(ToastAddress::of).anyMatch(address::equals));
  }

  @Provide
  Arbitrary<String> address() {
    Arbitrary<String> scheme = Arbitraries.of("regrip:", "REGRIP:", "regrip://", "");
    Arbitrary<String> word =
        Arbitraries.oneOf(
            Arbitraries.of("fix", "open", "details", "snooze", "Fix", "fix/", "fix --now"),
            Arbitraries.strings().ofMaxLength(12));
    return scheme.flatMap(s -> word.map(w -> s + w));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
