package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Finding;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void everyStateHasItsWords() {
    Stream.of(Verdict.Kind.values()).forEach(k -> assertThat(text("verdict", k)).isNotBlank());
    Stream.of(StepState.values()).forEach(s -> assertThat(text("step", s)).isNotBlank());
    Stream.of(Finding.Severity.values()).forEach(s -> assertThat(text("finding", s)).isNotBlank());
    Stream.of(Case.State.values()).forEach(s -> assertThat(text("history", s)).isNotBlank());
    Stream.of(ThemeChoice.values())
        .forEach(c -> assertThat(text("settings.theme", c)).isNotBlank());
    Stream.of(HelpTopic.values()).forEach(t -> assertThat(text("help", t, ".words")).isNotBlank());
    Stream.of(SnoozeLength.values()).forEach(l -> assertThat(l.words()).isNotBlank());
    Stream.of(Operation.values())
        .forEach(o -> assertThat(text("history.failed." + o.name())).isNotBlank());
  }

  @Test
  void countsArePlainEnglish() {
    assertThat(text("alert.times", "It failed", 2))
        .isEqualTo("It failed. It has now happened twice.");
    assertThat(text("alert.times", "It failed", 5))
        .isEqualTo("It failed. It has now happened 5 times.");
    assertThat(text("status.since", "a", "b", 1)).contains("Windows has noted it once since");
    assertThat(text("history.cameBack", 3))
        .isEqualTo("The error came back: it has now happened 3 times");
  }

  /** A lone quote in a MessageFormat swallows what follows, placeholders included. */
  @Test
  void noTextIsMangledByItsOwnQuotes() {
    ResourceBundle bundle = ResourceBundle.getBundle("app.regrip.desktop.texts", Locale.ROOT);
    for (String key : bundle.keySet()) {
      String raw = bundle.getString(key);
      assertThat(raw.replace("''", "")).as(key).doesNotContain("'");
      assertThat(raw).as(key).isNotBlank();
    }
  }
}
