package app.regrip.pc;

/** How Windows starts a service: registry values {@code Start} and {@code DelayedAutostart}. */
public enum StartType {
  BOOT(0),
  SYSTEM(1),
  AUTOMATIC(2),
  AUTOMATIC_DELAYED(2),
  MANUAL(3),
  DISABLED(4);

  private final int registryValue;

  StartType(int registryValue) {
    this.registryValue = registryValue;
  }

  public int registryValue() {
    return registryValue;
  }
}
