package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SettingsFile.Settings;
import app.regrip.desktop.ThemeChoice;
import app.regrip.text.LanguageChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

  @TempDir Path folder;

  @Test
  void whatIsSetIsThereNextTime() throws IOException {
    new SettingsFile(file()).theme(ThemeChoice.DARK);
    new SettingsFile(file()).language(LanguageChoice.GERMAN);

    assertThat(new SettingsFile(file()).settings())
        .isEqualTo(new Settings(ThemeChoice.DARK, LanguageChoice.GERMAN, 30));
  }

  @Test
  void whatSomebodyElseWroteMeanwhileStays() throws IOException {
    SettingsFile settings = new SettingsFile(file());
    Files.writeString(file(), "{\"pollMinutes\":5}");

    settings.theme(ThemeChoice.DARK);

    assertThat(new SettingsFile(file()).settings())
        .isEqualTo(new Settings(ThemeChoice.DARK, LanguageChoice.SYSTEM, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {"pollMinutes":5}                  | SYSTEM | 5
      {"theme":"LIGHT"}                  | LIGHT  | 30
      {"pollMinutes":-7}                 | SYSTEM | 1
      {"pollMinutes":99999}              | SYSTEM | 1440
      {"theme":"PURPLE","later":"thing"} | SYSTEM | 30
      {"language":"KLINGON"}             | SYSTEM | 30
      """)
  void whatIsMissingOrOutOfRangeIsAsUsual(String text, ThemeChoice theme, int minutes)
      throws IOException {
    Files.writeString(file(), text);

    assertThat(new SettingsFile(file()).settings())
        .isEqualTo(new Settings(theme, LanguageChoice.SYSTEM, minutes));
  }

  @Test
  void aFileThatCannotBeReadIsSaidAndKept() throws IOException {
    Files.writeString(file(), "{\"pollMinutes\": twenty");

    SettingsFile settings = new SettingsFile(file());
    assertThat(settings.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(settings.trouble().orElseThrow().english()).contains("settings.json");
    settings.theme(ThemeChoice.LIGHT);

    try (var files = Files.list(folder)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("settings.unreadable")))
          .singleElement()
          .satisfies(f -> assertThat(Files.readString(f)).contains("twenty"));
    }
  }

  @Test
  void autostartIsAFileThatIsThereOrNot() throws IOException {
    AutostartFile autostart =
        AutostartFile.of(
                Optional.of("/opt/regrip/launcher/regrip"),
                Map.of("XDG_CONFIG_HOME", folder.toString(), "APPDATA", folder.toString()),
                "/home/you")
            .orElseThrow();

    assertThat(autostart.isOn()).isFalse();
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
    assertThat(Files.readString(autostart.file())).contains("/opt/regrip/launcher/regrip");
    autostart.turn(false);
    autostart.turn(false);
    assertThat(autostart.isOn()).isFalse();
    assertThat(AutostartFile.of(Optional.empty(), Map.of(), "/home/you")).isEmpty();
  }

  private Path file() {
    return folder.resolve("settings.json");
  }
}
