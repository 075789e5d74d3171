package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.pc.SystemPages;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;
import app.regrip.session.Snapshot;
import java.awt.BorderLayout;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;

/** The repair that runs, step by step, or how the last one ended. */
final class RepairPage implements Page {

  private static final int TICK_MILLIS = 1000;
  private static final int FINE = 10;

  private final Actions actions;
  private final DesktopOptions options;
  private final Times times;
  private final NumberFormat percentFormat = NumberFormat.getNumberInstance(Locale.ENGLISH);
  private final Words title = Words.title("");
  private final Words elapsed = Words.muted("");
  private final JPanel resultPlace = Parts.column(0);
  private final Words now = Words.strong("");
  private final JLabel percent = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, 100 * FINE);
  private final Words note = Words.muted("");
  private final Card progressCard;
  private final JPanel rungs = Parts.column(12);
  private final LogView log = new LogView();
  private final JButton logButton;
  private final Words cancelWords = Words.muted("");
  private final JButton cancel;
  private final BottomBar bottom;
  private final JPanel view;
  private final Timer clock = new Timer(TICK_MILLIS, event -> tick());
  private Optional<RepairProgress> drawn = Optional.empty();
  private Optional<JButton> next = Optional.empty();

  RepairPage(Actions actions, DesktopOptions options) {
    this.actions = actions;
    this.options = options;
    this.times = new Times(options.clock());
    percentFormat.setMinimumFractionDigits(1);
    percentFormat.setMaximumFractionDigits(1);
    bar.getAccessibleContext().setAccessibleName(text("nav.repair"));
    progressCard =
        Card.of(new Column(10), Parts.panel(new Row(12, 0, false), now, percent), bar, note);
    log.view().setVisible(false);
    logButton = Parts.button("repair.log.show", this::toggleLog);
    cancel = Parts.button("repair.cancel", actions::cancelRepair);
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
            Parts.column(4, title, elapsed),
            resultPlace,
            progressCard,
            rungs,
            Parts.buttons(logButton),
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
      title.say(text("repair.none"));
      progressCard.setVisible(false);
      bottom.setVisible(false);
      logButton.setVisible(false);
      return;
    }
    RepairProgress repair = snapshot.repair().get();
    Optional<RepairProgress> before = drawn;
    drawn = snapshot.repair();
    logButton.setVisible(true);
    title.say(FixText.of(repair.fix()).title());
    tick();
    drawProgress(repair);
    if (before.isEmpty() || !before.get().verdict().equals(repair.verdict())) {
      drawResult(repair);
    }
    if (before.isEmpty() || !before.get().rungs().equals(repair.rungs())) {
      drawRungs(repair);
    }
    log.show(repair.log());
    view.revalidate();
    view.repaint();
  }

  private void drawProgress(RepairProgress repair) {
    boolean running = repair.verdict().isEmpty();
    progressCard.setVisible(running);
    bottom.setVisible(running);
    now.say(whatNow(repair));
    note.say(repair.proving() ? text("repair.proving.note") : repair.note());
    note.setVisible(!note.getText().isEmpty());
    bar.setIndeterminate(running && repair.percent().isEmpty());
    percent.setText("");
    repair
        .percent()
        .ifPresent(
            value -> {
              bar.setValue((int) Math.round(value * FINE));
              percent.setText(text("repair.percent", percentFormat.format(value)));
            });
    cancel.setEnabled(!repair.cancelRequested());
    String words =
        repair.cancelRequested()
            ? text("repair.cancelling")
            : text(repair.cancellable() ? "repair.cancel.now" : "repair.cancel.later");
    cancelWords.say(words + " " + text("repair.closing"));
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
        .map(Step::title)
        .findFirst()
        .orElse(text("repair.between"));
  }

  private void drawRungs(RepairProgress repair) {
    rungs.removeAll();
    // The newest on top: that is the one that runs.
    for (int i = repair.rungs().size() - 1; i >= 0; i--) {
      Rung rung = repair.rungs().get(i);
      JPanel steps = Parts.column(8);
      for (Step step : rung.steps()) {
        steps.add(row(step));
      }
      Card card = Card.of(new Column(10), Words.heading(FixText.of(rung.fix()).title()));
      if (!rung.why().isEmpty()) {
        card.add(Words.muted(rung.why()));
      }
      card.add(steps);
      if (!rung.conclusion().isEmpty()) {
        card.add(Words.plain(rung.conclusion()));
      }
      rungs.add(card);
    }
    rungs.setVisible(!repair.rungs().isEmpty());
  }

  private static JPanel row(Step step) {
    Words title =
        step.state() == StepState.RUNNING ? Words.strong(step.title()) : Words.plain(step.title());
    JPanel words = Parts.column(1, title);
    if (!step.words().isEmpty()) {
      words.add(Words.muted(step.words()));
    }
    JLabel state = new JLabel(text("step", step.state()));
    state.setForeground(Theme.Tone.MUTED.color());
    return Parts.panel(new Row(12, 1, false), new JLabel(Icons.icon(step.state())), words, state);
  }

  private void drawResult(RepairProgress repair) {
    next = Optional.empty();
    resultPlace.removeAll();
    resultPlace.setVisible(repair.verdict().isPresent());
    repair.verdict().ifPresent(verdict -> resultPlace.add(result(repair.fix(), verdict)));
  }

  private Card result(Fix fix, Verdict verdict) {
    JPanel words =
        Parts.column(
            6, Words.heading(text("verdict", verdict.kind())), Words.plain(verdict.words()));
    verdict
        .code()
        .ifPresent(
            code ->
                words.add(
                    Words.muted(
                        text("verdict.code", options.wording().error(code), code.decimals()))));
    if (!verdict.next().isEmpty()) {
      words.add(Words.plain(verdict.next()));
    }
    JPanel buttons = Parts.buttons();
    List<JButton> offers = nextButtons(fix, verdict);
    offers.forEach(buttons::add);
    next = Optional.of(offers.get(0));
    buttons.setBorder(Parts.padding(8, 0, 0, 0));
    words.add(buttons);
    JLabel icon = new JLabel(Icons.icon(Icons.drawing(verdict.kind()), 40));
    return Card.of(new Row(16, 1, false), icon, words);
  }

  /** What to do after it ended, the most fitting first. */
  private List<JButton> nextButtons(Fix fix, Verdict verdict) {
    List<JButton> buttons = new ArrayList<>();
    verdict
        .nextFix()
        .ifPresent(
            next ->
                buttons.add(
                    Parts.plainButton(
                        text("repair.next.fix", FixText.of(next).title()),
                        () -> actions.preview(next))));
    switch (verdict.kind()) {
      case RESTART_NEEDED ->
          options
              .restartPretendPc()
              .ifPresent(
                  restart -> buttons.add(Parts.plainButton(text("restart.pretend"), restart)));
      case CALL_A_PROFESSIONAL -> {
        buttons.add(
            Parts.plainButton(
                text("repair.next.professional"),
                () -> actions.go(new Route.Help(HelpTopic.PROFESSIONAL))));
        buttons.add(reinstall());
        buttons.add(
            Parts.plainButton(
                text("help.PROFESSIONAL.open"),
                () -> options.openPage().accept(SystemPages.Page.MICROSOFT_SUPPORT)));
      }
      case FAILED, CANCELLED, REFUSED ->
          buttons.add(
              Parts.plainButton(
                  text("repair.next.again"),
                  () -> actions.go(new Route.Preview(FixRequest.of(fix)))));
      case INTERRUPTED ->
          buttons.add(
              Parts.plainButton(
                  text("repair.next.interrupted"), () -> actions.go(new Route.Status())));
      case PROVEN, PASSED, DONE, NOT_PROVEN_YET, STILL_FAILING, UNDONE -> {}
    }
    buttons.add(
        Parts.plainButton(text("repair.next.history"), () -> actions.go(new Route.History())));
    buttons.add(
        Parts.plainButton(text("repair.next.status"), () -> actions.go(new Route.Status())));
    return buttons;
  }

  /** Windows 11 installs itself anew from a page of Settings; an older one has no such page. */
  private JButton reinstall() {
    JButton open =
        Parts.plainButton(
            text("repair.next.reinstall"),
            () -> options.openPage().accept(SystemPages.Page.SETTINGS_RECOVERY));
    open.setVisible(false);
    Background.run(
        () -> options.hasPage().test(SystemPages.Page.SETTINGS_RECOVERY),
        open::setVisible,
        problem -> {});
    return open;
  }

  private void tick() {
    boolean running = drawn.isPresent() && drawn.get().verdict().isEmpty();
    elapsed.setVisible(running);
    if (running) {
      Duration sinceStart = Duration.between(drawn.get().startedAt(), times.now());
      elapsed.say(text("repair.elapsed", Times.stopwatch(sinceStart)));
    }
  }

  private void toggleLog() {
    boolean shown = !log.view().isVisible();
    log.view().setVisible(shown);
    logButton.setText(text(shown ? "repair.log.hide" : "repair.log.show"));
    drawn.ifPresent(repair -> log.show(repair.log()));
    view.revalidate();
  }
}
