package app.regrip.console;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Bytes in the form DISM and SFC write them to a pipe. */
final class Recording {

  private Recording() {}

  /** One step of the bar: CR, 58 cells with the percentage laid over the middle, blank, CRLF. */
  static String bar(double percent) {
    char[] cells = " ".repeat(58).toCharArray();
    for (int i = 0; i < (int) (percent * 0.58); i++) {
      cells[i] = '=';
    }
    String number = String.format(Locale.ROOT, "%.1f%%", percent);
    number.getChars(0, number.length(), cells, percent >= 100 ? 26 : 27);
    return "\r[" + new String(cells) + "] \r\n";
  }

  static String dismHeader() {
    return "\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.26100.1150\r\n\r\n"
        + "Image Version: 10.0.26100.4061\r\n\r\n";
  }

  static String sfcRun(String progressForm, String result) {
    StringBuilder text = new StringBuilder();
    text.append("\r\nBeginning system scan.  This process will take some time.\r\n\r\n");
    text.append("Beginning verification phase of system scan.\r\n");
    for (int percent = 0; percent <= 100; percent++) {
      text.append('\r').append(progressForm.formatted(percent));
    }
    return text.append("\r\n\r\n").append(result).append("\r\n").toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] utf16(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }
}
