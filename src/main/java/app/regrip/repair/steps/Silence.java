package app.regrip.repair.steps;

import app.regrip.console.ConsoleListener;
import app.regrip.pc.Programs;
import app.regrip.pc.Programs.Activity;
import app.regrip.repair.StepContext;
import app.regrip.text.Message;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Speaks for a servicing program that prints nothing: after 10, 20 and 30 minutes, then every half
 * an hour. It only speaks; a program that is ended half-way leaves Windows in an unknown state.
 */
final class Silence implements ConsoleListener {

  private static final Duration OFTEN = Duration.ofMinutes(10);
  private static final Duration SELDOM = Duration.ofMinutes(30);

  private final StepContext context;
  private final String nothingNew;
  private final ConsoleListener heard;
  private double percent;
  private Duration next = OFTEN;

  /**
   * @param nothingNew key of the sentence that says so, with a gap for the minutes
   * @param heard what hears it when it does say something
   */
  Silence(StepContext context, String nothingNew, ConsoleListener heard) {
    this.context = context;
    this.nothingNew = nothingNew;
    this.heard = heard;
  }

  /**
   * @param output reads what the program prints, for this one
   */
  Programs.Listener over(Consumer<byte[]> output) {
    return new Programs.Listener() {
      @Override
      public void accept(byte[] bytes) {
        next = OFTEN;
        output.accept(bytes);
      }

      @Override
      public void silent(Duration howLong, Activity activity) {
        if (howLong.compareTo(next) >= 0) {
          speak(howLong, activity);
        }
      }
    };
  }

  @Override
  public void progressed(double percent) {
    this.percent = percent;
    heard.progressed(percent);
  }

  @Override
  public void said(String line) {
    heard.said(line);
  }

  private void speak(Duration howLong, Activity activity) {
    while (next.compareTo(howLong) <= 0) {
      next = next.plus(next.compareTo(SELDOM) < 0 ? OFTEN : SELDOM);
    }
    Message words = words(howLong.toMinutes(), activity);
    context.progressed(percent, words);
    context.said(words);
  }

  private Message words(long minutes, Activity activity) {
    Message runs =
        switch (activity) {
          case AT_WORK -> Message.of("repair.waits.runs-at-work");
          case IDLE -> Message.of("repair.waits.runs-idle");
          case UNKNOWN -> Message.of("repair.waits.runs");
        };
    return Message.of(nothingNew, minutes).then(runs);
  }
}
