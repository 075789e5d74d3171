package app.regrip.repair;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/**
 * What people read about a fix, the same on every face, from {@code fixes.properties}.
 *
 * @param shortName at most 14 letters, for a tooltip
 * @param purpose what it does, one or two sentences
 */
public record FixText(
    String title,
    String shortName,
    String purpose,
    Duration shortest,
    Duration longest,
    List<String> couldLose) {

  private static final long MINUTES_PER_HOUR = 60;

  public static FixText of(Fix fix) {
    ResourceBundle texts = ResourceBundle.getBundle("app.regrip.repair.fixes");
    String name = fix.commandName();
    String[] minutes = texts.getString(name + ".minutes").split("-");
    return new FixText(
        texts.getString(name + ".title"),
        texts.getString(name + ".short"),
        texts.getString(name + ".purpose"),
        Duration.ofMinutes(Long.parseLong(minutes[0])),
        Duration.ofMinutes(Long.parseLong(minutes[1])),
        Arrays.stream(texts.getString(name + ".couldLose").split("\\|"))
            .filter(s -> !s.isBlank())
            .toList());
  }

  /** {@code about a minute}, {@code 15 to 45 minutes}, {@code 2 minutes to 2 hours}. */
  public String howLong() {
    long least = shortest.toMinutes();
    long most = longest.toMinutes();
    if (least == most) {
      return "about " + (most == 1 ? "a minute" : most + " minutes");
    }
    return most < 2 * MINUTES_PER_HOUR
        ? least + " to " + most + " minutes"
        : least + " minutes to " + most / MINUTES_PER_HOUR + " hours";
  }
}
