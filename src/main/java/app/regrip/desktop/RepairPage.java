package app.regrip.desktop;

import static app.regrip.desktop.Texts.message;
import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.pc.SystemPages;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.FixText;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.Snapshot;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** The repair that runs, step by step, or how the last one ended. */
final class RepairPage implements Page {

  private static final int TICK_MILLIS = 1000;
  private static final int FINE = 10;

  private final Function<Fix, Optional<Duration>> lastTook;
  private final Actions actions;
  private final DesktopOptions options;
  private final Times times;
  private final TextBlock title = TextBlock.title("");
  private final TextBlock elapsed = TextBlock.muted("");
  private final TextBlock usually = TextBlock.muted("");
  private final TextBlock lastTime = TextBlock.muted("");
  private final Map<Fix, Optional<Duration>> lastTimes = new EnumMap<>(Fix.class);
  private final Card result = Card.of(new Row(16, 1, false));
  private final TextBlock now = TextBlock.strong("");
  private final JLabel percent = new JLabel();
  private final BusyBar bar;
  private final TextBlock note = TextBlock.muted("");
  private final Card progressCard;
  private final JPanel rungs = Ui.column(12);
  private final LogView log = new LogView();
  private final JButton logButton;
  private final TextBlock cancelWords = TextBlock.muted("");
  private final JButton cancel;
  private final BottomBar bottom;
  private final JPanel view;
  private final Timer clock = new Timer(TICK_MILLIS, event -> tick());
  private Optional<RepairProgress> drawn = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();
  private Optional<JButton> next = Optional.empty();

  /** All that the result of a repair depends on. */
  private record Outcome(
      Verdict verdict,
      boolean undoable,
      boolean restartDue,
      Optional<InterruptedRepair> interrupted,
      Optional<Duration> took) {}

  /**
   * @param lastTook how long a fix took on this PC the last time; blocks
   */
  RepairPage(Function<Fix, Optional<Duration>> lastTook, Actions actions, DesktopOptions options) {
    this.lastTook = lastTook;
    this.actions = actions;
    this.options = options;
    this.times = new Times(options.clock());
    bar = new BusyBar(100 * FINE, options.reducesMotion());
    progressCard =
        Card.of(
            new Column(10),
            Ui.panel(new Row(12, 0, false), now, percent),
            bar,
            note,
            usually,
            lastTime);
    log.view().setVisible(false);
    logButton = Ui.button("repair.log.show", this::toggleLog);
    cancel = Ui.button("repair.cancel", this::cancel);
    bottom = new BottomBar(cancelWords, cancel);
    view =
        new JPanel(new BorderLayout()) {
          @Override
          public void addNotify() {
            super.addNotify();
            clock.start();
          }

          @Override
          public void removeNotify() {
            clock.stop();
            super.removeNotify();
          }
        };
    view.add(
        Scroll.of(
            new Readable(new Column(4), title, elapsed),
            result,
            progressCard,
            rungs,
            Ui.buttons(logButton),
            log.view()),
        BorderLayout.CENTER);
    view.add(bottom, BorderLayout.SOUTH);
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public Optional<JButton> defaultButton() {
    return next;
  }

  @Override
  public void show(Snapshot snapshot) {
    if (snapshot.repair().isEmpty()) {
      title.setWords(text("repair.none"));
      progressCard.setVisible(false);
      bottom.setVisible(false);
      logButton.setVisible(false);
      return;
    }
    RepairProgress repair = snapshot.repair().get();
    Optional<RepairProgress> before = drawn;
    drawn = snapshot.repair();
    logButton.setVisible(true);
    title.setWords(say(FixText.of(repair.fix()).title()));
    tick();
    drawProgress(repair);
    Optional<Outcome> ended = outcome(snapshot, repair);
    if (before.isEmpty() || !outcome.equals(ended)) {
      boolean news = outcome.isEmpty() && before.isPresent();
      outcome = ended;
      drawResult(repair, news);
    }
    if (before.isEmpty()
        || !before.get().rungs().equals(repair.rungs())
        || !before.get().verdict().equals(repair.verdict())) {
      drawRungs(repair);
    }
    log.show(repair.log());
    view.revalidate();
    view.repaint();
  }

  private static Optional<Outcome> outcome(Snapshot snapshot, RepairProgress repair) {
    return repair
        .verdict()
        .map(
            verdict ->
                new Outcome(
                    verdict,
                    snapshot.undoable().isPresent(),
                    verdict.kind() == Verdict.Kind.RESTART_NEEDED || snapshot.restartDue(),
                    snapshot.interrupted(),
                    took(snapshot, repair)));
  }

  /** One that went on after a restart, or another day, took no time worth telling. */
  private static Optional<Duration> took(Snapshot snapshot, RepairProgress repair) {
    return snapshot
        .lastRepair()
        .filter(tried -> tried.runId().equals(repair.runId()))
        .map(tried -> Duration.between(repair.startedAt(), tried.at()))
        .filter(took -> !took.isNegative() && took.compareTo(Duration.ofHours(12)) < 0);
  }

  /** The words beside the button tell what comes of it; the keyboard goes to the progress. */
  private void cancel() {
    if (cancel.isFocusOwner()) {
      progressCard.requestFocusInWindow();
    }
    actions.cancelRepair();
  }

  private void drawProgress(RepairProgress repair) {
    boolean running = repair.verdict().isEmpty();
    progressCard.setVisible(running);
    bottom.setVisible(running);
    now.setWords(whatNow(repair));
    note.setWords(repair.proving() ? text("repair.proving.note") : say(repair.note()));
    note.setVisible(!note.getText().isEmpty());
    bar.getAccessibleContext().setAccessibleName(whatNow(repair));
    usually.setWords(atWork(repair).map(rung -> usually(repair, rung)).orElse(""));
    usually.setVisible(!usually.getText().isEmpty());
    showLastTime(repair);
    bar.busy(running && repair.percent().isEmpty());
    percent.setText("");
    repair
        .percent()
        .ifPresent(
            value -> {
              bar.setValue((int) Math.round(value * FINE));
              percent.setText(text("repair.percent", value));
            });
    cancel.setEnabled(!repair.cancelRequested() && !repair.followed());
    cancelWords.setWords(Texts.say(message(cancelWords(repair)).then(message("repair.closing"))));
  }

  private static String cancelWords(RepairProgress repair) {
    if (repair.followed()) {
      return "repair.cancel.elsewhere";
    } else if (repair.cancelRequested()) {
      return "repair.cancelling";
    } else if (!repair.cancellable()) {
      return "repair.cancel.later";
    }
    return repair.rungs().size() > 1 ? "repair.cancel.now.more" : "repair.cancel.now";
  }

  /** The fix whose steps run. */
  private static Optional<Rung> atWork(RepairProgress repair) {
    return repair.verdict().isPresent() || repair.rungs().isEmpty() || repair.proving()
        ? Optional.empty()
        : Optional.of(repair.rungs().get(repair.rungs().size() - 1));
  }

  /** How far the whole is, and how long the fix that runs usually takes. */
  private static String usually(RepairProgress repair, Rung rung) {
    String howLong = say(FixText.of(rung.fix()).howLong());
    return repair.fix() == Fix.ALL
        ? text(
            "repair.usually.fix",
            repair.rungs().size(),
            say(FixText.of(rung.fix()).title()),
            howLong)
        : text("repair.usually", howLong);
  }

  private void showLastTime(RepairProgress repair) {
    Optional<Fix> fix = atWork(repair).map(Rung::fix);
    fix.filter(running -> !lastTimes.containsKey(running)).ifPresent(this::askLastTime);
    lastTime.setWords(fix.flatMap(lastTimes::get).map(Times::lastTime).orElse(""));
    lastTime.setVisible(!lastTime.getText().isEmpty());
  }

  /** Once for each fix; another may run when the answer comes. */
  private void askLastTime(Fix fix) {
    lastTimes.put(fix, Optional.empty());
    Background.run(
        () -> lastTook.apply(fix),
        took -> {
          lastTimes.put(fix, took);
          drawn.ifPresent(this::showLastTime);
        },
        problem -> {});
  }

  /** What is being done at this moment, in a few words. */
  static String whatNow(RepairProgress repair) {
    if (repair.proving()) {
      return text("repair.proving");
    }
    if (repair.rungs().isEmpty()) {
      return text("repair.starting");
    }
    Rung rung = repair.rungs().get(repair.rungs().size() - 1);
    return rung.steps().stream()
        .filter(step -> step.state() == StepState.RUNNING)
        .map(step -> say(step.title()))
        .findFirst()
        .orElse(text("repair.between"));
  }

  private void drawRungs(RepairProgress repair) {
    rungs.removeAll();
    // The newest on top: that is the one that runs.
    for (int i = repair.rungs().size() - 1; i >= 0; i--) {
      Rung rung = repair.rungs().get(i);
      rungs.add(
          Card.of(
              new Column(10),
              RungSteps.of(TextBlock::heading, rung, repair.verdict().isPresent())));
    }
    rungs.setVisible(!repair.rungs().isEmpty());
  }

  /**
   * A result that comes while somebody looks on takes the keyboard, so that it is read, and keeps
   * it when more becomes known.
   */
  private void drawResult(RepairProgress repair, boolean news) {
    next = Optional.empty();
    FocusPlace focused = FocusPlace.in(result);
    result.removeAll();
    result.setVisible(outcome.isPresent());
    outcome.ifPresent(ended -> fillResult(repair.fix(), ended));
    focused.restore();
    if (news) {
      result.requestFocusInWindow();
    }
  }

  private void fillResult(Fix fix, Outcome ended) {
    Verdict verdict = ended.verdict();
    JPanel words =
        Ui.column(
            6,
            TextBlock.heading(text("verdict", verdict.kind())),
            TextBlock.plain(say(verdict.words())));
    verdict
        .code()
        .ifPresent(
            code ->
                words.add(
                    TextBlock.muted(
                        text("verdict.code", options.wording().error(code), code.decimals()))));
    if (!verdict.next().isEmpty()) {
      verdict.next().eachSentence().forEach(next -> words.add(TextBlock.plain(say(next))));
    }
    ended
        .took()
        .ifPresent(took -> words.add(TextBlock.muted(text("repair.took", Times.duration(took)))));
    List<JButton> offers = nextButtons(fix, ended);
    next = Optional.of(offers.get(0));
    JPanel buttons = buttons(ended, offers.toArray(JButton[]::new));
    buttons.setBorder(Ui.padding(8, 0, 0, 0));
    words.add(buttons);
    result.add(new JLabel(Icons.icon(Icons.drawing(verdict.kind()), 40)));
    result.add(words);
  }

  private JPanel buttons(Outcome ended, JButton... offers) {
    if (ended.interrupted().isPresent() && ended.verdict().kind() == Verdict.Kind.INTERRUPTED) {
      return new AskFirst("interrupted.undo", this::undo, offers).view();
    }
    return ended.undoable()
        ? new AskFirst("history.undo", this::undo, offers).view()
        : Ui.buttons(offers);
  }

  private void undo() {
    actions.recover(RecoveryChoice.UNDO);
  }

  /** What to do after it ended, the most fitting first. */
  private List<JButton> nextButtons(Fix fix, Outcome ended) {
    Verdict verdict = ended.verdict();
    List<JButton> buttons = new ArrayList<>();
    verdict
        .nextFix()
        .ifPresent(
            next ->
                buttons.add(
                    NextStep.fix(
                        next == fix ? "repair.next.sameFix" : "repair.next.fix", next, actions)));
    if (ended.restartDue()) {
      NextStep.restart(options).ifPresent(buttons::add);
    }
    switch (verdict.kind()) {
      case CALL_A_PROFESSIONAL -> {
        buttons.add(NextStep.professional(actions));
        buttons.add(reinstall());
        buttons.add(
            Ui.plainButton(
                text("help.PROFESSIONAL.open"),
                () -> options.openPage().accept(SystemPages.Page.MICROSOFT_SUPPORT)));
      }
      case FAILED, CANCELLED, REFUSED -> {
        if (!verdict.nextFix().equals(Optional.of(fix))) {
          buttons.add(
              Ui.plainButton(
                  text("repair.next.again"),
                  () -> actions.go(new Route.Preview(FixRequest.of(fix)))));
        }
      }
      case INTERRUPTED -> {
        if (ended.interrupted().filter(cut -> !cut.waitsForRestart()).isPresent()) {
          buttons.add(NextStep.finish(actions));
        }
      }
      case NOT_PROVEN_YET -> buttons.add(0, NextStep.check(actions));
      case PROVEN, PASSED, DONE, RESTART_NEEDED, STILL_FAILING, UNDONE -> {}
    }
    buttons.add(Ui.plainButton(text("repair.next.history"), () -> actions.go(new Route.History())));
    buttons.add(Ui.plainButton(text("repair.next.status"), () -> actions.go(new Route.Status())));
    return buttons;
  }

  /** Windows 11 installs itself anew from a page of Settings; an older one has no such page. */
  private JButton reinstall() {
    JButton open =
        Ui.plainButton(
            text("repair.next.reinstall"),
            () -> options.openPage().accept(SystemPages.Page.SETTINGS_RECOVERY));
    open.setVisible(false);
    Background.run(
        () -> options.hasPage().test(SystemPages.Page.SETTINGS_RECOVERY),
        is -> offer(open, is),
        problem -> {});
    return open;
  }

  /** A button that comes late needs a letter all the same. */
  private static void offer(JButton late, boolean offered) {
    late.setVisible(offered);
    if (late.getRootPane() != null) {
      Mnemonics.giveOut(late.getRootPane().getContentPane());
    }
  }

  private void tick() {
    boolean running = drawn.isPresent() && drawn.get().verdict().isEmpty();
    elapsed.setVisible(running);
    if (running) {
      Duration sinceStart = Duration.between(drawn.get().startedAt(), times.now());
      elapsed.setWords(text("repair.elapsed", Times.stopwatch(sinceStart)));
    }
  }

  private void toggleLog() {
    boolean shown = !log.view().isVisible();
    log.view().setVisible(shown);
    logButton.setText(text(shown ? "repair.log.hide" : "repair.log.show"));
    drawn.ifPresent(repair -> log.show(repair.log()));
    view.revalidate();
    if (shown) {
      SwingUtilities.invokeLater(
          () -> log.view().scrollRectToVisible(new Rectangle(log.view().getSize())));
    }
  }
}
