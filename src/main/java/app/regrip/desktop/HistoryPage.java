package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.repair.checks.ByteSize;
import app.regrip.session.Case;
import app.regrip.session.PastRepair;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * The cases there have been: failed, tried, proven. At first as marks on one line of time, then in
 * words.
 */
final class HistoryPage implements Page {

  private static final int MOST_LINES = 30;
  private static final int MOST_BEHIND = 10;

  private final Session session;
  private final Actions actions;
  private final Wording wording;
  private final Clock clock;
  private final Times times;
  private final JPanel list = Ui.column(16);
  private final JComponent view;
  private List<Object> read = List.of();

  HistoryPage(Session session, Actions actions, DesktopOptions options) {
    this.session = session;
    this.actions = actions;
    this.wording = options.wording();
    this.clock = options.clock();
    this.times = new Times(clock);
    list.add(TextBlock.muted(text("looking")));
    view = Scroll.of(new Readable(new Column(0), TextBlock.title(text("history.title"))), list);
  }

  @Override
  public JComponent view() {
    return view;
  }

  /** Reads the cases again only where something may have been added to them. */
  @Override
  public void show(Snapshot snapshot) {
    List<Object> state =
        List.of(snapshot.status(), snapshot.isRepairing(), snapshot.undoable(), snapshot.fixes());
    if (Objects.equals(state, read)) {
      return;
    }
    read = state;
    Background.run(
        this::remember,
        remembered -> draw(remembered, snapshot.undoable()),
        problem -> replace(List.of(Card.notice(TextBlock.plain(text("looking.failed", problem))))));
  }

  /**
   * @param repairs what those on the line of time did
   */
  private record Remembered(
      List<Case> cases,
      List<UpdateHistoryEntry> kept,
      KeptCopies.Total copies,
      Map<Case.Entry, PastRepair> repairs) {}

  private Remembered remember() {
    List<Case> cases = session.cases();
    Instant since = clock.instant().minus(Duration.ofDays(TimelineMark.DAYS));
    Map<Case.Entry, PastRepair> repairs = new HashMap<>();
    for (Case trouble : cases) {
      for (Case.Entry entry : trouble.entries()) {
        if (entry instanceof Case.Entry.Tried tried && tried.at().isAfter(since)) {
          repairs.put(tried, session.pastRepair(tried));
        }
      }
    }
    return new Remembered(cases, session.keptWindowsHistory(), session.keptCopies(), repairs);
  }

  private void draw(Remembered remembered, Optional<Fix> undoable) {
    List<Case> cases = remembered.cases();
    List<Card> cards = new ArrayList<>();
    undoable.ifPresent(fix -> cards.add(undo(fix)));
    if (cases.isEmpty()) {
      cards.add(Card.of(TextBlock.plain(text("history.none"))));
    }
    lineOfTime(remembered).ifPresent(cards::add);
    if (remembered.copies().folders() > 0) {
      cards.add(copies(remembered.copies()));
    }
    cases.forEach(trouble -> cards.add(card(trouble)));
    if (!remembered.kept().isEmpty()) {
      cards.add(windowsHistory(remembered.kept()));
    }
    replace(cards);
  }

  /** The same at a glance, as long as anything of it is of the last days. */
  private Optional<Card> lineOfTime(Remembered remembered) {
    LocalDate today = LocalDate.now(clock);
    List<TimelineMark> marks =
        TimelineMark.of(remembered.cases(), remembered.kept(), today, clock.getZone());
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    TextBlock title = TextBlock.strong("");
    JPanel behind = Ui.column(8);
    Timeline line =
        new Timeline(
            marks,
            today,
            times,
            mark -> {
              title.setWords(Timeline.words(mark, times));
              showBehind(mark, behind, remembered.repairs());
            });
    return Optional.of(
        Card.of(
            new Column(10),
            TextBlock.heading(text("timeline.title", TimelineMark.DAYS)),
            line,
            title,
            behind));
  }

  /** A day on which the same thing happened again and again says so once. */
  private void showBehind(TimelineMark mark, JPanel behind, Map<Case.Entry, PastRepair> repairs) {
    behind.removeAll();
    List<JComponent> rows = new ArrayList<>();
    List<SameEntries> newestFirst = SameEntries.of(mark.entries());
    Collections.reverse(newestFirst);
    for (SameEntries same : newestFirst.stream().limit(MOST_BEHIND).toList()) {
      rows.add(row(same));
      if (mark.kind() == TimelineMark.Kind.REPAIR && repairs.containsKey(same.newest())) {
        rows.addAll(steps(repairs.get(same.newest())));
      }
    }
    mark.listed().stream().limit(MOST_BEHIND).map(this::row).forEach(rows::add);
    rows.forEach(behind::add);
    if (mark.count() > MOST_BEHIND) {
      behind.add(TextBlock.muted(text("timeline.more")));
    }
    view.revalidate();
    view.repaint();
  }

  /** Each fix of a repair is a stop of the keyboard of its own. */
  private static List<JComponent> steps(PastRepair repair) {
    List<JComponent> parts = new ArrayList<>();
    repair
        .notice()
        .ifPresent(why -> parts.add(new Readable(new Column(0), TextBlock.muted(say(why)))));
    for (Rung rung : repair.rungs()) {
      parts.add(new Readable(new Column(8), RungSteps.of(TextBlock::strong, rung, true)));
    }
    return parts.stream()
        .map(part -> (JComponent) Ui.padded(Ui.column(0, part), 0, 30, 0, 0))
        .toList();
  }

  private Card undo(Fix fix) {
    return Card.of(
        new Column(10),
        TextBlock.plain(text("history.undo.words", FixText.of(fix).title())),
        new AskFirst("history.undo", () -> actions.recover(RecoveryChoice.UNDO)).view());
  }

  private Card copies(KeptCopies.Total copies) {
    return Card.of(
        new Column(10),
        TextBlock.plain(
            text("history.copies.words", copies.folders(), ByteSize.size(copies.size()))),
        Ui.buttons(Ui.button("history.copies", () -> actions.preview(Fix.COPIES))));
  }

  private void replace(List<Card> cards) {
    list.removeAll();
    cards.forEach(list::add);
    view.revalidate();
    view.repaint();
    Optional.ofNullable(view.getRootPane())
        .ifPresent(root -> Mnemonics.giveOut(root.getContentPane()));
  }

  private Card card(Case trouble) {
    JLabel state = new JLabel(text("history", trouble.state()));
    state.setForeground(Theme.Tone.MUTED.color());
    Card card =
        Card.of(
            new Column(14),
            Ui.panel(
                new Row(16, 0, false), TextBlock.strong(wording.error(trouble.code())), state));
    List<SameEntries> newestFirst = SameEntries.of(trouble.entries());
    Collections.reverse(newestFirst);
    fill(card, newestFirst);
    return card;
  }

  /** So many at a time: a long history is read in parts, and costs only what is read. */
  private void fill(Card card, List<SameEntries> entries) {
    entries.stream().limit(MOST_LINES).forEach(entry -> card.add(row(entry)));
    if (entries.size() > MOST_LINES) {
      List<SameEntries> rest = entries.subList(MOST_LINES, entries.size());
      JPanel place = Ui.buttons();
      place.add(
          Ui.plainButton(
              text("history.older", Math.min(MOST_LINES, rest.size())),
              () -> {
                card.remove(place);
                int before = card.getComponentCount();
                fill(card, rest);
                card.getComponent(before).requestFocusInWindow();
                card.revalidate();
              }));
      card.add(place);
    }
  }

  private Card windowsHistory(List<UpdateHistoryEntry> kept) {
    Card card =
        Card.of(
            new Column(10),
            TextBlock.strong(text("history.windows")),
            TextBlock.muted(text("history.windows.words")));
    kept.stream().limit(MOST_LINES).forEach(entry -> card.add(row(entry)));
    if (kept.size() > MOST_LINES) {
      card.add(TextBlock.muted(text("history.windows.more", kept.size() - MOST_LINES)));
    }
    return card;
  }

  private JPanel row(UpdateHistoryEntry entry) {
    Optional<HResult> failure = entry.result().filter(HResult::isFailure);
    String key =
        failure.isPresent() ? "failed" : entry.result().isPresent() ? "installed" : "waited";
    return Ui.column(
        1,
        TextBlock.plain(entry.title()),
        TextBlock.muted(
            text(
                "history.windows." + key,
                times.moment(entry.date()),
                failure.map(wording::error).orElse(""))));
  }

  private JPanel row(SameEntries same) {
    Case.Entry entry = same.newest();
    JPanel words = Ui.column(1, TextBlock.plain(headline(entry)));
    if (entry instanceof Case.Entry.Tried tried) {
      words.add(TextBlock.strong(text("verdict", tried.verdict().kind())));
      words.add(TextBlock.muted(say(tried.verdict().words())));
    }
    words.add(
        TextBlock.muted(
            same.count() == 1
                ? text("history.at", times.moment(entry.at()))
                : text(
                    "history.times",
                    same.count(),
                    times.moment(same.oldest().at()),
                    times.moment(entry.at()))));
    return new Readable(new Row(12, 1, false), new JLabel(Icons.icon(drawing(entry), 18)), words);
  }

  private static String headline(Case.Entry entry) {
    if (entry instanceof Case.Entry.Failed failed) {
      String what = text("history.failed." + failed.operation());
      return failed.title().isEmpty() ? what : text("history.failed.title", what, failed.title());
    } else if (entry instanceof Case.Entry.Tried tried) {
      boolean undone = tried.verdict().kind() == Verdict.Kind.UNDONE;
      return text(undone ? "history.undone" : "history.tried", FixText.of(tried.fix()).title());
    } else if (entry instanceof Case.Entry.CameBack back) {
      return text("history.cameBack", back.recurrence());
    } else if (entry instanceof Case.Entry.Closed closed) {
      return text("history.closed", closed.why());
    }
    throw new IllegalArgumentException("not an entry of a case: " + entry);
  }

  private static String drawing(Case.Entry entry) {
    if (entry instanceof Case.Entry.Tried tried) {
      return Icons.drawing(tried.verdict().kind());
    }
    return entry instanceof Case.Entry.Closed ? "step-done" : "status-failing";
  }
}
