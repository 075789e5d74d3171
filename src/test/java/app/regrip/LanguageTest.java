package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.text.LanguageChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  private static final Map<String, String> NOTHING = Map.of();

  @ParameterizedTest
  @CsvSource({
    "SYSTEM, de-DE, de-DE",
    "SYSTEM, de-AT, de-AT",
    "SYSTEM, en-GB, en-GB",
    "SYSTEM, fr-FR, en",
    "GERMAN, fr-FR, de",
    "GERMAN, de-CH, de-CH",
    "ENGLISH, de-DE, en",
    "ENGLISH, en-US, en-US"
  })
  void aCountryIsTheSystemsWhereTheLanguageIs(LanguageChoice choice, String system, String spoken) {
    assertThat(Language.locale(choice, Locale.forLanguageTag(system)))
        .isEqualTo(Locale.forLanguageTag(spoken));
  }

  @ParameterizedTest
  @CsvSource({
    "de, GERMAN",
    "DE, GERMAN",
    "de-AT, GERMAN",
    "de_DE.UTF-8, GERMAN",
    "en, ENGLISH",
    "fr,",
    "'',",
    "_,",
    ".,",
    "nothing at all,"
  })
  void onlyWhatHasWordsIsALanguage(String name, LanguageChoice choice) {
    assertThat(Language.wish(List.of("--language=" + name), NOTHING))
        .isEqualTo(Optional.ofNullable(choice));
    assertThat(Language.wish(List.of(), Map.of(Language.VARIABLE, name)))
        .isEqualTo(Optional.ofNullable(choice));
  }

  @ParameterizedTest
  @CsvSource({
    "SYSTEM, de, de",
    "SYSTEM, en, en",
    "ENGLISH, de, en",
    "GERMAN, en, de",
    "SYSTEM, klingon, SYSTEM",
    "SYSTEM,, SYSTEM"
  })
  void theInstallationSaysWhatIsSpokenWhereNobodyHasChosen(
      LanguageChoice choice, String installed, String spoken) {
    Locale before = Locale.getDefault();
    Language.speak(LanguageChoice.SYSTEM);
    String system = Locale.getDefault().getLanguage();
    try {
      if (installed != null) {
        System.setProperty(Language.INSTALLED, installed);
      }
      Language.speak(choice);
      assertThat(Locale.getDefault().getLanguage())
          .isEqualTo(spoken.equals("SYSTEM") ? system : spoken);
    } finally {
      System.clearProperty(Language.INSTALLED);
      Locale.setDefault(before);
    }
  }

  @Test
  void whatIsAskedForOnTheCommandLineGoesFirst() {
    Map<String, String> english = Map.of(Language.VARIABLE, "en");
    assertThat(Language.wish(List.of("status", "--language", "de"), english))
        .contains(LanguageChoice.GERMAN);
    assertThat(Language.wish(List.of("status", "--language"), english))
        .contains(LanguageChoice.ENGLISH);
    assertThat(Language.wish(List.of("--language=fr"), english)).contains(LanguageChoice.ENGLISH);
    assertThat(Language.wish(List.of("status"), NOTHING)).isEmpty();
  }

  @Test
  void theSettingIsThatOfTheDataFolder(@TempDir Path folder) throws IOException {
    new SettingsFile(new Folders(folder).settings()).language(LanguageChoice.GERMAN);
    String home = folder.resolve("nobody").toString();

    assertThat(Language.choice(List.of("--data=" + folder), NOTHING, home))
        .isEqualTo(LanguageChoice.GERMAN);
    assertThat(
            Language.choice(List.of("--data", folder.toString(), "--language=en"), NOTHING, home))
        .isEqualTo(LanguageChoice.ENGLISH);
    assertThat(Language.choice(List.of(), NOTHING, home)).isEqualTo(LanguageChoice.SYSTEM);
  }
}
