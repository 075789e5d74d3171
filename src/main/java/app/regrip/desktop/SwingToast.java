package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Fix;
import app.regrip.update.Alert;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/**
 * A small window in the bottom right corner. It takes no focus from what the user is doing, and it
 * stays until it is answered: an alert that goes away unread might as well not have come.
 */
final class SwingToast implements Toast {

  private static final int WIDTH = 380;
  private static final int DISTANCE = 16;

  private final Actions actions;
  private final Wording wording;
  private final Runnable beforeShown;
  private Optional<JDialog> shown = Optional.empty();

  /**
   * @param beforeShown sees to it that it looks as it should
   */
  SwingToast(Actions actions, Wording wording, Runnable beforeShown) {
    this.actions = actions;
    this.wording = wording;
    this.beforeShown = beforeShown;
  }

  @Override
  public void show(Alert alert) {
    hide();
    beforeShown.run();
    // Without an owner it stands in the task bar and in Alt+Tab: the keyboard's way to it.
    JDialog dialog = new JDialog((Window) null);
    dialog.setTitle(text("alert.window"));
    dialog.setName(text("alert.window"));
    dialog.setUndecorated(true);
    dialog.setAlwaysOnTop(true);
    dialog.setAutoRequestFocus(false);
    dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    dialog.setIconImages(Icons.window());
    JPanel contents = contents(dialog, alert);
    dialog.setContentPane(contents);
    int width = UIScale.scale(WIDTH);
    dialog.setSize(new Dimension(width, HeightForWidth.of(contents, width)));
    placeInCorner(dialog);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            event -> hide(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    shown = Optional.of(dialog);
    dialog.setVisible(true);
  }

  @Override
  public void hide() {
    shown.ifPresent(JDialog::dispose);
    shown = Optional.empty();
  }

  /** The window of the alert now shown. */
  Optional<JDialog> window() {
    return shown;
  }

  private JPanel contents(JDialog dialog, Alert alert) {
    AlertWords alertWords = AlertWords.of(alert, wording);
    String words = alertWords.sentence();
    String title = alertWords.title();
    dialog.getAccessibleContext().setAccessibleName(title);
    dialog.getAccessibleContext().setAccessibleDescription(words);

    JButton close = new JButton("✕");
    close.getAccessibleContext().setAccessibleName(text("alert.close"));
    close.setToolTipText(text("alert.close"));
    close.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    close.addActionListener(event -> hide());

    JButton fix = answer("alert.fix", () -> actions.preview(Fix.ALL));
    JButton details = answer("alert.details", () -> actions.go(new Route.Status()));
    JPopupMenu lengths = snoozeMenu();
    JButton snooze = Ui.button("alert.snooze", () -> {});
    snooze.addActionListener(event -> lengths.show(snooze, 0, snooze.getHeight()));
    dialog.getRootPane().setDefaultButton(fix);
    dialog.addWindowFocusListener(
        new WindowAdapter() {
          @Override
          public void windowGainedFocus(WindowEvent event) {
            fix.requestFocusInWindow();
          }
        });

    JPanel top =
        Ui.panel(
            new Row(12, 1, true),
            new JLabel(Icons.icon(StatusIcon.FAILING.drawing(), 24)),
            Ui.column(
                0, TextBlock.heading(title).onAButton(), TextBlock.muted(text("app")).onAButton()),
            close);
    JPanel contents =
        Ui.column(
            10,
            top,
            TextBlock.plain(words).onAButton(),
            Ui.padded(Ui.buttons(fix, details, snooze), 6, 0, 0, 0));
    contents.setOpaque(true);
    contents.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            details.doClick();
          }
        });
    contents.putClientProperty(FlatClientProperties.STYLE, "background: $" + Theme.Tone.CARD.key());
    contents.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(Theme.Tone.CARD_BORDER.color()),
            Ui.padding(14, 18, 18, 14)));
    return contents;
  }

  private JButton answer(String key, Runnable action) {
    return Ui.button(
        key,
        () -> {
          hide();
          action.run();
        });
  }

  private JPopupMenu snoozeMenu() {
    JPopupMenu menu = new JPopupMenu();
    for (SnoozeLength length : SnoozeLength.values()) {
      JMenuItem item = menu.add(length.words());
      item.addActionListener(
          event -> {
            hide();
            actions.snooze(length.duration());
          });
    }
    return menu;
  }

  private static void placeInCorner(JDialog dialog) {
    Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    int distance = UIScale.scale(DISTANCE);
    dialog.setLocation(
        room.x + room.width - dialog.getWidth() - distance,
        room.y + room.height - dialog.getHeight() - distance);
  }
}
