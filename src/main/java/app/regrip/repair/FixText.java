package app.regrip.repair;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** What people read about a fix, from {@code fixes.properties}. */
public record FixText(String title, Duration shortest, Duration longest, List<String> couldLose) {

  public static FixText of(Fix fix) {
    ResourceBundle texts = ResourceBundle.getBundle("app.regrip.repair.fixes");
    String name = fix.commandName();
    String[] minutes = texts.getString(name + ".minutes").split("-");
    return new FixText(
        texts.getString(name + ".title"),
        Duration.ofMinutes(Long.parseLong(minutes[0])),
        Duration.ofMinutes(Long.parseLong(minutes[1])),
        Arrays.stream(texts.getString(name + ".couldLose").split("\\|"))
            .filter(s -> !s.isBlank())
            .toList());
  }
}
