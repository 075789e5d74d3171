package app.regrip.repair;

import app.regrip.text.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What people read about a fix, the same on every face.
 *
 * @param shortName at most 14 letters, for a tooltip
 * @param purpose what it does, one or two sentences
 * @param shortest and longest: how long it usually takes. DISM by Microsoft (Repair a Windows
 *     image), the reset by what stopping six services may take, SFC by its own progress
 * @param couldLose what the user could lose or notice, one sentence each
 */
public record FixText(
    Message title,
    Message shortName,
    Message purpose,
    Duration shortest,
    Duration longest,
    List<Message> couldLose) {

  private static final long MINUTES_PER_HOUR = 60;

  public static FixText of(Fix fix) {
    return switch (fix) {
      case TROUBLESHOOTER -> of(fix, 2, 10);
      case POLICY -> of(fix, 1, 1, "updates-come-by-themselves", "policies-set-again");
      case SHARE_PROCESS -> of(fix, 1, 1);
      case BITS -> of(fix, 1, 1, "downloads-pause");
      case DOWNLOADS -> of(fix, 1, 10, "downloaded-again");
      case RESET -> of(fix, 2, 15, "history-starts-anew", "downloaded-again");
      case DISM -> of(fix, 15, 45, "slow-meanwhile", "no-way-to-stop");
      case SFC -> of(fix, 5, 30, "changed-files-put-back", "restart-where-repaired");
      case COPIES -> of(fix, 1, 5, "no-way-back");
      case ALL ->
          of(
              fix,
              2,
              120,
              "history-may-start-anew",
              "no-way-to-stop-dism",
              "slow-meanwhile",
              "restart-at-the-end");
    };
  }

  private static FixText of(Fix fix, int minutes, int atMost, String... couldLose) {
    String key = "repair.fix." + fix.commandName();
    return new FixText(
        Message.of(key + ".title"),
        Message.of(key + ".short"),
        Message.of(key + ".purpose"),
        Duration.ofMinutes(minutes),
        Duration.ofMinutes(atMost),
        Arrays.stream(couldLose).map(what -> Message.of("repair.could-lose." + what)).toList());
  }

  /** {@code about a minute}, {@code 15 to 45 minutes}, {@code 2 minutes to 2 hours}. */
  public Message howLong() {
    long least = shortest.toMinutes();
    long most = longest.toMinutes();
    if (least == most) {
      return Message.of("repair.how-long.about", most);
    }
    return most < 2 * MINUTES_PER_HOUR
        ? Message.of("repair.how-long.minutes", least, most)
        : Message.of("repair.how-long.hours", least, most / MINUTES_PER_HOUR);
  }
}
