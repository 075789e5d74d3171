package app.regrip.windows.toast;

/**
 * Whether Windows lets Regrip's toasts through, in the order of NotificationSetting. Do-not-disturb
 * is none of these: toasts are let through then, and Windows keeps them in its notification centre.
 */
enum ToastSetting {
  ENABLED("Windows shows Regrip's toasts"),
  OFF_FOR_REGRIP("notifications of Regrip are switched off in Windows' Settings"),
  OFF_FOR_USER("notifications are switched off in Windows' Settings"),
  OFF_BY_POLICY("a policy of this PC switches notifications off"),
  OFF_BY_MANIFEST("Windows does not know Regrip as a program that shows toasts"),
  UNKNOWN("Windows answered in a way Regrip doesn't know"),

  /** Windows has no answer for a program without a package before its first toast (0x80070490). */
  NOT_SAID_YET(
      "Windows has not been asked to show one of Regrip's yet, and says only then whether they are"
          + " switched off");

  private final String words;

  ToastSetting(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether toasts may be shown, as far as Windows has said. */
  boolean letsThrough() {
    return this == ENABLED || this == NOT_SAID_YET;
  }

  /** Whether somebody has switched off all that Windows 10 takes for a toast, balloons too. */
  boolean isSwitchedOff() {
    return this == OFF_FOR_REGRIP || this == OFF_FOR_USER || this == OFF_BY_POLICY;
  }

  static ToastSetting of(int number) {
    return number >= 0 && number < UNKNOWN.ordinal() ? values()[number] : UNKNOWN;
  }
}
