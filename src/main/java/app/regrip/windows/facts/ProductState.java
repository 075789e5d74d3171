package app.regrip.windows.facts;

/**
 * AntiVirusProduct.productState of the Security Center. Microsoft does not document it; these are
 * the bits everybody reads.
 *
 * @param value e.g. 397568 (0x61100): Defender, on and up to date
 */
record ProductState(int value) {

  private static final int POWER = 0xF000;
  private static final int ON = 0x1000;
  private static final int OWNER = 0x0F00;
  private static final int MICROSOFT = 0x0100;

  /** Off, snoozed and expired are not on. */
  boolean isOn() {
    return (value & POWER) == ON;
  }

  boolean isMicrosoft() {
    return (value & OWNER) == MICROSOFT;
  }
}
