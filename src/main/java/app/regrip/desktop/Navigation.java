package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

/** The list of pages at the left of the window. */
final class Navigation {

  private static final int NAVIGATION_WIDTH = 172;

  /** A line is never broken after one, so that a long name would be cut anywhere. */
  private static final Pattern HYPHEN_IN_A_NAME = Pattern.compile("(?<=\\p{Ll})-(?=[\\p{Ll}\\d])");

  private final Map<Class<? extends Route>, JToggleButton> buttons = new LinkedHashMap<>();
  private final TextBlock pcName = TextBlock.muted("");
  private final JPanel view =
      new JPanel(new BorderLayout()) {
        @Override
        public Dimension getPreferredSize() {
          return new Dimension(UIScale.scale(NAVIGATION_WIDTH), super.getPreferredSize().height);
        }
      };

  Navigation(Actions actions) {
    JPanel list = Ui.column(4);
    ButtonGroup group = new ButtonGroup();
    add("nav.status", new Route.Status(), actions);
    add("nav.repair", new Route.Repair(), actions);
    add("nav.history", new Route.History(), actions);
    add("nav.help", new Route.Help(HelpTopic.HANDLE), actions);
    add("nav.settings", new Route.Settings(), actions);
    for (JToggleButton button : buttons.values()) {
      group.add(button);
      list.add(button);
    }
    list.getAccessibleContext().setAccessibleName(text("nav.name"));
    view.setBorder(Ui.padding(20, 12, 16, 12));
    view.putClientProperty(
        FlatClientProperties.STYLE, "background: $" + Theme.Tone.NAVIGATION.key());
    view.add(list, BorderLayout.CENTER);
    view.add(Ui.padded(Ui.column(0, pcName), 0, 8, 0, 8), BorderLayout.SOUTH);
  }

  JPanel view() {
    return view;
  }

  void show(Route route, String pc, boolean hasRepair) {
    Class<? extends Route> place =
        route instanceof Route.Preview || route instanceof Route.Welcome
            ? Route.Status.class
            : route instanceof Route.Quit ? Route.Settings.class : route.getClass();
    buttons.get(place).setSelected(true);
    buttons.get(Route.Repair.class).setVisible(hasRepair || route instanceof Route.Repair);
    pcName.setWords(HYPHEN_IN_A_NAME.matcher(pc).replaceAll(" "));
  }

  private void add(String key, Route route, Actions actions) {
    JToggleButton button = new JToggleButton(text(key));
    button.setMnemonic(text(key + ".key").charAt(0));
    button.setHorizontalAlignment(SwingConstants.LEADING);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    button.putClientProperty(
        FlatClientProperties.STYLE,
        "toolbar.margin: 7,14,7,14; arc: 8; toolbar.selectedBackground: $Regrip.selected;"
            + "toolbar.selectedForeground: $Regrip.selectedText");
    button.addActionListener(event -> actions.go(route));
    buttons.put(route.getClass(), button);
  }
}
