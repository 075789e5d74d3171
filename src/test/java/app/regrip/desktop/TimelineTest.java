package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.desktop.TimelineMark.Kind;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.text.Message;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
  private static final Dimension SIZE = new Dimension(600, 140);

  private final List<TimelineMark> shown = new ArrayList<>();
  private final List<TimelineMark> marks =
      TimelineMark.of(Scenes.cases(), Scenes.keptWindowsHistory(), TODAY, ZoneOffset.UTC);

  @BeforeEach
  void colours() throws Exception {
    SwingUtilities.invokeAndWait(() -> new Theme(() -> ThemeChoice.LIGHT, () -> false).apply());
  }

  @Test
  void aDayHasAMarkForEachKindOfThingThatHappened() {
    assertThat(marks)
        .extracting(mark -> mark.day() + " " + mark.kind() + " " + mark.count())
        .containsExactly(
            "2026-01-22 INSTALLED 1",
            "2026-02-11 FAILURE 1",
            "2026-02-22 INSTALLED 1",
            "2026-03-01 FAILURE 1",
            "2026-03-02 REPAIR 1",
            "2026-03-03 PROOF 1");
  }

  @Test
  void aRepairThatIsProvenIsBothAndOneThatWindowsProvesLaterIsOne() {
    Case.Entry.Tried proven = tried(Verdict.Kind.PROVEN, "now", 0);
    assertThat(kinds(proven)).containsExactly(Kind.REPAIR, Kind.PROOF);
    assertThat(kinds(tried(Verdict.Kind.PASSED, "run", 0))).containsExactly(Kind.PROOF);
    assertThat(kinds(tried(Verdict.Kind.NOT_PROVEN_YET, "now", 5), proven))
        .containsExactly(Kind.REPAIR, Kind.PROOF);
    assertThat(kinds(new Case.Entry.Closed(Scenes.NOW, Message.NONE))).isEmpty();
  }

  private static Case.Entry.Tried tried(Verdict.Kind kind, String run, int daysAgo) {
    Verdict verdict =
        new Verdict(kind, Message.NONE, Message.NONE, Optional.empty(), Optional.empty());
    return new Case.Entry.Tried(Scenes.NOW.minus(Duration.ofDays(daysAgo)), run, Fix.BITS, verdict);
  }

  private static List<Kind> kinds(Case.Entry... entries) {
    Case trouble = new Case(Scenes.failing().code(), Case.State.OPEN, List.of(entries));
    return TimelineMark.of(List.of(trouble), List.of(), TODAY, ZoneOffset.UTC).stream()
        .map(TimelineMark::kind)
        .toList();
  }

  @Test
  void whatIsOlderThanTheLineIsLeftToTheListBelow() {
    Case.Entry old =
        FakeSession.Entries.failed(
            Scenes.NOW.minus(Duration.ofDays(TimelineMark.DAYS)), Scenes.failing().code());
    Case.Entry young =
        FakeSession.Entries.failed(
            Scenes.NOW.minus(Duration.ofDays(TimelineMark.DAYS - 1)), Scenes.failing().code());
    Case.Entry sameDay =
        FakeSession.Entries.failed(young.at().plusSeconds(60), Scenes.failing().code());
    Case trouble = new Case(Scenes.failing().code(), Case.State.OPEN, List.of(old, young, sameDay));
    assertThat(TimelineMark.of(List.of(trouble), List.of(), TODAY, ZoneOffset.UTC))
        .singleElement()
        .satisfies(mark -> assertThat(mark.entries()).containsExactly(young, sameDay));
  }

  @Test
  void theNewestIsSelectedAndTheArrowKeysGoFromMarkToMark() throws Exception {
    onTimeline(
        line -> {
          assertThat(shown).containsExactly(marks.get(5));
          press(line, KeyEvent.VK_LEFT);
          press(line, KeyEvent.VK_LEFT);
          press(line, KeyEvent.VK_RIGHT);
          press(line, KeyEvent.VK_HOME);
          press(line, KeyEvent.VK_LEFT);
          press(line, KeyEvent.VK_END);
          press(line, KeyEvent.VK_RIGHT);
          assertThat(shown)
              .containsExactly(
                  marks.get(5),
                  marks.get(4),
                  marks.get(3),
                  marks.get(4),
                  marks.get(0),
                  marks.get(5));
        });
  }

  @Test
  void aClickSelectsTheMarkOfItsRowThatIsNearest() throws Exception {
    onTimeline(
        line -> {
          TimelineMark failure = marks.get(1);
          Rectangle at = line.place(failure);
          click(line, at.x - 2, at.y + at.height + 2);
          assertThat(line.selection()).isEqualTo(failure);
          click(line, at.x + 60, at.y);
          assertThat(line.selection()).as("nothing is there").isEqualTo(failure);
        });
  }

  @Test
  void aScreenReaderFindsASliderThatTellsWhatIsSelected() throws Exception {
    onTimeline(
        line -> {
          List<Object> told = new ArrayList<>();
          AccessibleContext context = line.getAccessibleContext();
          context.addPropertyChangeListener(event -> told.add(event.getNewValue()));
          assertThat(context.getAccessibleRole()).isEqualTo(AccessibleRole.SLIDER);
          assertThat(context.getAccessibleName())
              .isEqualTo("Line of time, Today: one proof that updates work");
          assertThat(context.getAccessibleValue().getMaximumAccessibleValue()).isEqualTo(5);
          assertThat(context.getAccessibleValue().setCurrentAccessibleValue(1)).isTrue();
          assertThat(context.getAccessibleName())
              .isEqualTo("Line of time, Wednesday 11 February: one failure");
          assertThat(told).containsExactly(context.getAccessibleName(), 1);
          assertThat(context.getAccessibleValue().setCurrentAccessibleValue(6)).isFalse();
        });
  }

  @Test
  void everyMarkIsThereInItsColourAndNoneIsCutOff() throws Exception {
    onTimeline(
        line -> {
          BufferedImage image =
              new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);
          line.paint(image.createGraphics());
          Color[] tones = {
            Theme.Tone.FAILURE.color(),
            Theme.Tone.REPAIR.color(),
            Theme.Tone.PROOF.color(),
            Theme.Tone.MUTED.color()
          };
          for (TimelineMark mark : marks) {
            Rectangle at = line.place(mark);
            assertThat(new Rectangle(SIZE).contains(at)).isTrue();
            assertThat(new Color(image.getRGB((int) at.getCenterX(), (int) at.getCenterY())))
                .as("%s", mark.kind())
                .isEqualTo(tones[mark.kind().ordinal()]);
          }
        });
  }

  /** For who sees no colours. */
  @Test
  void noTwoKindsHaveTheSameShape() {
    Set<String> shapes = new HashSet<>();
    for (Kind kind : Kind.values()) {
      BufferedImage image = new BufferedImage(14, 14, BufferedImage.TYPE_INT_ARGB);
      Graphics2D g = image.createGraphics();
      TimelineShape.of(kind).paint(g, new Rectangle(0, 0, 14, 14));
      StringBuilder filled = new StringBuilder();
      int painted = 0;
      for (int i = 0; i < 14 * 14; i++) {
        boolean there = image.getRGB(i % 14, i / 14) >>> 24 > 127;
        filled.append(there);
        painted += there ? 1 : 0;
      }
      shapes.add(filled.toString());
      assertThat(painted).as("%s can be seen", kind).isGreaterThan(50);
    }
    assertThat(shapes).hasSize(Kind.values().length);
  }

  private interface Look {
    void at(Timeline line);
  }

  private void onTimeline(Look look) throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          Timeline line = new Timeline(marks, TODAY, new Times(Scenes.CLOCK), shown::add);
          line.setSize(SIZE);
          look.at(line);
        });
  }

  private static void press(JComponent line, int key) {
    Object name = line.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(key, 0));
    line.getActionMap().get(name).actionPerformed(new ActionEvent(line, 0, ""));
  }

  private static void click(JComponent line, int x, int y) {
    line.dispatchEvent(
        new MouseEvent(line, MouseEvent.MOUSE_PRESSED, 0, 0, x, y, 1, false, MouseEvent.BUTTON1));
  }
}
