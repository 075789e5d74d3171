package app.regrip.cli;

import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;

/** What is told to people in the same words, on a screen or in a file. */
abstract class WordNarration implements Narration {

  protected final Screen screen;

  protected WordNarration(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void fixBegan(Rung rung) {
    screen.blank();
    screen.line(Style.STRONG, "", FixText.of(rung.fix()).title().english());
    if (!rung.why().isEmpty()) {
      screen.line(Style.FAINT, "  ", rung.why().english());
    }
  }

  @Override
  public void stepEnded(Rung rung, int number, Step step) {
    String words = step.words().isEmpty() ? "" : ": " + step.words().english();
    screen.line(style(step.state()), "  " + sign(step.state()) + " ", step.title() + words);
  }

  @Override
  public void fixEnded(Rung rung) {
    screen.line(Style.PLAIN, "  ", rung.conclusion().english());
  }

  @Override
  public void proofBegan() {
    screen.line(Style.PLAIN, "  → ", "Proof: letting Windows check for updates");
  }

  @Override
  public void stopping(boolean atOnce) {
    screen.line(
        Style.CAUTION,
        "  ! ",
        atOnce
            ? "Stopping, and putting things back as they were."
            : "Stopping after this step: cutting it short could do harm.");
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
