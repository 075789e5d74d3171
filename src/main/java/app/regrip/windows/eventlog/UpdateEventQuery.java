package app.regrip.windows.eventlog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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

  private static final DateTimeFormatter SYSTEM_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private UpdateEventQuery() {}

  static final List<String> CHANNELS = List.of(SYSTEM, OPERATIONAL);

  /** All of both channels, as XML. */
  static String all() {
    String xpath = since(Instant.EPOCH);
    return CHANNELS.stream()
        .map(channel -> "<Select Path=\"" + channel + "\">" + xpath + "</Select>")
        .collect(Collectors.joining("", "<QueryList><Query Id=\"0\">", "</Query></QueryList>"));
  }

  /**
   * Those of one channel, as XPath. The time is written as the Event Viewer writes it: an age in
   * milliseconds would be a number larger than any it writes.
   *
   * @param since the oldest event wanted; {@link Instant#EPOCH} or earlier asks for all
   */
  static String since(Instant since) {
    String inTime =
        since.isAfter(Instant.EPOCH)
            ? " and TimeCreated[@SystemTime>='" + SYSTEM_TIME.format(since) + "']"
            : "";
    return "*[System[" + PROVIDER + inTime + "]]";
  }
}
