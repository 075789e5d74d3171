package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Notification;
import app.regrip.session.Snapshot;
import app.regrip.update.Alert;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Window;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole desktop with the system's notifications; needs a display. */
class DesktopNotificationsTest {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final FakeSession session = new FakeSession(Scenes.at(Scenes.failing()));
  private final Scenes.Remembered preferences = new Scenes.Remembered(ThemeChoice.LIGHT);
  private final AtomicInteger quits = new AtomicInteger();
  private Desktop desktop;

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(Desktop.isPossible());
    open(session);
  }

  private void openAnew(Snapshot snapshot) {
    desktop.close();
    open(new FakeSession(snapshot));
  }

  private void open(FakeSession session) {
    DesktopOptions plain = Scenes.options(preferences, page -> {});
    desktop =
        Desktop.open(
            session,
            new DesktopOptions(
                plain.wording(),
                plain.version(),
                plain.preferences(),
                plain.systemIsDark(),
                plain.openPage(),
                plain.hasPage(),
                plain.restartPretendPc(),
                Optional.of(new Told()),
                plain.quietTime(),
                plain.reducesMotion(),
                plain.iconClicks(),
                List::of,
                plain.releases(),
                quits::incrementAndGet,
                plain.clock()));
  }

  @AfterEach
  void close() {
    if (desktop != null) {
      desktop.close();
    }
  }

  @Test
  void anAlertIsToldAndAClickOnFixOnlyShowsWhatWouldBeDone() throws Exception {
    session.alert(new Alert(Scenes.failing(), 1));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("show " + SystemToast.TAG);
    desktop.act(Action.FIX);
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("remove " + SystemToast.TAG);
    SwingUtilities.invokeAndWait(() -> {});
    assertThat(Frame.getFrames()).anyMatch(Frame::isShowing);
    assertThat(session.asked).noneMatch(asked -> asked.startsWith("repair"));
  }

  @Test
  void aClickOnSnoozeOpensNothing() throws Exception {
    session.alert(new Alert(Scenes.failing(), 1));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("show " + SystemToast.TAG);
    boolean windowBefore = Arrays.stream(Frame.getFrames()).anyMatch(Frame::isShowing);
    desktop.act(Action.SNOOZE);
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("remove " + SystemToast.TAG);
    SwingUtilities.invokeAndWait(() -> {});
    assertThat(session.asked).contains("snooze PT8H");
    assertThat(Arrays.stream(Frame.getFrames()).anyMatch(Frame::isShowing)).isEqualTo(windowBefore);
  }

  @Test
  void aNewTaskBarAndOtherColoursAreTakenInStride() throws Exception {
    desktop.trayLost();
    desktop.systemColoursChanged();
    SwingUtilities.invokeAndWait(() -> {});
    session.alert(new Alert(Scenes.failing(), 1));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("show " + SystemToast.TAG);
  }

  @Test
  void whereNothingIsToBeSaidNothingIs() throws Exception {
    preferences.alerts(AlertPreferences.DEFAULT.with(NoticeChoice.NOTHING));
    session.alert(new Alert(Scenes.failing(), 1));
    SwingUtilities.invokeAndWait(() -> {});
    preferences.alerts(AlertPreferences.DEFAULT);
    session.alert(new Alert(Scenes.failing(), 2));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("show " + SystemToast.TAG);
    desktop.close();
    assertThat(told).noneMatch(later -> later.startsWith("show"));
  }

  /** A system that keeps quiet by itself knows nothing of these hours. */
  @Test
  void inQuietHoursAnAlertWaits() throws Exception {
    LocalTime now = LocalTime.now(Scenes.CLOCK);
    preferences.alerts(
        AlertPreferences.DEFAULT.with(
            Optional.of(new QuietHours(now.minusHours(1), now.plusHours(1)))));
    session.alert(new Alert(Scenes.failing(), 1));
    SwingUtilities.invokeAndWait(() -> {});
    preferences.alerts(
        AlertPreferences.DEFAULT.with(Optional.of(new QuietHours(now.plusHours(1), now))));
    session.alert(new Alert(Scenes.failing(), 2));
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("show " + SystemToast.TAG);
    desktop.close();
    assertThat(told).noneMatch(later -> later.startsWith("show"));
  }

  @Test
  void whoOpensRegripForTheFirstTimeIsWelcomedOnce() throws Exception {
    preferences.isNew = true;
    openAnew(Scenes.at(Scenes.working()));
    assertThat(wordsOfTheWindow()).contains(Texts.text("welcome.title"));
    openAnew(Scenes.at(Scenes.working()));
    assertThat(wordsOfTheWindow()).contains(Texts.text("status.working"));
  }

  @Test
  void whoComesBecauseSomethingFailsIsShownThat() throws Exception {
    preferences.isNew = true;
    openAnew(Scenes.at(Scenes.failing()));
    assertThat(wordsOfTheWindow()).contains(Texts.text("status.failing"));
    openAnew(Scenes.at(Scenes.working()));
    assertThat(wordsOfTheWindow()).contains(Texts.text("status.working"));
  }

  @Test
  void quittingIsAskedWhileARepairRuns() throws Exception {
    session.play(Scenes.with(Scenes.atDism()));
    desktop.quit();
    assertThat(wordsOfTheWindow()).contains(Texts.text("quit.title"));
    desktop.quit();
    SwingUtilities.invokeAndWait(() -> {});
    assertThat(quits).as("asked again, and not taken for an answer").hasValue(0);
    SwingUtilities.invokeAndWait(() -> button(Texts.text("quit.yes")).doClick(0));
    assertThat(quits).hasValue(1);
  }

  @Test
  void whereNoRepairRunsQuittingQuits() throws Exception {
    desktop.quit();
    SwingUtilities.invokeAndWait(() -> {});
    assertThat(quits).hasValue(1);
  }

  private static AbstractButton button(String words) {
    List<AbstractButton> found = new ArrayList<>();
    Arrays.stream(Frame.getFrames())
        .filter(Frame::isShowing)
        .forEach(frame -> collectButtons(frame, found));
    return found.stream()
        .filter(button -> words.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static void collectButtons(Container parent, List<AbstractButton> found) {
    for (Component child : parent.getComponents()) {
      if (child instanceof AbstractButton button) {
        found.add(button);
      } else if (child instanceof Container container) {
        collectButtons(container, found);
      }
    }
  }

  @Test
  void theFlyoutIsMadeWhenAskedForAndGoneAfterwards() throws Exception {
    assertThat(flyouts()).isEmpty();
    desktop.flyOut();
    assertThat(flyouts()).hasSize(1);
    desktop.flyOut();
    assertThat(flyouts()).as("a second click closes it").isEmpty();
    desktop.act(Action.OPEN);
    desktop.flyOut();
    desktop.act(Action.DETAILS);
    assertThat(flyouts()).as("it goes where it leads to").isEmpty();
  }

  private static List<Window> flyouts() throws Exception {
    List<Window> shown = new ArrayList<>();
    SwingUtilities.invokeAndWait(() -> {});
    SwingUtilities.invokeAndWait(
        () ->
            Arrays.stream(Window.getWindows())
                .filter(
                    w ->
                        w instanceof JDialog dialog
                            && dialog.getTitle().equals(Texts.text("flyout.window")))
                .filter(Window::isDisplayable)
                .forEach(shown::add));
    return shown;
  }

  private List<String> wordsOfTheWindow() throws Exception {
    desktop.act(Action.OPEN);
    List<String> words = new ArrayList<>();
    SwingUtilities.invokeAndWait(
        () ->
            Arrays.stream(Frame.getFrames())
                .filter(Frame::isShowing)
                .forEach(frame -> words.addAll(Layouts.texts(frame))));
    return words;
  }

  private final class Told implements Notifications {

    @Override
    public void show(Notification notification) {
      told.add("show " + notification.tag());
    }

    @Override
    public boolean move(String tag, Bar bar) {
      told.add("move " + tag);
      return true;
    }

    @Override
    public void remove(String tag) {
      told.add("remove " + tag);
    }

    @Override
    public boolean heedsQuietTime() {
      return true;
    }

    @Override
    public String kind() {
      return "told";
    }
  }
}
