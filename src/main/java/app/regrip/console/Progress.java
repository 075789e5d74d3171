package app.regrip.console;

import java.util.function.DoubleConsumer;

/** A percentage that only rises: programs repeat values, and some start over for a second phase. */
final class Progress {

  private final DoubleConsumer onRise;
  private double highest = -1;

  Progress(DoubleConsumer onRise) {
    this.onRise = onRise;
  }

  void report(double percent) {
    double clamped = Math.max(0, Math.min(100, percent));
    if (clamped > highest) {
      highest = clamped;
      onRise.accept(clamped);
    }
  }
}
