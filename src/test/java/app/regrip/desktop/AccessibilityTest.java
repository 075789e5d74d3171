package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Verdict;
import app.regrip.session.Snapshot;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scene as a screen reader and the keyboard find it. */
class AccessibilityTest {

  private static final int LEAST_TARGET = 24;
  static final Dimension USUAL = new Dimension(920 - 172, 700);

  /** A page, at a moment. */
  record Scene(Supplier<Page> page, Snapshot snapshot) {}

  static Stream<Named<Scene>> scenes() {
    RecordedActions actions = new RecordedActions();
    DesktopOptions options = Scenes.options(new Scenes.Remembered(ThemeChoice.LIGHT), opened -> {});
    Map<String, Snapshot> moments = new LinkedHashMap<>();
    moments.put("failing", Scenes.at(Scenes.failing()));
    moments.put("working", Scenes.at(Scenes.working()));
    moments.put("unknown", Scenes.at(Scenes.unknown()));
    moments.put("proven", Scenes.proven());
    moments.put("interrupted", Scenes.interrupted(false));
    moments.put("restart", Scenes.interrupted(true));
    moments.put("repairing", Scenes.with(Scenes.atDism()));
    moments.put("checking", Scenes.checking());
    moments.put("checked", Scenes.checked());
    moments.put("after the last fix", Scenes.afterwards());
    Map<String, Scene> scenes = new LinkedHashMap<>();
    moments.forEach(
        (name, at) -> {
          FakeSession session = new FakeSession(at);
          scenes.put(
              "status, " + name, new Scene(() -> new StatusPage(session, actions, options), at));
          scenes.put(
              "history, " + name, new Scene(() -> new HistoryPage(session, actions, options), at));
          scenes.put(
              "flyout, " + name, new Scene(() -> new FlyoutPage(session, actions, options), at));
        });
    DesktopOptions newer = Scenes.withNewer(() -> {});
    Snapshot working = moments.get("working");
    scenes.put(
        "status, newer version",
        new Scene(() -> new StatusPage(new FakeSession(working), actions, newer), working));
    Snapshot failing = moments.get("failing");
    for (Fix fix : Fix.values()) {
      FakeSession session = new FakeSession(failing);
      scenes.put(
          "preview of " + fix,
          new Scene(() -> new PreviewPage(session, actions, options, FixRequest.of(fix)), failing));
    }
    FakeSession refused = new FakeSession(failing);
    refused.refuse("Windows waits for a restart.");
    scenes.put(
        "refused",
        new Scene(
            () -> new PreviewPage(refused, actions, options, FixRequest.of(Fix.ALL)), failing));
    Snapshot dism = moments.get("repairing");
    scenes.put(
        "repair", new Scene(() -> new RepairPage(fix -> Optional.empty(), actions, options), dism));
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      scenes.put(
          "ended " + kind,
          new Scene(
              () -> new RepairPage(fix -> Optional.empty(), actions, options),
              Scenes.with(Scenes.ended(kind))));
    }
    for (Fix fix : Fix.values()) {
      scenes.put(
          "ended, next is " + fix,
          new Scene(
              () -> new RepairPage(any -> Optional.empty(), actions, options),
              Scenes.with(Scenes.ended(Verdict.Kind.STILL_FAILING, Optional.of(fix)))));
    }
    scenes.put("help", new Scene(() -> new HelpPage(options, HelpTopic.HANDLE), failing));
    scenes.put(
        "settings",
        new Scene(
            () -> new SettingsPage(new FakeSession(Scenes.at(Scenes.working())), actions, options),
            failing));
    scenes.put("quit", new Scene(() -> new QuitPage(actions), dism));
    scenes.put("welcome", new Scene(() -> new WelcomePage(actions, options), failing));
    return scenes.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void everyControlHasNameRoleAndState(Scene scene) throws Exception {
    Container view = show(scene);
    for (JComponent control : controls(view)) {
      AccessibleContext context = control.getAccessibleContext();
      assertThat(context.getAccessibleName()).as("name of %s", control).isNotBlank();
      assertThat(context.getAccessibleRole())
          .as("role of %s", context.getAccessibleName())
          .isNotNull()
          .isNotIn(AccessibleRole.UNKNOWN, AccessibleRole.SWING_COMPONENT, AccessibleRole.PANEL);
      assertThat(context.getAccessibleStateSet().contains(AccessibleState.ENABLED))
          .as("enabled state of %s", context.getAccessibleName())
          .isEqualTo(control.isEnabled());
      if (control instanceof JToggleButton toggle) {
        assertThat(context.getAccessibleStateSet().contains(AccessibleState.CHECKED))
            .isEqualTo(toggle.isSelected());
      }
    }
  }

  /** A text that is no stop of its own belongs to something that is, and is read with it. */
  @ParameterizedTest
  @MethodSource("scenes")
  void everyTextIsReadAtSomeStop(Scene scene) throws Exception {
    Container view = show(scene);
    for (JComponent text : texts(view)) {
      String words =
          text instanceof JLabel label ? label.getText() : ((JTextComponent) text).getText();
      if (words == null || words.isBlank()) {
        continue;
      }
      assertThat(isReadSomewhere(view, text, words)).as(words).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void everyTargetIsLargeEnough(Scene scene) throws Exception {
    Container view = show(scene);
    for (JComponent control : controls(view)) {
      if (!(control instanceof Readable || control instanceof JProgressBar)) {
        Dimension size = control.getSize();
        assertThat(Math.min(size.width, size.height))
            .as("%s is %s", control.getAccessibleContext().getAccessibleName(), size)
            .isGreaterThanOrEqualTo(UIScale.scale(LEAST_TARGET));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void everyButtonHasALetterOfItsOwn(Scene scene) throws Exception {
    Container view = show(scene);
    Navigation navigation = new Navigation(new RecordedActions());
    Container window = Ui.column(0, navigation.view(), view);
    SwingUtilities.invokeAndWait(() -> Mnemonics.giveOut(window));
    Map<Integer, String> letters = new HashMap<>();
    for (JComponent control : controls(window)) {
      if (control instanceof AbstractButton button
          && button.getText() != null
          && !button.getText().isEmpty()) {
        assertThat(button.getMnemonic()).as(button.getText()).isNotZero();
        assertThat(letters.put(button.getMnemonic(), button.getText()))
            .as("the letter of " + button.getText())
            .isNull();
      }
    }
  }

  private static boolean isReadSomewhere(Container root, Component text, String words) {
    if (text instanceof JLabel label && label.getLabelFor() != null) {
      return true;
    }
    for (Component at = text.getParent(); at != null && at != root; at = at.getParent()) {
      if (at instanceof Readable || at instanceof AbstractButton) {
        AccessibleContext context = at.getAccessibleContext();
        String read =
            context.getAccessibleName()
                + "\n"
                + (context.getAccessibleDescription() == null
                    ? ""
                    : context.getAccessibleDescription());
        return read.contains(words);
      }
    }
    return controls(root).stream()
        .map(control -> control.getAccessibleContext().getAccessibleDescription())
        .anyMatch(description -> description != null && description.contains(words));
  }

  private static List<JComponent> controls(Container root) {
    List<JComponent> found = new ArrayList<>();
    collect(
        root,
        found,
        c ->
            c instanceof AbstractButton
                || c instanceof JComboBox<?>
                || c instanceof JSpinner
                || c instanceof JProgressBar
                || c instanceof Timeline
                || c instanceof Readable passage && !passage.words().isEmpty());
    return found;
  }

  private static List<JComponent> texts(Container root) {
    List<JComponent> found = new ArrayList<>();
    collect(root, found, c -> c instanceof TextBlock || c instanceof JLabel);
    return found;
  }

  private interface Wanted {
    boolean is(JComponent component);
  }

  private static void collect(Container parent, List<JComponent> found, Wanted wanted) {
    for (Component child : parent.getComponents()) {
      if (!child.isVisible() || child instanceof JScrollBar) {
        continue;
      }
      if (child instanceof JComponent component && wanted.is(component)) {
        found.add(component);
      }
      boolean ofOnePiece = child instanceof JComboBox<?> || child instanceof JSpinner;
      if (child instanceof Container container && !ofOnePiece) {
        collect(container, found, wanted);
      }
    }
  }

  private static Container show(Scene scene) throws Exception {
    return show(scene, USUAL);
  }

  static Container show(Scene scene, Dimension size) throws Exception {
    Container[] view = new Container[1];
    SwingUtilities.invokeAndWait(
        () -> {
          new Theme(() -> ThemeChoice.LIGHT, () -> false).apply();
          Page page = scene.page().get();
          page.show(scene.snapshot());
          view[0] = page.view();
        });
    Layouts.settle(view[0]);
    SwingUtilities.invokeAndWait(() -> Layouts.layOut(view[0], UIScale.scale(size)));
    return view[0];
  }
}
