package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JMenuItem;
import javax.swing.MenuElement;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class IconMenuTest {

  /** The same rows keep their place, in case the menu is open; every word of them may change. */
  @Test
  void allOfItIsSaidInTheNewLanguage() throws Exception {
    TrayMenu rows =
        new TrayMenu(
            new RecordedActions(),
            Scenes.options(new Scenes.Remembered(ThemeChoice.LIGHT), page -> {}));
    SwingUtilities.invokeAndWait(
        () -> {
          IconMenu menu = new IconMenu();
          Speaking.in(Locale.ENGLISH, () -> menu.show(rows.of(Scenes.at(Scenes.failing()))));
          JMenuItem first = items(menu).get(0);
          Speaking.in(Locale.GERMAN, () -> menu.show(rows.of(Scenes.at(Scenes.failing()))));
          assertThat(items(menu).get(0)).isSameAs(first);
          assertThat(items(menu))
              .extracting(JMenuItem::getText)
              .contains("Einstellungen", "Mit Windows starten", "Hell", "Für eine Stunde")
              .doesNotContain("Settings", "Start with Windows", "Light", "For an hour");
        });
  }

  private static List<JMenuItem> items(IconMenu menu) {
    List<JMenuItem> items = new ArrayList<>();
    collect(menu.popup(), items);
    return items;
  }

  private static void collect(MenuElement element, List<JMenuItem> items) {
    if (element instanceof JMenuItem item) {
      items.add(item);
    }
    Stream.of(element.getSubElements()).forEach(below -> collect(below, items));
  }
}
