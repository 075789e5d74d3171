package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** One fix of a repair in words: why it came, its steps, each with how it stands, and its end. */
final class RungSteps {

  private RungSteps() {}

  /**
   * @param styled how its title is written
   * @param over whether the repair is, so that a step that waits was never begun
   */
  static JComponent[] of(Function<String, TextBlock> styled, Rung rung, boolean over) {
    JPanel steps = Ui.column(8);
    rung.steps().forEach(step -> steps.add(row(step, over)));
    TextBlock why = TextBlock.muted(say(rung.why()));
    why.setVisible(!rung.why().isEmpty());
    TextBlock end = TextBlock.plain(say(rung.conclusion()));
    end.setVisible(!rung.conclusion().isEmpty());
    return new JComponent[] {styled.apply(say(FixText.of(rung.fix()).title())), why, steps, end};
  }

  private static JPanel row(Step step, boolean over) {
    TextBlock title =
        step.state() == StepState.RUNNING
            ? TextBlock.strong(say(step.title()))
            : TextBlock.plain(say(step.title()));
    JPanel words = Ui.column(1, title);
    if (!step.words().isEmpty()) {
      words.add(TextBlock.muted(say(step.words())));
    }
    JLabel state =
        new JLabel(
            over && step.state() == StepState.WAITING
                ? text("step.notBegun")
                : text("step", step.state()));
    state.setForeground(Theme.Tone.MUTED.color());
    return Ui.panel(new Row(12, 1, false), new JLabel(Icons.icon(step.state())), words, state);
  }
}
