package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications;
import app.regrip.pc.RepairSource;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Verdict;
import app.regrip.session.Snapshot;
import app.regrip.update.Alert;
import com.formdev.flatlaf.util.UIScale;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JRadioButton;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/** A user without a mouse, on a real screen. Ends with 0 where all went as it should. */
public final class KeyboardStory {

  private static final int PATIENCE = 500;

  /** A button, and not yet its words. */
  private static final int INSIDE = 6;

  private final Scenes.Remembered preferences = new Scenes.Remembered(ThemeChoice.LIGHT);
  private final RecordedActions actions = new RecordedActions();
  private final DesktopOptions options = Scenes.options(preferences, page -> {});
  private final Robot hand;

  private KeyboardStory() throws AWTException {
    this.hand = new Robot();
    hand.setAutoDelay(20);
  }

  public static void main(String[] args) throws Exception {
    try {
      KeyboardStory story = new KeyboardStory();
      onEventThread(() -> new Theme(() -> ThemeChoice.LIGHT, () -> false).apply());
      story.theFirstStopIsTheButtonThatIsMeantFirst();
      story.escapeLeadsBackToTheStatus();
      story.escapeClosesTheAlert();
      story.theWelcomeIsReadFromItsBeginning();
      story.everyStopIsInSight();
      story.optionsKeepTheKeyboard();
      story.aResultIsReadWhenItComes();
      story.cancellingDoesNotLoseTheKeyboard();
      story.otherColoursLeaveTheKeyboardWhereItWas();
      story.anotherLanguageDoesToo();
      story.pagesScrollWhereverTheKeyboardIs();
      story.aPageOfTextHasStops();
      story.theLineOfTimeIsWalkedByTheArrowKeys();
      story.theWindowAndItsLeastSizeFitTheScreen();
      story.timesGrowOldWhileThePageIsSeen();
      story.theFlyoutIsReadAndClosedByKeys();
      story.theFlyoutGoesWhenSomethingElseIsClicked();
      story.enterInTheFlyoutDoesWhatIsMeantFirst();
      story.nothingIsLeftOfAClosedWindow();
      System.exit(0);
    } catch (Throwable e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void theFirstStopIsTheButtonThatIsMeantFirst() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.failing()), new Route.Status());
    await("the primary button", () -> isButton(owner(), "status.repair"));
    press(KeyEvent.VK_ESCAPE);
    assertThat(call(() -> window.frame().isVisible())).as("Esc closes nothing").isTrue();
    close(window);
  }

  private void escapeLeadsBackToTheStatus() throws Exception {
    MainWindow window = open(Scenes.proven(), new Route.History());
    await("the page", () -> owner() instanceof Readable);
    press(KeyEvent.VK_ESCAPE);
    await("the way back", () -> actions.asked.contains("go " + new Route.Status()));
    actions.asked.clear();
    close(window);
  }

  /** It takes the keyboard from nobody, so it has to be given it, once it is on the screen. */
  private void escapeClosesTheAlert() throws Exception {
    SwingToast toast = new SwingToast(actions, options.wording(), () -> {});
    onEventThread(() -> toast.show(new Alert(Scenes.failing(), 1)));
    JDialog alert = toast.window().orElseThrow();
    await("the alert is seen", () -> isPainted(button(alert, "alert.fix")));
    onEventThread(alert::requestFocus);
    await("it has the keyboard", alert::isFocused);
    press(KeyEvent.VK_ESCAPE);
    await("it is gone", () -> !alert.isShowing());
  }

  /** A button that is meant first, by its colour on the screen. */
  private boolean isPainted(AbstractButton primary) {
    Point corner = primary.getLocationOnScreen();
    return hand.getPixelColor(corner.x + INSIDE, corner.y + primary.getHeight() / 2)
        .equals(UIManager.getColor("Button.default.background"));
  }

  private void everyStopIsInSight() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.failing()), new Route.Status());
    onEventThread(() -> window.frame().setSize(UIScale.scale(new Dimension(640, 480))));
    await("the primary button", () -> isButton(owner(), "status.repair"));
    for (int stop = 0; stop < 12; stop++) {
      Component before = owner();
      press(KeyEvent.VK_TAB);
      await("the next stop", () -> owner() != null && owner() != before);
      Component at = owner();
      await("it is in sight", () -> isInSight(at));
    }
    close(window);
  }

  /** The button is where the keyboard is, and yet the page begins with its title. */
  private void theWelcomeIsReadFromItsBeginning() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.working()), new Route.Welcome());
    onEventThread(() -> window.frame().setSize(window.frame().getMinimumSize()));
    await("what leads on", () -> isButton(owner(), "welcome.on") && isInSight(owner()));
    assertThat(call(() -> scrolled(window))).isZero();
    close(window);
  }

  private void optionsKeepTheKeyboard() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    session.attach(new RepairSource('D', 1), new RepairSource('E', 1));
    MainWindow window = open(session, new Route.Preview(FixRequest.of(Fix.DISM)));
    await("the plan", () -> isButton(owner(), "preview.continue"));
    JComboBox<?> drives = call(() -> find(window.frame(), JComboBox.class));
    onEventThread(drives::requestFocusInWindow);
    await("the list of drives", () -> owner() == drives);
    press(KeyEvent.VK_DOWN);
    await("drive D", () -> drives.getSelectedIndex() == 1);
    await(
        "the plan for it",
        () ->
            window.frame().getRootPane().getDefaultButton() != null
                && window.frame().getRootPane().getDefaultButton().isEnabled());
    assertThat(call(KeyboardStory::owner)).isSameAs(drives);
    assertThat(actions.asked).isEmpty();
    close(window);
  }

  private void aResultIsReadWhenItComes() throws Exception {
    MainWindow window = open(Scenes.with(Scenes.atDism()), new Route.Repair());
    await("the window", () -> owner() != null);
    onEventThread(() -> window.show(Scenes.with(Scenes.ended(Verdict.Kind.PROVEN))));
    await(
        "the result",
        () ->
            owner() instanceof Readable passage
                && passage.words().contains(Texts.text("verdict", Verdict.Kind.PROVEN)));
    Component result = owner();
    Snapshot undoable =
        Scenes.with(Scenes.ended(Verdict.Kind.PROVEN)).with(Optional.of(Fix.ALL), Optional.empty());
    onEventThread(() -> window.show(undoable));
    await("what can be taken back", () -> button(window.frame(), "history.undo") != null);
    hand.waitForIdle();
    assertThat(call(KeyboardStory::owner)).as("where it was").isSameAs(result);
    close(window);
  }

  private void cancellingDoesNotLoseTheKeyboard() throws Exception {
    MainWindow window = open(Scenes.with(Scenes.atDism()), new Route.Repair());
    await("the window", () -> owner() != null);
    AbstractButton cancel = call(() -> button(window.frame(), "repair.cancel"));
    onEventThread(cancel::requestFocusInWindow);
    await("the button", () -> owner() == cancel);
    press(KeyEvent.VK_SPACE);
    await("the wish", () -> actions.asked.contains("cancel"));
    onEventThread(() -> window.show(Scenes.with(Scenes.atDism().cancelling())));
    await("the progress", () -> owner() instanceof Readable);
    actions.asked.clear();
    close(window);
  }

  private void otherColoursLeaveTheKeyboardWhereItWas() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.working()), new Route.Settings());
    await("the window", () -> owner() != null);
    String dark = Texts.text("settings.theme", ThemeChoice.DARK);
    JRadioButton choice = call(() -> (JRadioButton) labelled(window.frame(), dark));
    onEventThread(choice::requestFocusInWindow);
    await("the choice", () -> owner() == choice);
    onEventThread(() -> window.redraw(Scenes.at(Scenes.working())));
    await(
        "the same choice",
        () ->
            owner() != choice
                && owner() instanceof JRadioButton again
                && dark.equals(again.getText()));
    close(window);
  }

  private void anotherLanguageDoesToo() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.working()), new Route.Settings());
    await("the window", () -> owner() != null);
    JRadioButton choice = call(() -> (JRadioButton) labelled(window.frame(), "Deutsch"));
    onEventThread(choice::requestFocusInWindow);
    await("the choice", () -> owner() == choice);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMAN);
    onEventThread(() -> window.sayAnew(Scenes.at(Scenes.working())));
    await(
        "the same choice",
        () ->
            owner() != choice
                && owner() instanceof JRadioButton again
                && again.getText().equals("Deutsch"));
    onEventThread(() -> labelled(window.frame(), "Einstellungen").requestFocusInWindow());
    await("the list of pages", () -> owner() instanceof javax.swing.JToggleButton);
    Locale.setDefault(before);
    close(window);
  }

  private void pagesScrollWhereverTheKeyboardIs() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.working()), new Route.Help(HelpTopic.HANDLE));
    await("the window", () -> owner() != null);
    onEventThread(() -> labelled(window.frame(), Texts.text("nav.help")).requestFocusInWindow());
    await("the list of pages", () -> owner() instanceof javax.swing.JToggleButton);
    press(KeyEvent.VK_END);
    await("the end", () -> scrolled(window) > 0);
    press(KeyEvent.VK_HOME);
    await("the beginning", () -> scrolled(window) == 0);
    close(window);
  }

  private void aPageOfTextHasStops() throws Exception {
    MainWindow window = open(Scenes.proven(), new Route.History());
    await("the page", () -> owner() instanceof Readable);
    await("what was remembered", () -> find(window.frame(), Card.class) != null);
    press(KeyEvent.VK_TAB);
    await("what happened", () -> owner() instanceof Card);
    close(window);
  }

  private void theLineOfTimeIsWalkedByTheArrowKeys() throws Exception {
    MainWindow window = open(Scenes.proven(), new Route.History());
    await("the line", () -> find(window.frame(), Timeline.class) != null);
    Timeline line = call(() -> find(window.frame(), Timeline.class));
    for (int stop = 0; stop < 4 && call(KeyboardStory::owner) != line; stop++) {
      Component before = owner();
      press(KeyEvent.VK_TAB);
      await("the next stop", () -> owner() != before);
    }
    await("Tab stops at the line", () -> owner() == line);
    press(KeyEvent.VK_HOME);
    await("the first mark", () -> line.selection().kind() == TimelineMark.Kind.INSTALLED);
    press(KeyEvent.VK_RIGHT);
    await("the next mark", () -> line.selection().kind() == TimelineMark.Kind.FAILURE);
    assertThat(call(() -> scrolled(window))).as("the keys are the line's own").isZero();
    close(window);
  }

  private void theWindowAndItsLeastSizeFitTheScreen() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.failing()), new Route.Status());
    Rectangle room = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    assertThat(call(() -> window.frame().getMinimumSize()))
        .matches(least -> least.width <= room.width && least.height <= room.height);
    assertThat(call(() -> room.contains(window.frame().getBounds()))).isTrue();
    close(window);
  }

  private void timesGrowOldWhileThePageIsSeen() throws Exception {
    MainWindow window = open(Scenes.proven(), new Route.Status());
    StatusPage page = call(() -> (StatusPage) window.page());
    await("the clock runs", page::ticks);
    onEventThread(() -> window.go(new Route.History(), Scenes.proven()));
    await("the clock stands", () -> !page.ticks());
    close(window);
  }

  private void theFlyoutIsReadAndClosedByKeys() throws Exception {
    Flyout flyout = flyOut();
    await("what is meant first", () -> isButton(owner(), "status.repair"));
    press(KeyEvent.VK_TAB);
    await("the next button", () -> isButton(owner(), "flyout.open"));
    press(KeyEvent.VK_TAB);
    press(KeyEvent.VK_TAB);
    await("the newest event", () -> owner() instanceof Readable passage && isEvent(passage));
    press(KeyEvent.VK_ESCAPE);
    await("it is gone", () -> !flyout.dialog().isDisplayable());
  }

  private void theFlyoutGoesWhenSomethingElseIsClicked() throws Exception {
    MainWindow window = open(Scenes.at(Scenes.working()), new Route.Status());
    Flyout flyout = flyOut();
    await("what is meant first", () -> isButton(owner(), "status.repair"));
    onEventThread(() -> window.frame().toFront());
    onEventThread(() -> window.frame().requestFocus());
    await("it is gone", () -> !flyout.dialog().isDisplayable());
    close(window);
  }

  private void enterInTheFlyoutDoesWhatIsMeantFirst() throws Exception {
    Flyout flyout = flyOut();
    await("what is meant first", () -> isButton(owner(), "status.repair"));
    press(KeyEvent.VK_ENTER);
    await("the preview", () -> actions.asked.contains("preview ALL"));
    onEventThread(flyout::close);
    actions.asked.clear();
  }

  private static boolean isEvent(Readable passage) {
    return passage.words().get(0).startsWith(Texts.text("history.failed.INSTALL"));
  }

  private Flyout flyOut() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    Flyout flyout = call(() -> Flyout.open(session, actions, options, () -> {}, () -> {}));
    await("the flyout has the keyboard", () -> flyout.dialog().isFocused());
    return flyout;
  }

  private static int scrolled(MainWindow window) {
    return Scroll.within(window.frame().getContentPane())
        .orElseThrow()
        .getVerticalScrollBar()
        .getValue();
  }

  /** Also where something is told while it goes. */
  private void nothingIsLeftOfAClosedWindow() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
    Desktop desktop = Desktop.open(session, options);
    desktop.act(Notifications.Action.DETAILS);
    await("the window", () -> isButton(owner(), "status.repair"));
    WeakReference<Window> window =
        new WeakReference<>(call(() -> SwingUtilities.getWindowAncestor(owner())));
    onEventThread(
        () -> {
          session.play(Scenes.proven());
          window.get().dispose();
        });
    MainWindow next = open(session, new Route.Help(HelpTopic.PROFESSIONAL)); // AWT keeps the last
    await("the one before is forgotten", () -> isForgotten(window));
    close(next);
    desktop.close();
  }

  private static boolean isForgotten(WeakReference<?> object) {
    System.gc();
    return object.get() == null;
  }

  private MainWindow open(Snapshot snapshot, Route route) throws Exception {
    return open(new FakeSession(snapshot), route);
  }

  private MainWindow open(FakeSession session, Route route) throws Exception {
    MainWindow window =
        call(
            () -> {
              MainWindow made =
                  new MainWindow(session, actions, options, false, () -> {}, () -> {});
              made.go(route, session.now());
              made.bringUp();
              return made;
            });
    await("the window is active", () -> window.frame().isActive());
    return window;
  }

  private static void close(MainWindow window) throws Exception {
    onEventThread(window::dispose);
  }

  private void press(int key) {
    hand.keyPress(key);
    hand.keyRelease(key);
    hand.waitForIdle();
  }

  private static Component owner() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  private static boolean isInSight(Component at) {
    JComponent component = (JComponent) at;
    Rectangle seen = component.getVisibleRect();
    int enough = Math.min(component.getHeight(), UIScale.scale(24));
    return seen.height >= enough && seen.width > 0;
  }

  private static boolean isButton(Component at, String key) {
    return at instanceof AbstractButton button && Texts.text(key).equals(button.getText());
  }

  private static AbstractButton button(Container root, String key) {
    return labelled(root, Texts.text(key));
  }

  private static AbstractButton labelled(Container root, String words) {
    return Arrays.stream(root.getComponents())
        .map(
            child ->
                child instanceof AbstractButton button && words.equals(button.getText())
                    ? button
                    : child instanceof Container container ? labelled(container, words) : null)
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  private static <C> C find(Container root, Class<C> kind) {
    for (Component child : root.getComponents()) {
      if (kind.isInstance(child)) {
        return kind.cast(child);
      }
      C found = child instanceof Container container ? find(container, kind) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < PATIENCE; i++) {
      if (call(condition)) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(
        "never came: " + what + "; the keyboard is at " + call(KeyboardStory::owner));
  }

  private static <T> T call(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    SwingUtilities.invokeAndWait(task);
    return task.get();
  }

  private static void onEventThread(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
  }
}
