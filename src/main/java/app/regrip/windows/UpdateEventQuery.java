package app.regrip.windows;

import java.time.Duration;

/**
 * The structured query for the events of the Windows Update client. Failed installs are in System
 * and failed searches in Operational only, so both are asked. It is by provider and time alone: how
 * Windows compares error codes in a query is documented nowhere, so that is done in Java.
 */
final class UpdateEventQuery {

  static final String SYSTEM = "System";
  static final String OPERATIONAL = "Microsoft-Windows-WindowsUpdateClient/Operational";

  private static final String PROVIDER = "Provider[@Name='Microsoft-Windows-WindowsUpdateClient']";

  private UpdateEventQuery() {}

  /** Of all times. */
  static String all() {
    return over("*[System[" + PROVIDER + "]]");
  }

  /**
   * @param age how old an event may be; an event from the future is as young as can be
   */
  static String youngerThan(Duration age) {
    return over(
        "*[System["
            + PROVIDER
            + " and TimeCreated[timediff(@SystemTime) &lt;= "
            + Math.max(0, age.toMillis())
            + "]]]");
  }

  private static String over(String xpath) {
    return "<QueryList><Query Id=\"0\"><Select Path=\""
        + SYSTEM
        + "\">"
        + xpath
        + "</Select><Select Path=\""
        + OPERATIONAL
        + "\">"
        + xpath
        + "</Select></Query></QueryList>";
  }
}
