package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.errors.Family;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.FixText;
import app.regrip.repair.Preview;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import java.awt.BorderLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What a fix would do, told before anything is done: nothing here changes the PC. */
final class PreviewPage implements Page {

  private final Session session;
  private final JPanel found = Ui.column(16);
  private final JPanel optionsCard;
  private final JPanel whatAndWhy = Ui.column(16);
  private final Actions actions;
  private final DesktopOptions options;
  private final JCheckBox catroot2 = new JCheckBox(text("preview.catroot2"));
  private final SourceChoice source = new SourceChoice(this::look);
  private final JButton start;
  private final TextBlock whoAsks = TextBlock.muted("");
  private final JPanel view = new JPanel(new BorderLayout());
  private FixRequest request;
  private boolean shown;

  PreviewPage(Session session, Actions actions, DesktopOptions options, FixRequest request) {
    this.session = session;
    this.request = request;
    this.actions = actions;
    this.options = options;
    this.start = Ui.button("preview.continue", () -> actions.start(this.request));
    this.optionsCard = optionsCard(request.fix());
    catroot2.setSelected(request.withCatroot2());
    catroot2.addActionListener(event -> look());
    JButton back = Ui.button("back", () -> actions.go(new Route.Status()));
    view.add(
        Scroll.of(
            new Readable(
                new Column(4),
                TextBlock.title(say(FixText.of(request.fix()).title())),
                TextBlock.muted(say(FixText.of(request.fix()).purpose()))),
            found,
            optionsCard,
            whatAndWhy),
        BorderLayout.CENTER);
    whoAsks.setWords(whoAsks());
    view.add(new BottomBar(whoAsks, start, back), BorderLayout.SOUTH);
    look();
  }

  /** Nobody does where nothing can be started. */
  private String whoAsks() {
    return start.isVisible() && request.fix().needsElevation()
        ? text(options.isPretendPc() ? "preview.elevation.pretend" : "preview.elevation")
        : "";
  }

  @Override
  public JComponent view() {
    return view;
  }

  @Override
  public Optional<JButton> defaultButton() {
    return start.isVisible() ? Optional.of(start) : Optional.empty();
  }

  @Override
  public void show(Snapshot snapshot) {}

  private JPanel optionsCard(Fix fix) {
    boolean resets = fix == Fix.RESET || fix == Fix.ALL;
    boolean takesSource = fix == Fix.DISM || fix == Fix.ALL;
    JPanel card = Card.of(new Column(14), TextBlock.heading(text("preview.options")));
    if (resets) {
      card.add(
          Ui.column(
              2,
              catroot2,
              Ui.padded(
                  Ui.column(0, TextBlock.muted(text("preview.catroot2.words"))), 0, 24, 0, 0)));
    }
    if (takesSource) {
      card.add(source.view());
    }
    card.setVisible(hasOptions(fix));
    return card;
  }

  /** What is chosen keeps the keyboard, and the last plan stays until the new one is there. */
  private void look() {
    request = new FixRequest(request.fix(), source.chosen(), catroot2.isSelected());
    FixRequest asked = request;
    start.setEnabled(false);
    if (!shown) {
      BusyBar bar = new BusyBar(options.reducesMotion());
      bar.busy(true);
      bar.getAccessibleContext().setAccessibleName(text("looking"));
      replace(found, TextBlock.plain(text("looking")), bar);
    }
    Background.run(
        () -> new Look(session.preview(asked), session.lastTook(asked.fix())),
        look -> {
          if (asked.equals(request)) {
            show(look.preview(), look.lastTook());
          }
        },
        problem -> replace(found, Card.notice(TextBlock.plain(text("looking.failed", problem)))));
  }

  private record Look(Preview preview, Optional<Duration> lastTook) {}

  private void show(Preview preview, Optional<Duration> lastTook) {
    boolean first = !shown;
    shown = true;
    boolean refused = preview.refusal().isPresent();
    found.removeAll();
    preview.refusal().ifPresent(why -> found.add(refusal(why, preview.findings())));
    found.add(
        Card.of(
            new Column(14),
            TextBlock.heading(text("preview.found")),
            FindingsList.of(preview.findings(), text("preview.found.none"))));
    if (refused) {
      replace(whatAndWhy);
    } else {
      replace(
          whatAndWhy,
          Card.of(
              new Column(10), TextBlock.heading(text("preview.steps")), numbered(preview.steps())),
          Card.of(
              TextBlock.heading(text("preview.time")),
              TextBlock.plain(text("preview.time.words", preview.howLong())),
              TextBlock.plain(lastTook.map(Times::lastTime).orElse(""))),
          Card.of(
              TextBlock.heading(text("preview.lose")),
              losses(preview.couldLose()),
              TextBlock.plain(request.fix().needsElevation() ? text("preview.undo") : "")));
    }
    start.setVisible(!refused);
    start.setEnabled(!refused);
    whoAsks.setWords(whoAsks());
    boolean forItsMedia = request.source().isPresent();
    optionsCard.setVisible(hasOptions(request.fix()) && (!refused || forItsMedia));
    if (first) {
      source.offer(preview.sources(), lackedFiles());
      firstShown(refused);
    }
    if (start.getRootPane() != null) {
      start.getRootPane().setDefaultButton(refused ? null : start);
      Mnemonics.giveOut(start.getRootPane().getContentPane());
    }
  }

  /** The keyboard goes to the answer, once: a change of the options must not take it away. */
  private void firstShown(boolean refused) {
    if (refused) {
      found.getComponent(0).requestFocusInWindow();
    } else {
      start.requestFocusInWindow();
    }
  }

  /** Whether the last repair went without files that a drive may have. */
  private boolean lackedFiles() {
    return session
        .now()
        .lastRepair()
        .flatMap(tried -> tried.verdict().code())
        .map(Family::of)
        .filter(Family.SOURCE_MISSING::equals)
        .isPresent();
  }

  /** Why not, and what to do instead of nothing. */
  private Card refusal(Message why, List<Finding> findings) {
    JPanel words =
        Ui.column(4, TextBlock.strong(text("preview.refused")), TextBlock.plain(say(why)));
    JPanel buttons = Ui.buttons();
    String drawing = "finding-warning";
    if (has(findings, "restart-pending")) {
      drawing = StatusIcon.ATTENTION.drawing();
      words.add(TextBlock.plain(text("preview.refused.restart")));
      NextStep.restart(options).ifPresent(buttons::add);
    } else if (has(findings, "managed")) {
      buttons.add(
          Ui.plainButton(
              text("preview.refused.managed"),
              () -> actions.go(new Route.Help(HelpTopic.PROFESSIONAL))));
    }
    buttons.add(Ui.plainButton(text("preview.again"), this::look));
    words.add(Ui.padded(buttons, 6, 0, 0, 0));
    return Card.notice(Ui.beside(Icons.icon(drawing, 20), words));
  }

  private static boolean has(List<Finding> findings, String id) {
    return findings.stream().anyMatch(f -> f.id().equals(id));
  }

  private static boolean hasOptions(Fix fix) {
    return fix == Fix.RESET || fix == Fix.DISM || fix == Fix.ALL;
  }

  private void replace(JPanel panel, JComponent... contents) {
    panel.removeAll();
    for (JComponent part : contents) {
      panel.add(part);
    }
    view.revalidate();
    view.repaint();
  }

  private static JPanel numbered(List<Message> steps) {
    JPanel list = Ui.column(6);
    for (int i = 0; i < steps.size(); i++) {
      list.add(
          Ui.panel(
              new Row(10, 1, false),
              new JLabel((i + 1) + "."),
              TextBlock.plain(say(steps.get(i)))));
    }
    return list;
  }

  private static JComponent losses(List<Message> couldLose) {
    if (couldLose.isEmpty()) {
      return TextBlock.plain(text("preview.lose.none"));
    }
    JPanel list = Ui.column(6);
    couldLose.forEach(
        loss ->
            list.add(Ui.panel(new Row(10, 1, false), new JLabel("•"), TextBlock.plain(say(loss)))));
    return list;
  }
}
