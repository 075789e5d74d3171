package app.regrip.windows;

import app.regrip.errors.HResult;
import app.regrip.pc.PcFacts.LoggedFailure;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads the two events by which BITS (61) and servicing (Setup 3) report a failure. BITS writes its
 * HRESULT as an unsigned decimal number, servicing in hexadecimal and in UserData.
 */
final class FailureEvent {

  private FailureEvent() {}

  /** Empty where it is another event, a success or torn. */
  static Optional<LoggedFailure> read(String xml) {
    Document document;
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      document = builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXException | IOException | ParserConfigurationException torn) {
      return Optional.empty();
    }
    Optional<Instant> at = time(document);
    Optional<HResult> code = number(data(document, "hr").or(() -> text(document, "ErrorCode")));
    if (at.isEmpty() || code.filter(HResult::isFailure).isEmpty()) {
      return Optional.empty();
    }
    boolean bits = data(document, "hr").isPresent();
    String what =
        bits
            ? data(document, "name").map(job -> "Download job " + job).orElse("A download job")
            : text(document, "PackageIdentifier")
                .map(name -> "Package " + name)
                .orElse("A package");
    return Optional.of(new LoggedFailure(at.get(), bits ? "BITS" : "DISM", code.get(), what));
  }

  private static Optional<Instant> time(Document document) {
    NodeList times = document.getElementsByTagNameNS("*", "TimeCreated");
    if (times.getLength() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(((Element) times.item(0)).getAttribute("SystemTime")));
    } catch (DateTimeException torn) {
      return Optional.empty();
    }
  }

  private static Optional<String> data(Document document, String name) {
    NodeList all = document.getElementsByTagNameNS("*", "Data");
    for (int i = 0; i < all.getLength(); i++) {
      Element data = (Element) all.item(i);
      if (data.getAttribute("Name").equals(name)) {
        return Optional.of(data.getTextContent().strip());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Document document, String element) {
    NodeList all = document.getElementsByTagNameNS("*", element);
    return all.getLength() == 0
        ? Optional.empty()
        : Optional.of(all.item(0).getTextContent().strip());
  }

  private static Optional<HResult> number(Optional<String> text) {
    try {
      return text.map(Long::decode)
          .filter(n -> n >= Integer.MIN_VALUE && n <= 0xFFFFFFFFL)
          .map(n -> new HResult(n.intValue()));
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }
}
