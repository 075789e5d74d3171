package app.regrip.update;

import java.util.Locale;

/** The services an update comes from, by the {@code serviceGuid} of an event. */
public enum UpdateService {
  WINDOWS_UPDATE("9482f4b4-e343-43b6-b170-9a65bc822c77"),
  MICROSOFT_UPDATE("7971f918-a847-4430-9279-4a52d1efe18d"),
  /** Apps: most failures in the wild are these, and they say nothing about Windows' own updates. */
  MICROSOFT_STORE("855e8a7c-ecb4-4ca3-b045-1dfa50104289"),
  /** Feature and driver flighting. */
  DCAT("8b24b027-1dee-babb-9a95-3517dfb9c552"),
  WSUS("3da21691-e39d-4da6-8a4b-b43877bcb1b7"),
  /** Named by no guid (events of version 0, or none at all), or by one unknown to Regrip. */
  UNNAMED("");

  private final String guid;

  UpdateService(String guid) {
    this.guid = guid;
  }

  /** Lower case, without braces. */
  public String guid() {
    return guid;
  }

  /** Reads a GUID in any case, with or without braces. */
  public static UpdateService ofGuid(String text) {
    if (text.isEmpty()) {
      return UNNAMED;
    }
    String bare = text.strip().replace("{", "").replace("}", "").toLowerCase(Locale.ROOT);
    for (UpdateService service : values()) {
      if (service.guid.equals(bare)) {
        return service;
      }
    }
    return UNNAMED;
  }
}
