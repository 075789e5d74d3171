package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.desktop.MenuEntry.Item;
import app.regrip.desktop.MenuEntry.Separator;
import app.regrip.desktop.MenuEntry.Submenu;
import app.regrip.desktop.MenuEntry.Switch;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of the tray menu for a snapshot. What a row does is decided when it is clicked, so a
 * menu that stays open while the state changes does no harm.
 */
final class TrayMenu {

  private final Actions actions;
  private final DesktopOptions options;

  TrayMenu(Actions actions, DesktopOptions options) {
    this.actions = actions;
    this.options = options;
  }

  List<MenuEntry> of(Snapshot snapshot) {
    List<MenuEntry> rows = new ArrayList<>();
    rows.add(new Item(TrayStatus.of(snapshot, options.wording()).line(), actions::flyOut));
    rows.add(new Separator());
    rows.add(new Item(text("tray.open"), actions::open));
    if (snapshot.isRepairing()) {
      snapshot
          .repair()
          .filter(repair -> !repair.cancelRequested() && !repair.followed())
          .ifPresent(repair -> rows.add(new Item(text("repair.cancel"), actions::cancelRepair)));
    } else {
      Message repairIt = FixText.of(Fix.ALL).title();
      boolean recommended =
          snapshot.status() instanceof UpdateStatus.Failing && snapshot.interrupted().isEmpty();
      rows.add(
          new Item(
              recommended ? text("tray.repair.recommended", repairIt) : say(repairIt),
              () -> actions.preview(Fix.ALL)));
    }
    rows.add(new Submenu(text("tray.fixes"), fixes(snapshot)));
    rows.add(new Separator());
    rows.add(new Item(text("tray.check"), actions::checkNow));
    rows.add(new Item(text("tray.history"), () -> actions.go(new Route.History())));
    rows.add(
        new Submenu(
            snoozedUntil(snapshot)
                .map(until -> text("tray.snoozed", new Times(options.clock()).moment(until)))
                .orElse(text("tray.snooze")),
            snooze(snapshot)));
    rows.add(new Separator());
    rows.add(
        new Submenu(
            text("tray.help"),
            Stream.of(HelpTopic.values()).map(topic -> (MenuEntry) help(topic)).toList()));
    rows.add(new Submenu(text("tray.settings"), settings()));
    options
        .restartPretendPc()
        .ifPresent(restart -> rows.add(new Item(text("tray.restartPretendPc"), restart)));
    rows.add(new Separator());
    rows.add(new Item(text("tray.quit"), actions::quit));
    return List.copyOf(rows);
  }

  private List<MenuEntry> fixes(Snapshot snapshot) {
    return snapshot.fixes().stream()
        .map(fix -> (MenuEntry) new Item(say(FixText.of(fix).title()), () -> actions.preview(fix)))
        .toList();
  }

  private List<MenuEntry> snooze(Snapshot snapshot) {
    List<MenuEntry> rows = new ArrayList<>();
    for (SnoozeLength length : SnoozeLength.values()) {
      rows.add(new Item(length.words(), () -> actions.snooze(length.duration())));
    }
    snoozedUntil(snapshot)
        .ifPresent(
            until -> {
              rows.add(new Separator());
              rows.add(new Item(text("tray.snooze.off"), () -> actions.snooze(Duration.ZERO)));
            });
    return List.copyOf(rows);
  }

  private Optional<Instant> snoozedUntil(Snapshot snapshot) {
    return snapshot.snoozedUntil().filter(until -> until.isAfter(options.clock().instant()));
  }

  private Item help(HelpTopic topic) {
    return new Item(text("help", topic), () -> actions.go(new Route.Help(topic)));
  }

  private List<MenuEntry> settings() {
    Preferences preferences = options.preferences();
    List<MenuEntry> rows = new ArrayList<>();
    if (preferences.canStartWithWindows()) {
      rows.add(
          new Switch(
              text("tray.autostart"),
              preferences.startsWithWindows(),
              () -> actions.startWithWindows(!preferences.startsWithWindows())));
    }
    List<MenuEntry> themes = new ArrayList<>();
    for (ThemeChoice choice : ThemeChoice.values()) {
      boolean on = preferences.theme() == choice;
      themes.add(new Switch(text("settings.theme", choice), on, () -> actions.theme(choice)));
    }
    rows.add(new Submenu(text("tray.theme"), List.copyOf(themes)));
    rows.add(new Item(text("tray.settings.all"), () -> actions.go(new Route.Settings())));
    return List.copyOf(rows);
  }
}
