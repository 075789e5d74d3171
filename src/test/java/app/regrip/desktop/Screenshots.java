package app.regrip.desktop;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Verdict;
import app.regrip.session.Snapshot;
import app.regrip.update.Alert;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.accessibility.AccessibleValue;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;

/**
 * Draws every state of the window and the alert into PNG files, in each choice of colours. Needs a
 * display (an X server in memory will do) and no window manager; {@code -Dflatlaf.uiScale=2} draws
 * them at 200 %. Arguments: the folder for the files, and the language; other languages than
 * English are drawn in one choice of colours.
 */
public final class Screenshots {

  private static final Actions NOTHING = new RecordedActions();

  private final Path folder;

  private Screenshots(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Screenshots screenshots = new Screenshots(folder);
    Locale language = Locale.forLanguageTag(args[1]);
    Locale.setDefault(language.equals(PseudoLanguage.LOCALE) ? PseudoLanguage.learned() : language);
    boolean inEveryColour = language.equals(Locale.ENGLISH);
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST)) {
      if (theme == ThemeChoice.LIGHT || inEveryColour) {
        screenshots.drawAll(theme);
      }
    }
    System.exit(0);
  }

  private void drawAll(ThemeChoice theme) {
    Scenes.Remembered preferences = new Scenes.Remembered(theme);
    DesktopOptions options = Scenes.options(preferences, page -> {});
    onEventThread(() -> new Theme(preferences::theme, () -> false).apply());
    String suffix = "-" + theme.name().toLowerCase(Locale.ROOT);

    Route status = new Route.Status();
    Route repair = new Route.Repair();
    draw("status-failing" + suffix, options, Scenes.at(Scenes.failing()), status);
    draw("status-working" + suffix, options, Scenes.at(Scenes.working()), status);
    draw("status-newer" + suffix, Scenes.withNewer(() -> {}), Scenes.at(Scenes.working()), status);
    draw("status-unknown" + suffix, options, Scenes.at(Scenes.unknown()), status);
    draw("status-proven" + suffix, options, Scenes.proven(), status);
    draw("status-interrupted" + suffix, options, Scenes.interrupted(false), status);
    draw("status-restart" + suffix, options, Scenes.interrupted(true), status);
    draw("status-repairing" + suffix, options, Scenes.with(Scenes.atDism()), status);
    draw(
        "status-causes" + suffix,
        options,
        Scenes.at(Scenes.failing()),
        status,
        window -> press(window, Texts.text("status.causes")));
    for (Fix fix : Fix.values()) {
      draw(
          "preview-" + fix.commandName() + suffix,
          options,
          Scenes.at(Scenes.failing()),
          new Route.Preview(FixRequest.of(fix)));
    }
    draw("repair-dism" + suffix, options, Scenes.with(Scenes.atDism()), repair);
    draw(
        "repair-dism-log" + suffix,
        options,
        Scenes.with(Scenes.atDism()),
        repair,
        window -> {
          press(window, Texts.text("repair.log.show"));
          SwingUtilities.invokeLater(() -> scrollDown(window.frame()));
        });
    draw("repair-cancelling" + suffix, options, Scenes.with(Scenes.atDism().cancelling()), repair);
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      draw("verdict-" + name + suffix, options, Scenes.with(Scenes.ended(kind)), repair);
    }
    draw("history" + suffix, options, Scenes.proven(), new Route.History());
    draw(
        "history-repair" + suffix,
        options,
        Scenes.proven(),
        new Route.History(),
        window -> select(window.frame(), TimelineMark.Kind.REPAIR));
    draw("help" + suffix, options, Scenes.proven(), new Route.Help(HelpTopic.HANDLE));
    draw(
        "help-professional" + suffix,
        options,
        Scenes.proven(),
        new Route.Help(HelpTopic.PROFESSIONAL));
    draw("welcome" + suffix, options, Scenes.at(Scenes.working()), new Route.Welcome());
    draw("settings" + suffix, options, Scenes.proven(), new Route.Settings());
    draw("quit" + suffix, options, Scenes.with(Scenes.atDism()), new Route.Quit());
    drawSmall("small-status" + suffix, options, Scenes.at(Scenes.failing()), status);
    drawSmall("small-repair" + suffix, options, Scenes.with(Scenes.atDism()), repair);
    drawSmall(
        "small-preview" + suffix,
        options,
        Scenes.at(Scenes.failing()),
        new Route.Preview(FixRequest.of(Fix.ALL)));
    drawFlyout("flyout-failing" + suffix, options, Scenes.at(Scenes.failing()));
    drawFlyout("flyout-working" + suffix, options, Scenes.at(Scenes.working()));
    drawFlyout("flyout-repairing" + suffix, options, Scenes.with(Scenes.atDism()));
    drawToast("alert-first" + suffix, options, 1);
    drawToast("alert-again" + suffix, options, 3);
  }

  private void draw(String name, DesktopOptions options, Snapshot snapshot, Route route) {
    draw(name, options, snapshot, route, window -> {});
  }

  private void draw(
      String name,
      DesktopOptions options,
      Snapshot snapshot,
      Route route,
      Consumer<MainWindow> then) {
    draw(name, options, snapshot, route, then, false);
  }

  private void drawSmall(String name, DesktopOptions options, Snapshot snapshot, Route route) {
    draw(name, options, snapshot, route, window -> {}, true);
  }

  private void draw(
      String name,
      DesktopOptions options,
      Snapshot snapshot,
      Route route,
      Consumer<MainWindow> then,
      boolean small) {
    MainWindow[] window = new MainWindow[1];
    onEventThread(
        () -> {
          window[0] =
              new MainWindow(
                  new FakeSession(snapshot), NOTHING, options, small, () -> {}, () -> {});
          if (small) {
            window[0].frame().setSize(UIScale.scale(new Dimension(640, 480)));
          }
          window[0].go(route, snapshot);
          window[0].bringUp();
        });
    settle();
    onEventThread(() -> then.accept(window[0]));
    settle();
    onEventThread(() -> save(window[0].frame(), name));
    onEventThread(window[0]::dispose);
  }

  private void drawFlyout(String name, DesktopOptions options, Snapshot snapshot) {
    Flyout[] flyout = new Flyout[1];
    onEventThread(
        () ->
            flyout[0] =
                Flyout.open(new FakeSession(snapshot), NOTHING, options, () -> {}, () -> {}));
    settle();
    onEventThread(() -> save(flyout[0].dialog(), name));
    onEventThread(flyout[0]::close);
  }

  private void drawToast(String name, DesktopOptions options, int recurrence) {
    SwingToast toast = new SwingToast(NOTHING, options.wording(), () -> {});
    onEventThread(() -> toast.show(new Alert(Scenes.failing(), recurrence)));
    settle();
    onEventThread(() -> save(toast.window().orElseThrow(), name));
    onEventThread(toast::hide);
  }

  private void save(RootPaneContainer window, String name) {
    JRootPane root = window.getRootPane();
    BufferedImage image =
        new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
    root.printAll(image.createGraphics());
    try {
      ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void press(MainWindow window, String words) {
    press(window.frame(), words);
  }

  private static void select(Container parent, TimelineMark.Kind kind) {
    for (Component child : parent.getComponents()) {
      if (child instanceof Timeline line) {
        AccessibleValue place = line.getAccessibleContext().getAccessibleValue();
        while (line.selection().kind() != kind) {
          place.setCurrentAccessibleValue(place.getCurrentAccessibleValue().intValue() - 1);
        }
      } else if (child instanceof Container container) {
        select(container, kind);
      }
    }
  }

  private static boolean press(Container parent, String words) {
    for (Component child : parent.getComponents()) {
      if (child instanceof AbstractButton button && words.equals(button.getText())) {
        button.doClick(0);
        return true;
      }
      if (child instanceof Container container && press(container, words)) {
        return true;
      }
    }
    return false;
  }

  private static void scrollDown(Container parent) {
    for (Component child : parent.getComponents()) {
      if (child instanceof JScrollPane pane) {
        pane.getViewport()
            .setViewPosition(
                new Point(
                    0,
                    Math.max(
                        0,
                        pane.getViewport().getView().getHeight()
                            - pane.getViewport().getHeight())));
        return;
      }
      if (child instanceof Container container) {
        scrollDown(container);
      }
    }
  }

  /** Lets the looks at the PC and the drawing that follows come to an end. */
  private static void settle() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    onEventThread(() -> {});
  }

  private static void onEventThread(Runnable work) {
    try {
      SwingUtilities.invokeAndWait(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
