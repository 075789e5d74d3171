package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.desktop.TimelineMark.Kind;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleValue;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/**
 * The last 90 days as one line of time, the newest at the right: a row for each kind of thing that
 * happened, with a shape and a colour of its own. One mark is always selected, by the mouse or by
 * the arrow keys; a screen reader finds a slider from mark to mark.
 */
final class Timeline extends JComponent implements Accessible {

  private static final int ROW = 26;
  private static final int MARK = 14;
  private static final int GAP = 12;
  private static final int RING = 2;
  private static final List<Integer> TICKS = List.of(0, TimelineMark.DAYS, 30, 60);

  private final transient List<TimelineMark> marks;
  private final List<Kind> rows;
  private final LocalDate today;
  private final transient Times times;
  private final transient Consumer<TimelineMark> onSelect;
  private int selected;

  /**
   * @param marks at least one, oldest first
   * @param onSelect told of the mark that is selected, the newest first of all
   */
  Timeline(
      List<TimelineMark> marks, LocalDate today, Times times, Consumer<TimelineMark> onSelect) {
    this.marks = List.copyOf(marks);
    this.rows =
        Stream.of(Kind.values())
            .filter(
                kind -> kind != Kind.INSTALLED || marks.stream().anyMatch(m -> m.kind() == kind))
            .toList();
    this.today = today;
    this.times = times;
    this.onSelect = onSelect;
    this.selected = marks.size() - 1;
    setFocusable(true);
    setFont(UIManager.getFont("defaultFont"));
    addFocusListener(new RepaintOnFocus(this));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            requestFocusInWindow();
            nearest(event.getX(), event.getY()).ifPresent(Timeline.this::select);
          }
        });
    bind(KeyEvent.VK_LEFT, () -> select(selected - 1));
    bind(KeyEvent.VK_UP, () -> select(selected - 1));
    bind(KeyEvent.VK_RIGHT, () -> select(selected + 1));
    bind(KeyEvent.VK_DOWN, () -> select(selected + 1));
    bind(KeyEvent.VK_HOME, () -> select(0));
    bind(KeyEvent.VK_END, () -> select(this.marks.size() - 1));
    onSelect.accept(selection());
  }

  TimelineMark selection() {
    return marks.get(selected);
  }

  /** "Tuesday 3 March: 2 failures". */
  static String words(TimelineMark mark, Times times) {
    return text("timeline." + mark.kind(), times.day(mark.day()), mark.count());
  }

  private void select(int wanted) {
    int now = Math.max(0, Math.min(marks.size() - 1, wanted));
    if (now == selected) {
      return;
    }
    int before = selected;
    selected = now;
    onSelect.accept(selection());
    AccessibleContext context = getAccessibleContext();
    context.firePropertyChange(
        AccessibleContext.ACCESSIBLE_NAME_PROPERTY, null, context.getAccessibleName());
    context.firePropertyChange(AccessibleContext.ACCESSIBLE_VALUE_PROPERTY, before, now);
    repaint();
  }

  private void bind(int key, Runnable action) {
    registerKeyboardAction(event -> action.run(), KeyStroke.getKeyStroke(key, 0), WHEN_FOCUSED);
  }

  /** Within the row that was pointed at; fingers and pointers are not exact. */
  private Optional<Integer> nearest(int x, int y) {
    int reach = UIScale.scale(ROW) / 2;
    int nearest = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < marks.size(); i++) {
      Rectangle at = place(marks.get(i));
      int distance = Math.abs((int) at.getCenterX() - x);
      if (Math.abs((int) at.getCenterY() - y) <= reach && distance <= reach && distance <= least) {
        nearest = i;
        least = distance;
      }
    }
    return nearest < 0 ? Optional.empty() : Optional.of(nearest);
  }

  /** Where that mark is painted. */
  Rectangle place(TimelineMark mark) {
    int size = UIScale.scale(MARK);
    int middle = (int) Math.round(x(mark.day()));
    int row = rows.indexOf(mark.kind());
    int high = UIScale.scale(ROW);
    return new Rectangle(middle - size / 2, above() + row * high + (high - size) / 2, size, size);
  }

  private double x(LocalDate day) {
    double from = left();
    double to = getWidth() - UIScale.scale(GAP);
    long ago = ChronoUnit.DAYS.between(day, today);
    return to - ago * (to - from) / TimelineMark.DAYS;
  }

  private int left() {
    FontMetrics metrics = getFontMetrics(getFont());
    int words = rows.stream().mapToInt(kind -> metrics.stringWidth(name(kind))).max().orElse(0);
    return words + UIScale.scale(2 * GAP);
  }

  private static int above() {
    return UIScale.scale(GAP) / 2;
  }

  private static String name(Kind kind) {
    return text("timeline.row." + kind);
  }

  @Override
  public Dimension getPreferredSize() {
    int below = getFontMetrics(getFont()).getHeight() + UIScale.scale(GAP);
    return new Dimension(UIScale.scale(300), above() + rows.size() * UIScale.scale(ROW) + below);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(getFont());
    paintRows(g);
    paintDays(g);
    for (TimelineMark mark : marks) {
      if (mark != selection()) {
        TimelineShape.of(mark.kind()).paint(g, place(mark));
      }
    }
    paintSelected(g);
    paintFocus(g);
    g.dispose();
  }

  private void paintRows(Graphics2D g) {
    FontMetrics metrics = g.getFontMetrics();
    int high = UIScale.scale(ROW);
    for (Kind kind : rows) {
      int y = above() + rows.indexOf(kind) * high;
      g.setColor(UIManager.getColor("Label.foreground"));
      g.drawString(
          name(kind),
          UIScale.scale(GAP) / 2,
          y + (high - metrics.getHeight()) / 2 + metrics.getAscent());
      g.setColor(Theme.Tone.MUTED.color());
      double middle = y + high / 2.0;
      g.draw(new Line2D.Double(left(), middle, getWidth() - (double) UIScale.scale(GAP), middle));
    }
  }

  /** The ends first; between them what has room. */
  private void paintDays(Graphics2D g) {
    FontMetrics metrics = g.getFontMetrics();
    g.setColor(Theme.Tone.MUTED.color());
    int y = above() + rows.size() * UIScale.scale(ROW) + metrics.getAscent();
    int right = getWidth() - UIScale.scale(GAP) / 2;
    int between = metrics.charWidth('m');
    List<Rectangle> taken = new ArrayList<>();
    for (int ago : TICKS) {
      String words = text("timeline.ago", ago);
      int width = metrics.stringWidth(words);
      int middle = (int) Math.round(x(today.minusDays(ago)));
      int start = Math.max(above(), Math.min(middle - width / 2, right - width));
      Rectangle room = new Rectangle(start - between, 0, width + 2 * between, 1);
      if (taken.stream().noneMatch(room::intersects)) {
        g.drawString(words, start, y);
        taken.add(new Rectangle(start, 0, width, 1));
      }
    }
  }

  private void paintSelected(Graphics2D g) {
    Rectangle at = place(selection());
    TimelineShape.of(selection().kind()).paint(g, at);
    int around = UIScale.scale(2 * RING);
    g.setColor(UIManager.getColor("Label.foreground"));
    g.setStroke(new BasicStroke(UIScale.scale((float) RING)));
    g.drawRoundRect(
        at.x - around,
        at.y - around,
        at.width + 2 * around,
        at.height + 2 * around,
        around,
        around);
  }

  private void paintFocus(Graphics2D g) {
    if (isFocusOwner()) {
      float ring = UIScale.scale((float) RING);
      g.setColor(UIManager.getColor("Component.focusColor"));
      g.setStroke(new BasicStroke(ring));
      g.draw(
          new RoundRectangle2D.Float(
              ring / 2, ring / 2, getWidth() - ring, getHeight() - ring, GAP, GAP));
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AsSlider();
    }
    return accessibleContext;
  }

  private final class AsSlider extends AccessibleJComponent implements AccessibleValue {

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.SLIDER;
    }

    @Override
    public String getAccessibleName() {
      return text("timeline.name", words(selection(), times));
    }

    @Override
    public String getAccessibleDescription() {
      return text("timeline.keys");
    }

    @Override
    public AccessibleValue getAccessibleValue() {
      return this;
    }

    @Override
    public Number getCurrentAccessibleValue() {
      return selected;
    }

    @Override
    public boolean setCurrentAccessibleValue(Number wanted) {
      select(wanted.intValue());
      return selected == wanted.intValue();
    }

    @Override
    public Number getMinimumAccessibleValue() {
      return 0;
    }

    @Override
    public Number getMaximumAccessibleValue() {
      return marks.size() - 1;
    }
  }
}
