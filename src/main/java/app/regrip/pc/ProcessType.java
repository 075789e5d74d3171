package app.regrip.pc;

/** Whether a service shares a host process: registry value {@code Type} of its key. */
public enum ProcessType {
  /** 0x10. On wuauserv this is the one documented cause of 0x80070006. */
  OWN(0x10),
  /** 0x20, the norm for wuauserv. */
  SHARE(0x20),
  /** Drivers and per-user services; never written by Regrip. */
  OTHER(0);

  private final int registryValue;

  ProcessType(int registryValue) {
    this.registryValue = registryValue;
  }

  public int registryValue() {
    return registryValue;
  }
}
