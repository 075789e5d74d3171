package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.text.LanguageChoice;
import app.regrip.text.Translator;
import app.regrip.update.UpdateEvent.Operation;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @Test
  void everyStateHasItsWords() {
    Stream.of(Verdict.Kind.values()).forEach(k -> assertThat(text("verdict", k)).isNotBlank());
    Stream.of(StepState.values()).forEach(s -> assertThat(text("step", s)).isNotBlank());
    Stream.of(Finding.Severity.values()).forEach(s -> assertThat(text("finding", s)).isNotBlank());
    Stream.of(Case.State.values()).forEach(s -> assertThat(text("history", s)).isNotBlank());
    Stream.of(ThemeChoice.values())
        .forEach(c -> assertThat(text("settings.theme", c)).isNotBlank());
    Stream.of(LanguageChoice.values())
        .forEach(c -> assertThat(text("settings.language", c)).isNotBlank());
    Stream.of(HelpTopic.values()).forEach(t -> assertThat(text("help", t, ".words")).isNotBlank());
    Stream.of(SnoozeLength.values()).forEach(l -> assertThat(l.words()).isNotBlank());
    Stream.of(Operation.values())
        .forEach(o -> assertThat(text("flyout.worked." + o.name())).isNotBlank());
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

  /** Its letter stands beside its words, so the words of the fix stand there once more. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void theButtonThatRepairsIsCalledAsTheFix(Locale language) {
    assertThat(texts(language).get("status.repair"))
        .isEqualTo(new Translator(language, ZoneOffset.UTC).say(FixText.of(Fix.ALL).title()));
  }

  /** It is underlined there. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void aLetterIsOneOfItsWords(Locale language) {
    Map<String, String> texts = texts(language);
    texts.forEach(
        (key, letter) -> {
          if (key.endsWith(".key")) {
            assertThat(texts.get(key.substring(0, key.length() - ".key".length())))
                .containsIgnoringCase(letter);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void thePagesKeepTheirLettersBesideAnyOther(Locale language) {
    Map<String, String> texts = texts(language);
    Set<String> ofPages =
        texts.keySet().stream()
            .filter(key -> key.startsWith("nav.") && key.endsWith(".key"))
            .map(texts::get)
            .collect(Collectors.toSet());
    assertThat(ofPages).hasSize(5);
    texts.forEach(
        (key, letter) -> {
          if (key.endsWith(".key") && !key.startsWith("nav.") && !key.startsWith("alert.")) {
            assertThat(ofPages).as(key).doesNotContain(letter);
          }
        });
  }

  private static Map<String, String> texts(Locale language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "app.regrip.desktop.texts",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
  }
}
