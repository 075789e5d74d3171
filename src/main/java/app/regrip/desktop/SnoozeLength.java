package app.regrip.desktop;

import java.time.Duration;

/** For how long alerts can be silenced; {@code key} names its words in the texts. */
enum SnoozeLength {
  HOUR("snooze.hour", Duration.ofHours(1)),
  HOURS8("snooze.hours8", Duration.ofHours(8)),
  DAY("snooze.day", Duration.ofDays(1)),
  WEEK("snooze.week", Duration.ofDays(7));

  private final String key;
  private final Duration duration;

  SnoozeLength(String key, Duration duration) {
    this.key = key;
    this.duration = duration;
  }

  String words() {
    return Texts.text(key);
  }

  Duration duration() {
    return duration;
  }
}
