package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.selftest.Answer;
import app.regrip.selftest.Judged;
import java.awt.Component;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Asks Windows whether it is as Regrip believes, and shows each answer with what was seen. */
final class SelfTestCard {

  private final Supplier<List<Judged>> selfTest;
  private final JPanel answers = Ui.column(10);
  private final JButton ask;
  private final Card card;

  SelfTestCard(Supplier<List<Judged>> selfTest) {
    this.selfTest = selfTest;
    this.ask = Ui.plainButton(text("help.selftest.ask"), this::ask);
    this.card =
        Card.of(
            new Column(10),
            TextBlock.heading(text("help.selftest")),
            TextBlock.plain(text("help.selftest.words")),
            Ui.buttons(ask),
            answers);
    answers.setVisible(false);
  }

  Card view() {
    return card;
  }

  private void ask() {
    ask.setEnabled(false);
    show(List.of(TextBlock.muted(text("help.selftest.asking"))));
    Background.run(
        selfTest,
        judged -> {
          ask.setEnabled(true);
          show(judged.stream().map(SelfTestCard::row).toList());
        },
        problem -> {
          ask.setEnabled(true);
          show(List.of(TextBlock.plain(text("looking.failed", problem))));
        });
  }

  private void show(List<? extends Component> rows) {
    answers.removeAll();
    rows.forEach(answers::add);
    answers.setVisible(true);
    card.revalidate();
    card.repaint();
  }

  private static JPanel row(Judged judged) {
    return Ui.beside(
        icon(judged.answer()),
        Ui.column(
            2,
            TextBlock.strong(text(key(judged.answer()), judged.assumption().id())),
            TextBlock.plain(say(judged.assumption().statement())),
            TextBlock.muted(say(judged.answer().seen()))));
  }

  private static Icon icon(Answer answer) {
    if (answer instanceof Answer.Held) {
      return Icons.icon("status-ok", 18);
    }
    return Icons.icon(answer instanceof Answer.DidNotHold ? "status-failing" : "finding-info", 18);
  }

  private static String key(Answer answer) {
    if (answer instanceof Answer.Held) {
      return "help.selftest.held";
    }
    return answer instanceof Answer.DidNotHold ? "help.selftest.not" : "help.selftest.unasked";
  }
}
