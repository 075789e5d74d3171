package app.regrip.windows;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Queries for the events of the Windows Update client. Failed installs are in System and failed
 * searches in Operational only, so both are asked. It is by provider and time alone: how Windows
 * compares error codes in a query is documented nowhere, so that is done in Java.
 */
final class UpdateEventQuery {

  static final String SYSTEM = "System";
  static final String OPERATIONAL = "Microsoft-Windows-WindowsUpdateClient/Operational";

  private static final String PROVIDER = "Provider[@Name='Microsoft-Windows-WindowsUpdateClient']";

  private UpdateEventQuery() {}

  static final List<String> CHANNELS = List.of(SYSTEM, OPERATIONAL);

  /** All of both channels, as XML. */
  static String all() {
    String xpath = "*[System[" + PROVIDER + "]]";
    return CHANNELS.stream()
        .map(channel -> "<Select Path=\"" + channel + "\">" + xpath + "</Select>")
        .collect(Collectors.joining("", "<QueryList><Query Id=\"0\">", "</Query></QueryList>"));
  }

  /**
   * Those of one channel, as XPath.
   *
   * @param age how old an event may be; an event from the future is as young as can be
   */
  static String youngerThan(Duration age) {
    return "*[System["
        + PROVIDER
        + " and TimeCreated[timediff(@SystemTime) <= "
        + Math.max(0, age.toMillis())
        + "]]]";
  }
}
