package app.regrip.cli;

import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;
import app.regrip.text.Message;

/** What is told to people in the same words, on a screen or in a file. */
abstract class WordNarration implements Narration {

  protected final Printer printer;

  protected WordNarration(Printer printer) {
    this.printer = printer;
  }

  @Override
  public void fixBegan(Rung rung) {
    printer.blank();
    printer.line(Style.STRONG, FixText.of(rung.fix()).title());
    if (!rung.why().isEmpty()) {
      printer.line(Style.FAINT, "  ", rung.why());
    }
  }

  @Override
  public void stepEnded(Rung rung, int number, Step step) {
    Message title = step.title();
    printer.line(
        style(step.state()),
        "  " + sign(step.state()) + " ",
        step.words().isEmpty()
            ? title
            : Message.of("cli.narration.step-ended", title, step.words()));
  }

  @Override
  public void fixEnded(Rung rung) {
    printer.line(Style.PLAIN, "  ", rung.conclusion());
  }

  @Override
  public void proofBegan() {
    printer.line(Style.PLAIN, "  → ", Message.of("cli.narration.proof"));
  }

  @Override
  public void stopping(boolean atOnce) {
    printer.line(
        Style.CAUTION,
        "  ! ",
        atOnce ? Message.of("cli.narration.stopping") : Message.of("cli.narration.stopping-later"));
  }

  private static String sign(StepState state) {
    return switch (state) {
      case DONE -> "✓";
      case FAILED -> "✗";
      case UNDONE -> "↩";
      case SKIPPED, STOPPED, WAITING, RUNNING -> "•";
    };
  }

  private static Style style(StepState state) {
    return switch (state) {
      case DONE -> Style.GOOD;
      case FAILED -> Style.BAD;
      case UNDONE -> Style.CAUTION;
      case SKIPPED, STOPPED, WAITING, RUNNING -> Style.FAINT;
    };
  }
}
