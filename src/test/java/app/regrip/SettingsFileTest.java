package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SettingsFile.Settings;
import app.regrip.desktop.AlertPreferences;
import app.regrip.desktop.NoticeChoice;
import app.regrip.desktop.QuietHours;
import app.regrip.desktop.ThemeChoice;
import app.regrip.text.LanguageChoice;
import app.regrip.update.AlertChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  @TempDir Path folder;

  @Test
  void whatIsSetIsThereNextTime() throws IOException {
    new SettingsFile(file()).theme(ThemeChoice.DARK);
    new SettingsFile(file()).language(LanguageChoice.GERMAN);

    assertThat(new SettingsFile(file()).settings())
        .isEqualTo(
            Settings.DEFAULT
                .with("theme", ThemeChoice.DARK)
                .with("language", LanguageChoice.GERMAN));
  }

  @Test
  void howOftenAndHowLongHoldAtOnceAndNextTime() throws IOException {
    SettingsFile settings = new SettingsFile(file());
    assertThat(settings.retention()).isEmpty();
    settings.pollMinutes(240);
    settings.historyDays(90);
    assertThat(settings.poll()).isEqualTo(Duration.ofHours(4));
    assertThat(settings.retention()).contains(Duration.ofDays(90));
    settings.theme(ThemeChoice.DARK);
    assertThat(new SettingsFile(file()).settings())
        .isEqualTo(
            Settings.DEFAULT
                .with("pollMinutes", 240)
                .with("historyDays", 90)
                .with("theme", ThemeChoice.DARK));
    settings.historyDays(0);
    assertThat(new SettingsFile(file()).retention()).isEmpty();
  }

  /** A shorter time would take away what says which of Windows' events are settled. */
  @ParameterizedTest
  @CsvSource({"1, 30", "-5, 0", "90, 90", "99999, 36500"})
  void theHistoryIsKeptForAMonthAtLeast(int written, int kept) throws IOException {
    Files.writeString(file(), "{\"historyDays\":" + written + "}");
    assertThat(new SettingsFile(file()).settings().historyDays()).isEqualTo(kept);
  }

  @Test
  void whatSomebodyElseWroteMeanwhileStays() throws IOException {
    SettingsFile settings = new SettingsFile(file());
    Files.writeString(file(), "{\"pollMinutes\":5}");

    settings.theme(ThemeChoice.DARK);

    assertThat(new SettingsFile(file()).settings())
        .extracting(Settings::theme, Settings::pollMinutes)
        .containsExactly(ThemeChoice.DARK, 5);
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

    SettingsFile settings = new SettingsFile(file());
    assertThat(settings.settings().theme()).isEqualTo(theme);
    assertThat(settings.settings().language()).isEqualTo(LanguageChoice.SYSTEM);
    assertThat(settings.poll()).isEqualTo(Duration.ofMinutes(minutes));
    assertThat(settings.alerts()).isEqualTo(AlertPreferences.DEFAULT);
  }

  @Test
  void whatIsSaidUnaskedIsThereNextTimeAndWrittenAsPeopleWouldWriteIt() throws IOException {
    AlertPreferences chosen =
        new AlertPreferences(
            AlertChoice.EVERY,
            NoticeChoice.FAILURES,
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30))));
    new SettingsFile(file()).alerts(chosen);

    assertThat(new SettingsFile(file()).alerts()).isEqualTo(chosen);
    assertThat(file())
        .content()
        .contains(
            "\"alerts\": \"EVERY\"",
            "\"notices\": \"FAILURES\"",
            "\"quietHours\": \"22:00-06:30\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22 to 7", "22:00", "25:00-07:00", "07:00-07:00", "-"})
  void quietHoursThatAreNoneAreSaid(String text) throws IOException {
    Files.writeString(file(), "{\"quietHours\":\"" + text + "\",\"alerts\":\"EVERY\"}");

    SettingsFile settings = new SettingsFile(file());
    assertThat(settings.alerts()).isEqualTo(AlertPreferences.DEFAULT.with(AlertChoice.EVERY));
    assertThat(settings.trouble().orElseThrow().english())
        .contains("“" + text + "”", "settings.json", "22:00-07:00");

    settings.theme(ThemeChoice.DARK);
    try (var files = Files.list(folder)) {
      assertThat(files).as("it could be read, so no copy is kept").containsExactly(file());
    }
    assertThat(file()).content().contains(text, "DARK");
  }

  @Test
  void aUserIsNewUntilAWindowWasOpened() throws IOException {
    assertThat(new SettingsFile(file()).settings().welcomed()).isFalse();
    new SettingsFile(file()).welcomed();
    new SettingsFile(file()).theme(ThemeChoice.DARK);
    new SettingsFile(file()).language(LanguageChoice.GERMAN);
    new SettingsFile(file()).alerts(AlertPreferences.DEFAULT);
    assertThat(new SettingsFile(file()).settings().welcomed()).isTrue();
  }

  @Test
  void aPolicyWinsAndIsNotWrittenDown() throws IOException {
    SettingsFile settings =
        new SettingsFile(
            file(),
            new SettingsFile.Policies(
                OptionalInt.of(10),
                Optional.of(AlertChoice.REPAIRABLE),
                Optional.of(true),
                SettingsFile.Installed.DEFAULT));
    settings.alerts(settings.alerts().with(NoticeChoice.NOTHING));

    assertThat(settings.poll()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.alertsAreSetByPolicy()).isTrue();
    assertThat(settings.newVersionsAreSetByPolicy()).isTrue();
    assertThat(settings.newVersions()).isTrue();
    assertThat(settings.alerts().alerts()).isEqualTo(AlertChoice.REPAIRABLE);
    assertThat(new SettingsFile(file()).alerts())
        .isEqualTo(AlertPreferences.DEFAULT.with(NoticeChoice.NOTHING));
    assertThat(new SettingsFile(file()).newVersions()).as("off unless switched on").isFalse();
  }

  @Test
  void aNewerRegripIsLookedForOnlyWhereSomebodyWantsThat() throws IOException {
    assertThat(new SettingsFile(file()).newVersions()).isFalse();
    new SettingsFile(file()).path();
    assertThat(file()).content().contains("\"newVersions\": null");
    new SettingsFile(file()).newVersions(true);
    new SettingsFile(file()).theme(ThemeChoice.DARK);
    new SettingsFile(file()).welcomed();
    assertThat(new SettingsFile(file()).newVersions()).isTrue();
    new SettingsFile(file()).newVersions(false);
    assertThat(new SettingsFile(file()).newVersions()).isFalse();
  }

  @Test
  void whatTheInstallationWasToldHoldsUntilTheUserChooses() throws IOException {
    SettingsFile.Policies told =
        new SettingsFile.Policies(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            new SettingsFile.Installed(AlertChoice.EVERY, true));
    assertThat(new SettingsFile(file(), told).alerts().alerts()).isEqualTo(AlertChoice.EVERY);
    assertThat(new SettingsFile(file(), told).newVersions()).isTrue();
    assertThat(new SettingsFile(file(), told).newVersionsAreSetByPolicy()).isFalse();
    new SettingsFile(file(), told).theme(ThemeChoice.DARK);
    AlertPreferences shown = new SettingsFile(file(), told).alerts();
    new SettingsFile(file(), told).alerts(shown.with(NoticeChoice.FAILURES));
    assertThat(new SettingsFile(file(), told).newVersions()).as("still not chosen").isTrue();
    assertThat(new SettingsFile(file(), told).alerts())
        .isEqualTo(shown.with(NoticeChoice.FAILURES));
    assertThat(new SettingsFile(file()).alerts().alerts())
        .as("nor written down")
        .isEqualTo(AlertChoice.HANDLE);

    new SettingsFile(file(), told).newVersions(false);
    new SettingsFile(file(), told).alerts(shown.with(AlertChoice.HANDLE));
    assertThat(new SettingsFile(file(), told).newVersions()).isFalse();
    assertThat(new SettingsFile(file(), told).alerts().alerts()).isEqualTo(AlertChoice.HANDLE);
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
