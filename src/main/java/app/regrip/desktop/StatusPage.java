package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.update.UpdateStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** How updates are doing, what that means, and what can be done about it. */
final class StatusPage implements Page {

  private final Session session;
  private final Actions actions;
  private final DesktopOptions options;
  private final Times times;
  private final JPanel notices = Parts.column(12);
  private final JPanel health = Parts.column(0);
  private final JPanel causes = Parts.column(0);
  private final JPanel fixes = Parts.column(6);
  private final JButton repair;
  private final JButton look;
  private final JComponent view;
  private Optional<Glanced> drawn = Optional.empty();

  /** All that this page draws of a snapshot; a repair that counts on must not redraw it. */
  private record Glanced(
      UpdateStatus status,
      boolean repairing,
      Optional<InterruptedRepair> interrupted,
      Optional<String> notice,
      List<Fix> fixes,
      List<String> lines) {

    boolean callsForRepair() {
      return status instanceof UpdateStatus.Failing && !repairing && interrupted.isEmpty();
    }
  }

  StatusPage(Session session, Actions actions, DesktopOptions options) {
    this.session = session;
    this.actions = actions;
    this.options = options;
    this.times = new Times(options.clock());
    this.repair = Parts.button("status.repair", () -> actions.preview(Fix.ALL));
    this.look = Parts.button("status.causes", this::lookForCauses);
    JButton check = Parts.button("status.check", actions::checkNow);
    causes.setVisible(false);
    this.view =
        Scroll.of(
            notices,
            health,
            Parts.buttons(repair, check, look),
            causes,
            Parts.padded(Words.heading(text("status.single")), 12, 0, 0, 0),
            fixes);
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public Optional<JButton> defaultButton() {
    return drawn.filter(Glanced::callsForRepair).map(now -> repair);
  }

  @Override
  public void show(Snapshot snapshot) {
    Glanced now =
        new Glanced(
            snapshot.status(),
            snapshot.isRepairing(),
            snapshot.interrupted(),
            snapshot.notice(),
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
    JPanel words = Parts.column(6, Words.title(title(now.status())));
    words.add(Words.plain(options.wording().headline(now.status())));
    words.add(Words.plain(meaning(now.status())));
    now.lines().forEach(line -> words.add(Words.muted(line)));
    String drawing = Glance.iconOf(now.status()).drawing();
    health.add(Parts.panel(new Row(20, 1, false), new JLabel(Icons.icon(drawing, 56)), words));
    view.revalidate();
    view.repaint();
  }

  private void drawNotices(Glanced now) {
    notices.removeAll();
    if (now.repairing()) {
      notices.add(
          Card.of(
              Parts.beside(
                  Icons.icon(StatusIcon.REPAIRING.drawing(), 20),
                  Words.strong(text("status.running"))),
              Parts.buttons(
                  Parts.button("status.running.show", () -> actions.go(new Route.Repair())))));
    }
    now.interrupted().ifPresent(cut -> notices.add(interrupted(cut)));
    now.notice().ifPresent(words -> notices.add(Card.notice(Words.plain(words))));
    notices.setVisible(notices.getComponentCount() > 0);
  }

  private Card interrupted(InterruptedRepair cut) {
    String title =
        cut.waitsForRestart()
            ? text("interrupted.restart.title")
            : text("interrupted.title", cut.step(), cut.steps());
    JPanel buttons = Parts.buttons();
    JPanel words = Parts.column(4, Words.strong(title), Words.plain(cut.words()));
    JButton undo = Parts.button("interrupted.undo", () -> actions.recover(RecoveryChoice.UNDO));
    if (cut.waitsForRestart()) {
      words.add(Words.plain(text("interrupted.restart.words")));
      options
          .restartPretendPc()
          .ifPresent(restart -> buttons.add(Parts.plainButton(text("restart.pretend"), restart)));
    } else {
      buttons.add(Parts.button("interrupted.finish", () -> actions.recover(RecoveryChoice.FINISH)));
    }
    buttons.add(undo);
    words.add(Parts.padded(buttons, 6, 0, 0, 0));
    return Card.notice(Parts.beside(Icons.icon(StatusIcon.ATTENTION.drawing(), 20), words));
  }

  private void lookForCauses() {
    look.setEnabled(false);
    showCauses(Words.muted(text("looking")));
    Background.run(
        session::diagnose,
        (List<Finding> found) -> {
          look.setEnabled(true);
          showCauses(FindingsList.of(found, text("status.causes.none")));
        },
        problem -> {
          look.setEnabled(true);
          showCauses(Words.plain(text("looking.failed", problem)));
        });
  }

  private void showCauses(JComponent contents) {
    causes.removeAll();
    causes.add(Card.of(Words.heading(text("status.causes.title")), contents));
    causes.setVisible(true);
    view.revalidate();
    view.repaint();
  }

  private List<String> linesBelow(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    lines.add(when(snapshot.status()));
    if (snapshot.status() instanceof UpdateStatus.Failing failing) {
      lines.add(text("status.code", failing.code().decimals()));
    }
    snapshot
        .watchingUntil()
        .ifPresent(until -> lines.add(text("status.watching", times.moment(until))));
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
