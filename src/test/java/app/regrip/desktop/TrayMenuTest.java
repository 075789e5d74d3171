package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.desktop.MenuEntry.Item;
import app.regrip.desktop.MenuEntry.Submenu;
import app.regrip.desktop.MenuEntry.Switch;
import app.regrip.repair.Fix;
import app.regrip.session.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrayMenuTest {

  private final RecordedActions actions = new RecordedActions();
  private final Scenes.Remembered preferences = new Scenes.Remembered(ThemeChoice.LIGHT);
  private final DesktopOptions options = Scenes.options(preferences, page -> {});
  private final TrayMenu menu = new TrayMenu(actions, options);

  @Test
  void hasItsRowsInTheirOrder() {
    assertThat(menu.of(Scenes.at(Scenes.failing())))
        .extracting(MenuEntry::text)
        .containsExactly(
            Scenes.wording().tooltip(Scenes.failing()),
            "",
            "Open Regrip",
            "Repair it for me (recommended)",
            "Fixes",
            "",
            "Check now",
            "History",
            "Snooze alerts",
            "",
            "Help",
            "Settings",
            "Restart the pretend PC",
            "",
            "Quit");
  }

  @Test
  void theFirstRowTellsTheStateAndOpensTheFlyout() {
    Item first = (Item) menu.of(Scenes.with(Scenes.atDism())).get(0);
    assertThat(first.text()).isEqualTo("Repairing: fix 2, DISM, step 3 of 3, 62 %");
    first.action().run();
    assertThat(actions.asked).containsExactly("fly out");
  }

  @Test
  void offersEveryFixByItself() {
    List<Item> fixes = items(submenu("Fixes", Scenes.at(Scenes.failing())));
    assertThat(fixes)
        .extracting(Item::text)
        .containsExactly(
            "Run the Windows Update troubleshooter",
            "Take away policies that hold updates back",
            "Let Windows Update share its process",
            "Restart BITS",
            "Set the downloaded updates aside",
            "Reset the update components",
            "Repair the component store (DISM)",
            "Check system files (SFC)",
            "Delete what repairs have set aside");
    fixes.forEach(fix -> fix.action().run());
    assertThat(actions.asked)
        .containsExactlyElementsOf(
            Stream.of(Fix.values())
                .filter(fix -> fix != Fix.ALL)
                .map(fix -> "preview " + fix)
                .toList());
  }

  @Test
  void aSnoozeCanBeEndedWhileItLasts() {
    assertThat(submenu("Snooze alerts", Scenes.at(Scenes.working())).entries()).hasSize(4);
    List<Item> snoozed = items(submenu("Alerts snoozed until today at 18:32", Scenes.proven()));
    assertThat(snoozed).hasSize(5);
    snoozed.get(4).action().run();
    assertThat(actions.asked).containsExactly("snooze PT0S");
  }

  @Test
  void whatIsOfferedFitsWhatGoesOn() {
    assertThat(labels(menu.of(Scenes.at(Scenes.failing()))))
        .contains("Repair it for me (recommended)");
    assertThat(labels(menu.of(Scenes.at(Scenes.working()))))
        .contains("Repair it for me")
        .doesNotContain("Repair it for me (recommended)", "Cancel the repair");
    assertThat(labels(menu.of(Scenes.with(Scenes.atDism()))))
        .contains("Cancel the repair")
        .doesNotContain("Repair it for me");
    assertThat(labels(menu.of(Scenes.proven()))).contains("Alerts snoozed until today at 18:32");
  }

  private static List<String> labels(List<MenuEntry> rows) {
    return rows.stream().map(MenuEntry::text).toList();
  }

  @Test
  void aSnoozeThatIsOverIsNotOffered() {
    Snapshot s = Scenes.proven();
    Snapshot over =
        new Snapshot(
            s.pcName(),
            s.status(),
            s.repair(),
            s.interrupted(),
            Optional.of(Scenes.NOW.minusSeconds(1)),
            s.watchingUntil());
    assertThat(submenu("Snooze alerts", over).entries()).hasSize(4);
  }

  @Test
  void switchesTurnOverWhatIsSetWhenClicked() {
    Switch autostart = (Switch) submenu("Settings", Scenes.at(Scenes.working())).entries().get(0);
    assertThat(autostart.on()).isTrue();
    autostart.action().run();
    preferences.startWithWindows(false);
    autostart.action().run();
    assertThat(actions.asked).containsExactly("autostart false", "autostart true");
  }

  @Test
  void aRepairThatCountsOnKeepsTheShapeOfTheMenu() {
    List<MenuEntry> before = menu.of(Scenes.at(Scenes.failing()));
    assertThat(MenuEntry.haveSameShape(before, menu.of(Scenes.with(Scenes.atDism())))).isTrue();
    assertThat(MenuEntry.haveSameShape(before, menu.of(Scenes.proven()))).isFalse();
    assertThat(MenuEntry.haveSameShape(before, before.subList(1, before.size()))).isFalse();
  }

  @Test
  void onARealPcNothingPretendsToRestart() {
    DesktopOptions real =
        new DesktopOptions(
            options.wording(),
            options.version(),
            preferences,
            () -> false,
            page -> {},
            page -> true,
            Optional.empty(),
            Optional.empty(),
            () -> false,
            () -> false,
            IconClicks.none(),
            List::of,
            Optional.empty(),
            () -> {},
            Scenes.CLOCK);
    assertThat(new TrayMenu(actions, real).of(Scenes.at(Scenes.working())))
        .extracting(MenuEntry::text)
        .doesNotContain("Restart the pretend PC");
  }

  private Submenu submenu(String name, Snapshot snapshot) {
    return menu.of(snapshot).stream()
        .filter(row -> row.text().equals(name))
        .map(Submenu.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Item> items(Submenu submenu) {
    return submenu.entries().stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
  }
}
