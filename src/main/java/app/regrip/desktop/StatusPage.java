package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;

/** How updates are doing, what that means, and what can be done about it. */
final class StatusPage implements Page {

  private static final int TICK_MILLIS = 30_000;

  private final Session session;
  private final Actions actions;
  private final DesktopOptions options;
  private final Times times;
  private final JPanel notices = Ui.column(12);
  private final Readable health = new Readable(new Row(20, 1, false));
  private final CheckLine check;
  private final JPanel causes = Ui.column(0);
  private final JPanel fixes = Ui.column(6);
  private final Timer clock = new Timer(TICK_MILLIS, event -> tick());
  private final JButton repair;
  private final JButton look;
  private final JComponent view;
  private Optional<Glanced> drawn = Optional.empty();
  private Optional<Snapshot> latest = Optional.empty();
  private Optional<JButton> finish = Optional.empty();
  private boolean looking;

  /** All that this page draws of a snapshot; a repair that counts on must not redraw it. */
  private record Glanced(
      UpdateStatus status,
      String headline,
      boolean repairing,
      Optional<InterruptedRepair> interrupted,
      Optional<Case.Entry.Tried> lastRepair,
      boolean restartDue,
      boolean snoozed,
      Optional<Message> notice,
      Optional<String> newer,
      List<Fix> fixes,
      List<String> lines) {

    boolean callsForRepair() {
      return status instanceof UpdateStatus.Failing
          && !repairing
          && interrupted.isEmpty()
          && !restartDue;
    }
  }

  StatusPage(Session session, Actions actions, DesktopOptions options) {
    this.session = session;
    this.actions = actions;
    this.options = options;
    this.times = new Times(options.clock());
    this.repair = Ui.button("status.repair", () -> actions.preview(Fix.ALL));
    this.look = Ui.button("status.causes", this::lookForCauses);
    this.check = new CheckLine(times, options);
    JButton checkNow = Ui.button("status.check", actions::checkNow);
    causes.setVisible(false);
    this.view =
        Scroll.of(
            notices,
            health,
            Ui.column(8, Ui.buttons(repair, checkNow, look), check.view()),
            causes,
            Ui.padded(
                new Readable(new Column(0), TextBlock.heading(text("status.single"))), 12, 0, 0, 0),
            fixes);
    view.addHierarchyListener(
        event -> {
          if (view.isShowing()) {
            clock.start();
          } else {
            clock.stop();
          }
        });
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public Optional<JButton> defaultButton() {
    return finish.or(() -> drawn.filter(Glanced::callsForRepair).map(now -> repair));
  }

  /** Whether that happens, as it should while somebody may look. */
  boolean ticks() {
    return clock.isRunning();
  }

  /** What is said of times grows old while nothing happens. */
  void tick() {
    latest.ifPresent(this::show);
  }

  @Override
  public void show(Snapshot snapshot) {
    latest = Optional.of(snapshot);
    check.show(snapshot.check());
    Glanced now =
        new Glanced(
            snapshot.status(),
            options.wording().headline(snapshot.status()),
            snapshot.isRepairing(),
            snapshot.interrupted(),
            lastRepair(snapshot),
            snapshot.restartDue(),
            isSnoozed(snapshot),
            snapshot.notice(),
            options.releases().flatMap(releases -> releases.newer().get()),
            snapshot.fixes(),
            linesBelow(snapshot));
    if (drawn.isPresent() && drawn.get().equals(now)) {
      return;
    }
    boolean otherFixes = drawn.map(before -> !before.fixes().equals(now.fixes())).orElse(true);
    drawn = Optional.of(now);
    drawNotices(now);
    if (otherFixes) {
      fixes.removeAll();
      now.fixes().forEach(fix -> fixes.add(new FixRow(fix, () -> actions.preview(fix))));
    }
    health.removeAll();
    JPanel words = Ui.column(6, TextBlock.title(title(now.status())));
    words.add(TextBlock.plain(now.headline()));
    words.add(TextBlock.plain(meaning(now.status())));
    now.lines().forEach(line -> words.add(TextBlock.muted(line)));
    if (now.snoozed()) {
      words.add(
          Ui.buttons(Ui.plainButton(text("tray.snooze.off"), () -> actions.snooze(Duration.ZERO))));
    }
    String drawing = TrayStatus.iconOf(now.status()).drawing();
    health.add(new JLabel(Icons.icon(drawing, 56)));
    health.add(words);
    view.revalidate();
    view.repaint();
  }

  /** The last repair, where there is more to it than the health of updates tells. */
  private static Optional<Case.Entry.Tried> lastRepair(Snapshot snapshot) {
    boolean failing = snapshot.status() instanceof UpdateStatus.Failing;
    return snapshot.repair().isPresent() && snapshot.isRepairing()
        ? Optional.empty()
        : snapshot
            .lastRepair()
            .filter(tried -> snapshot.restartDue() || failing && !isOver(tried.verdict().kind()))
            .filter(tried -> snapshot.interrupted().isEmpty());
  }

  private static boolean isOver(Verdict.Kind kind) {
    return kind == Verdict.Kind.PROVEN || kind == Verdict.Kind.PASSED;
  }

  private boolean isSnoozed(Snapshot snapshot) {
    return snapshot.snoozedUntil().filter(until -> until.isAfter(times.now())).isPresent();
  }

  private void drawNotices(Glanced now) {
    notices.removeAll();
    if (now.repairing()) {
      notices.add(
          Card.of(
              Ui.beside(
                  Icons.icon(StatusIcon.REPAIRING.drawing(), 20),
                  TextBlock.strong(text("status.running"))),
              Ui.buttons(Ui.button("status.running.show", () -> actions.go(new Route.Repair())))));
    }
    finish = Optional.empty();
    now.interrupted().ifPresent(cut -> notices.add(interrupted(cut)));
    now.lastRepair().ifPresent(tried -> notices.add(lastRepair(tried, now.restartDue())));
    now.notice().ifPresent(words -> notices.add(Card.notice(TextBlock.plain(say(words)))));
    now.newer().ifPresent(version -> notices.add(newer(version)));
    notices.setVisible(notices.getComponentCount() > 0);
  }

  private Card newer(String version) {
    return Card.of(
        TextBlock.strong(text("status.newer", version)),
        TextBlock.muted(text("status.newer.words", options.version())),
        Ui.buttons(
            Ui.button(
                "status.newer.open",
                () -> options.releases().ifPresent(releases -> releases.openPage().run()))));
  }

  private Card interrupted(InterruptedRepair cut) {
    String title =
        cut.waitsForRestart()
            ? text("interrupted.restart.title")
            : cut.steps() == 0
                ? text("interrupted.title.early")
                : text("interrupted.title", cut.step(), cut.steps());
    JPanel words = Ui.column(4, TextBlock.strong(title), TextBlock.plain(say(cut.words())));
    List<JButton> first = new ArrayList<>();
    if (cut.waitsForRestart()) {
      words.add(TextBlock.plain(text("interrupted.restart.words")));
      NextStep.restart(options).ifPresent(first::add);
    } else {
      JButton goOn = NextStep.finish(actions);
      finish = Optional.of(goOn);
      first.add(goOn);
    }
    AskFirst undo =
        new AskFirst(
            "interrupted.undo",
            () -> actions.recover(RecoveryChoice.UNDO),
            first.toArray(JButton[]::new));
    words.add(Ui.padded(Ui.column(0, undo.view()), 6, 0, 0, 0));
    return Card.notice(Ui.beside(Icons.icon(StatusIcon.ATTENTION.drawing(), 20), words));
  }

  private Card lastRepair(Case.Entry.Tried tried, boolean restartDue) {
    Verdict verdict = tried.verdict();
    JPanel words =
        Ui.column(
            4,
            TextBlock.strong(
                restartDue ? text("status.restartDue") : text("verdict", verdict.kind())),
            TextBlock.muted(
                text(
                    "status.lastRepair",
                    FixText.of(tried.fix()).title(),
                    times.moment(tried.at()))),
            TextBlock.plain(restartDue ? text("status.restartDue.words") : say(verdict.words())));
    if (!verdict.next().isEmpty() && !restartDue) {
      verdict.next().eachSentence().forEach(next -> words.add(TextBlock.plain(say(next))));
    }
    JPanel buttons = Ui.buttons();
    if (restartDue) {
      NextStep.restart(options).ifPresent(buttons::add);
    } else if (verdict.kind() == Verdict.Kind.CALL_A_PROFESSIONAL) {
      buttons.add(NextStep.professional(actions));
    } else {
      verdict
          .nextFix()
          .ifPresent(next -> buttons.add(NextStep.fix("repair.next.fix", next, actions)));
    }
    if (buttons.getComponentCount() > 0) {
      words.add(Ui.padded(buttons, 6, 0, 0, 0));
    }
    return Card.notice(Ui.beside(Icons.icon(Icons.drawing(verdict.kind()), 20), words));
  }

  /** The button stays as it is, so that the keyboard does; what was found is where it goes next. */
  private void lookForCauses() {
    if (looking) {
      return;
    }
    looking = true;
    showCauses(TextBlock.muted(text("looking")));
    Background.run(
        session::diagnose,
        (List<Finding> found) -> causesFound(FindingsList.of(found, text("status.causes.none"))),
        problem -> causesFound(TextBlock.plain(text("looking.failed", problem))));
  }

  private void causesFound(JComponent contents) {
    looking = false;
    Card card = showCauses(contents);
    if (look.isFocusOwner()) {
      card.requestFocusInWindow();
    }
  }

  private Card showCauses(JComponent contents) {
    Card card = Card.of(TextBlock.heading(text("status.causes.title")), contents);
    causes.removeAll();
    causes.add(card);
    causes.setVisible(true);
    view.revalidate();
    view.repaint();
    return card;
  }

  private List<String> linesBelow(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    lines.add(when(snapshot.status()));
    if (snapshot.status() instanceof UpdateStatus.Failing failing) {
      lines.add(text("status.code", failing.code().decimals()));
    }
    snapshot
        .watchingUntil()
        .ifPresent(
            until ->
                lines.add(
                    text(
                        isSnoozed(snapshot) ? "status.watching.snoozed" : "status.watching",
                        times.moment(until))));
    snapshot
        .snoozedUntil()
        .filter(until -> until.isAfter(times.now()))
        .ifPresent(until -> lines.add(text("status.snoozed", times.moment(until))));
    lines.removeIf(String::isEmpty);
    return List.copyOf(lines);
  }

  private String when(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing failing) {
      return text(
          "status.since",
          times.moment(failing.first()),
          times.moment(failing.last()),
          failing.count());
    } else if (status instanceof UpdateStatus.Working working) {
      return text("status.at", times.moment(working.at()));
    } else if (status instanceof UpdateStatus.Repaired repaired) {
      return text("status.proven", times.moment(repaired.at()));
    }
    return "";
  }

  private static String title(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing) {
      return text("status.failing");
    } else if (status instanceof UpdateStatus.Working) {
      return text("status.working");
    } else if (status instanceof UpdateStatus.Repaired) {
      return text("status.repaired");
    }
    return text("status.unknown");
  }

  private static String meaning(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing failing) {
      return text(failing.isInvalidHandle() ? "status.failing.handle" : "status.failing.other");
    } else if (status instanceof UpdateStatus.Working) {
      return text("status.working.means");
    } else if (status instanceof UpdateStatus.Repaired) {
      return text("status.repaired.means");
    }
    return text("status.unknown.means");
  }
}
