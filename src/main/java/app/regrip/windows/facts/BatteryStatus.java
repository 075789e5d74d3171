package app.regrip.windows.facts;

import app.regrip.pc.PcFacts.Battery;

/** Reads SYSTEM_POWER_STATUS; 255 is "unknown" in each of its bytes. */
final class BatteryStatus {

  private static final int ON_BATTERY = 0;
  private static final int NO_BATTERY = 0x80;
  private static final int UNKNOWN = 255;

  private BatteryStatus() {}

  static Battery of(byte line, byte flag, byte percent) {
    int flags = flag & 0xFF;
    int value = percent & 0xFF;
    boolean none = flags != UNKNOWN && (flags & NO_BATTERY) != 0;
    return new Battery((line & 0xFF) == ON_BATTERY, none || value > 100 ? -1 : value);
  }
}
