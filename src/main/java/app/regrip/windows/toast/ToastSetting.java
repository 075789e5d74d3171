package app.regrip.windows.toast;

/** Whether Windows lets Regrip's toasts through, in the order of NotificationSetting. */
enum ToastSetting {
  ENABLED("Windows shows Regrip's toasts"),
  OFF_FOR_REGRIP("notifications of Regrip are switched off in Windows' Settings"),
  OFF_FOR_USER("notifications are switched off in Windows' Settings"),
  OFF_BY_POLICY("a policy of this PC switches notifications off"),
  OFF_BY_MANIFEST("Windows does not know Regrip as a program that shows toasts"),
  UNKNOWN("Windows answered in a way Regrip doesn't know");

  private final String words;

  ToastSetting(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static ToastSetting of(int number) {
    return number >= 0 && number < UNKNOWN.ordinal() ? values()[number] : UNKNOWN;
  }
}
