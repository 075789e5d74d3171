package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.session.UpdateCheck;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateEvent.Outcome;
import app.regrip.update.UpdateStatus;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** What the flyout tells: how updates are, what there is to do, and what came last. */
final class FlyoutPage implements Page {

  static final int EVENTS = 5;

  private final Session session;
  private final Actions actions;
  private final DesktopOptions options;
  private final Times times;
  private final Readable state = new Readable(new Row(12, 1, false));
  private final JPanel buttons = Ui.buttons();
  private final JPanel events = Ui.column(6, TextBlock.muted(text("looking")));
  private final JButton open;
  private final JScrollPane view;
  private Optional<JButton> first = Optional.empty();
  private Optional<Glanced> drawn = Optional.empty();
  private List<Object> read = List.of();
  private Runnable grown = () -> {};

  /** All that is drawn of a snapshot; a repair that counts on changes the sentence alone. */
  private record Glanced(StatusIcon icon, String sentence, String todo) {}

  FlyoutPage(Session session, Actions actions, DesktopOptions options) {
    this.session = session;
    this.actions = actions;
    this.options = options;
    this.times = new Times(options.clock());
    this.open = Ui.button("flyout.open", actions::open);
    Readable heading = new Readable(new Column(0), TextBlock.heading(text("flyout.events")));
    this.view = Scroll.of(Ui.padding(14, 12, 14, 12), 10, state, buttons, heading, events);
  }

  @Override
  public JScrollPane view() {
    return view;
  }

  /**
   * @param grown what is to be done when it has become higher or lower by itself
   */
  void whenGrown(Runnable grown) {
    this.grown = grown;
  }

  /** The height all of it wants at that width. */
  int heightFor(int width) {
    Insets border = view.getInsets();
    int inner = width - border.left - border.right;
    return HeightForWidth.of(view.getViewport().getView(), inner) + border.top + border.bottom;
  }

  /** How things are. */
  String sentence() {
    return drawn.map(Glanced::sentence).orElse("");
  }

  @Override
  public Optional<JButton> defaultButton() {
    return Optional.of(first.orElse(open));
  }

  @Override
  public void show(Snapshot snapshot) {
    Optional<JButton> todo = NextStep.first(snapshot, actions, options);
    TrayStatus glance = TrayStatus.of(snapshot, options.wording());
    Glanced now =
        new Glanced(
            glance.icon(),
            TrayStatus.sentence(snapshot, options.wording()),
            todo.map(JButton::getText).orElse(""));
    if (!drawn.equals(Optional.of(now))) {
      boolean sameButtons = drawn.filter(before -> before.todo().equals(now.todo())).isPresent();
      drawn = Optional.of(now);
      draw(now);
      if (!sameButtons) {
        offer(todo);
      }
      view.revalidate();
      view.repaint();
    }
    readEvents(snapshot.status(), snapshot.check());
  }

  private void draw(Glanced now) {
    state.removeAll();
    state.add(new JLabel(Icons.icon(now.icon().drawing(), 28)));
    state.add(TextBlock.strong(now.sentence()));
  }

  private void offer(Optional<JButton> todo) {
    boolean wasThere = first.filter(JButton::isFocusOwner).isPresent();
    buttons.removeAll();
    first = todo;
    first.ifPresent(buttons::add);
    buttons.add(open);
    Mnemonics.giveOut(buttons);
    if (wasThere) {
      first.orElse(open).requestFocusInWindow();
    }
  }

  /** Again only where something may have come. */
  private void readEvents(UpdateStatus status, UpdateCheck check) {
    List<Object> state = List.of(status, check);
    if (state.equals(read)) {
      return;
    }
    read = state;
    Background.run(
        () -> session.recentEvents(EVENTS),
        found -> list(found.map(this::rows).orElseGet(() -> said("flyout.events.unreadable"))),
        problem -> list(said("flyout.events.unreadable")));
  }

  private List<Readable> rows(List<UpdateEvent> found) {
    return found.isEmpty() ? said("flyout.events.none") : found.stream().map(this::row).toList();
  }

  private static List<Readable> said(String key) {
    return List.of(new Readable(new Column(0), TextBlock.muted(text(key))));
  }

  private void list(List<Readable> rows) {
    events.removeAll();
    rows.forEach(events::add);
    view.revalidate();
    view.repaint();
    grown.run();
  }

  private Readable row(UpdateEvent event) {
    boolean failed = event.outcome() == Outcome.FAILED;
    String what = text((failed ? "history.failed." : "flyout.worked.") + event.operation());
    List<TextBlock> lines = new ArrayList<>();
    lines.add(
        TextBlock.plain(
            event.title().isEmpty() ? what : text("history.failed.title", what, event.title())));
    if (failed) {
      event.code().map(options.wording()::namedError).map(TextBlock::plain).ifPresent(lines::add);
    }
    lines.add(TextBlock.muted(times.moment(event.at())));
    String drawing = (failed ? StatusIcon.FAILING : StatusIcon.OK).drawing();
    return new Readable(
        new Row(12, 1, false),
        new JLabel(Icons.icon(drawing, 18)),
        Ui.column(1, lines.toArray(TextBlock[]::new)));
  }
}
