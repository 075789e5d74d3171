package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/** The one window. It exists while it is open: closing it frees all of it, and stops nothing. */
final class MainWindow {

  private static final Dimension USUAL = new Dimension(920, 700);
  private static final Dimension LEAST = new Dimension(640, 480);

  private final Session session;
  private final Actions actions;
  private final DesktopOptions options;
  private final boolean onlyFace;
  private final JFrame frame;
  private final JPanel place = new JPanel(new BorderLayout());
  private Route route = new Route.Status();
  private Page page;
  private Navigation navigation;

  /**
   * @param onlyFace there is no tray icon to open it again with, so closing only minimises it
   */
  MainWindow(
      Session session,
      Actions actions,
      DesktopOptions options,
      boolean onlyFace,
      Runnable brought,
      Runnable closed) {
    this.session = session;
    this.actions = actions;
    this.options = options;
    this.onlyFace = onlyFace;
    this.frame = new ForgottenWhenClosed(closed);
    frame.setIconImages(Icons.window());
    frame.setDefaultCloseOperation(
        onlyFace ? WindowConstants.DO_NOTHING_ON_CLOSE : WindowConstants.DISPOSE_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowActivated(WindowEvent event) {
            brought.run();
          }

          @Override
          public void windowClosing(WindowEvent event) {
            if (onlyFace) {
              frame.setExtendedState(Frame.ICONIFIED);
            }
          }
        });
    furnish();
    bindKeys();
    frame.setFocusTraversalPolicy(new Stops());
    Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    frame.setMinimumSize(fitting(UIScale.scale(LEAST), room));
    frame.setSize(fitting(UIScale.scale(USUAL), room));
    frame.setLocationRelativeTo(null);
  }

  /**
   * Swing keeps a closed window for ever once something in it is given a key, as a new default
   * button is. So it is empty and forgotten before it is gone: what is told later is told nobody.
   */
  private static final class ForgottenWhenClosed extends JFrame {

    private static final long serialVersionUID = 1;
    private final transient Runnable closed;

    ForgottenWhenClosed(Runnable closed) {
      super(text("app"));
      this.closed = closed;
    }

    @Override
    public void dispose() {
      boolean open = isDisplayable();
      getContentPane().removeAll();
      super.dispose();
      if (open) {
        closed.run();
      }
    }
  }

  private void furnish() {
    navigation = new Navigation(actions);
    JPanel main = new JPanel(new BorderLayout());
    if (onlyFace) {
      TextBlock plight = TextBlock.muted(text("window.noTray"));
      main.add(Ui.padded(new Readable(new Column(0), plight), 12, 32, 12, 32), BorderLayout.NORTH);
    }
    main.add(place, BorderLayout.CENTER);
    frame.getContentPane().removeAll();
    frame.getContentPane().add(navigation.view(), BorderLayout.LINE_START);
    frame.getContentPane().add(main, BorderLayout.CENTER);
  }

  JFrame frame() {
    return frame;
  }

  Page page() {
    return page;
  }

  Route route() {
    return route;
  }

  void go(Route to, Snapshot snapshot) {
    route = to;
    page = pageFor(to);
    place.removeAll();
    place.add(page.view(), BorderLayout.CENTER);
    show(snapshot);
    place.revalidate();
    place.repaint();
    focusPage();
  }

  /** The same place in new colours; the keyboard stays where it was. */
  void redraw(Snapshot snapshot) {
    FocusPlace focused = FocusPlace.in(place);
    go(route, snapshot);
    focused.restore();
  }

  /** The same place in another language. */
  void sayAnew(Snapshot snapshot) {
    FocusPlace focused = FocusPlace.in(place);
    furnish();
    go(route, snapshot);
    focused.restore();
    frame.revalidate();
  }

  /** What is new is read, and Tab goes on from there. */
  private void focusPage() {
    Component first = page.defaultButton().filter(Component::isEnabled).orElse(null);
    if (first == null) {
      first = new Stops().getFirstComponent(place);
    }
    if (first != null) {
      first.requestFocusInWindow();
    }
  }

  void show(Snapshot snapshot) {
    navigation.show(route, say(snapshot.pcName()), snapshot.repair().isPresent());
    page.show(snapshot);
    frame.getRootPane().setDefaultButton(page.defaultButton().orElse(null));
    Mnemonics.giveOut(frame.getContentPane());
  }

  void bringUp() {
    if ((frame.getExtendedState() & Frame.ICONIFIED) != 0) {
      frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
    }
    if (!frame.isVisible()) {
      frame.setVisible(true);
      focusPage();
    }
    frame.toFront();
  }

  Rectangle bounds() {
    return frame.getBounds();
  }

  void place(Rectangle bounds) {
    frame.setBounds(bounds);
  }

  void close() {
    if (onlyFace) {
      frame.setExtendedState(Frame.ICONIFIED);
    } else {
      frame.dispose();
    }
  }

  void dispose() {
    frame.dispose();
  }

  private Page pageFor(Route to) {
    if (to instanceof Route.Preview preview) {
      return new PreviewPage(session, actions, options, preview.request());
    } else if (to instanceof Route.Repair) {
      return new RepairPage(session::lastTook, actions, options);
    } else if (to instanceof Route.History) {
      return new HistoryPage(session, actions, options);
    } else if (to instanceof Route.Help help) {
      return new HelpPage(options, help.topic());
    } else if (to instanceof Route.Welcome) {
      return new WelcomePage(actions, options);
    } else if (to instanceof Route.Settings) {
      return new SettingsPage(session, actions, options);
    } else if (to instanceof Route.Quit) {
      return new QuitPage(actions);
    }
    return new StatusPage(session, actions, options);
  }

  /** Esc goes one place back; Ctrl+W closes. The page scrolls wherever the keyboard is. */
  private void bindKeys() {
    bind(KeyEvent.VK_W, InputEvent.CTRL_DOWN_MASK, this::close);
    bind(KeyEvent.VK_F5, 0, actions::checkNow);
    bind(KeyEvent.VK_ESCAPE, 0, this::back);
    bind(KeyEvent.VK_PAGE_DOWN, 0, () -> scroll(1));
    bind(KeyEvent.VK_PAGE_UP, 0, () -> scroll(-1));
    bind(KeyEvent.VK_END, 0, () -> scroll(Integer.MAX_VALUE));
    bind(KeyEvent.VK_HOME, 0, () -> scroll(Integer.MIN_VALUE));
  }

  private void back() {
    if (!(route instanceof Route.Status)) {
      actions.go(new Route.Status());
    }
  }

  private void scroll(int screens) {
    Scroll.within(place).ifPresent(pane -> Scroll.by(pane, screens));
  }

  private void bind(int key, int modifiers, Runnable action) {
    frame
        .getRootPane()
        .registerKeyboardAction(
            event -> action.run(),
            KeyStroke.getKeyStroke(key, modifiers),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  /** A window that is larger than its screen hides its buttons. */
  static Dimension fitting(Dimension wanted, Rectangle room) {
    return new Dimension(Math.min(wanted.width, room.width), Math.min(wanted.height, room.height));
  }
}
