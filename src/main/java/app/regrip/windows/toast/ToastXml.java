package app.regrip.windows.toast;

import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import java.util.List;

/**
 * A notification as the XML of a Windows toast (template ToastGeneric). Titles of updates come from
 * servers, so nothing reaches the XML unescaped, and the buttons know no address but those of
 * {@link ToastAddress}.
 *
 * <p>A progress bar is written with names in place of values: they are bound to a {@link
 * ToastValues} later, and that is how it moves without a new alert.
 */
final class ToastXml {

  /** More than five, and Windows shows none. */
  static final int MOST_BUTTONS = 5;

  /** All the XML of a toast must stay under 5 KB; nobody reads this much in one anyway. */
  static final int LONGEST_TEXT = 400;

  private ToastXml() {}

  static String of(Notification notification) {
    StringBuilder xml = new StringBuilder();
    xml.append("<toast activationType=\"protocol\" launch=\"")
        .append(escaped(ToastAddress.of(notification.body())))
        .append("\"><visual><binding template=\"ToastGeneric\"><text>")
        .append(escaped(notification.title()))
        .append("</text><text>")
        .append(escaped(notification.text()))
        .append("</text>");
    if (notification.bar().isPresent()) {
      xml.append("<progress title=\"{title}\" value=\"{value}\"")
          .append(" valueStringOverride=\"{shown}\" status=\"{status}\"/>");
    }
    xml.append("</binding></visual>");
    appendButtons(xml, notification.buttons());
    if (notification.quiet()) {
      xml.append("<audio silent=\"true\"/>");
    }
    return xml.append("</toast>").toString();
  }

  private static void appendButtons(StringBuilder xml, List<Button> buttons) {
    if (buttons.isEmpty()) {
      return;
    }
    xml.append("<actions>");
    for (Button button : buttons.subList(0, Math.min(MOST_BUTTONS, buttons.size()))) {
      xml.append("<action activationType=\"protocol\" content=\"")
          .append(escaped(button.label()))
          .append("\" arguments=\"")
          .append(escaped(ToastAddress.of(button.action())))
          .append("\"/>");
    }
    xml.append("</actions>");
  }

  /** Fit for text and attributes; what XML 1.0 cannot hold in any spelling is left out. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .filter(ToastXml::isAllowed)
        .limit(LONGEST_TEXT)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\n', '\t', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /** The production Char of XML 1.0, without the control characters it discourages. */
  private static boolean isAllowed(int c) {
    return c == '\n'
        || c == '\t'
        || c == '\r'
        || c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
