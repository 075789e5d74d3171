package app.regrip.windows.toast;

import app.regrip.text.Message;

/**
 * Whether Windows lets Regrip's toasts through, in the order of NotificationSetting. Do-not-disturb
 * is none of these: toasts are let through then, and Windows keeps them in its notification centre.
 */
enum ToastSetting {
  ENABLED(Message.of("windows.toasts.allowed")),
  OFF_FOR_REGRIP(Message.of("windows.toasts.off-for-regrip")),
  OFF_FOR_USER(Message.of("windows.toasts.off-for-user")),
  OFF_BY_POLICY(Message.of("windows.toasts.off-by-policy")),
  OFF_BY_MANIFEST(Message.of("windows.toasts.off-by-manifest")),
  UNKNOWN(Message.of("windows.toasts.unknown-answer")),

  /** Windows has no answer for a program without a package before its first toast (0x80070490). */
  NOT_SAID_YET(Message.of("windows.toasts.not-said-yet"));

  private final Message words;

  ToastSetting(Message words) {
    this.words = words;
  }

  Message words() {
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
