package app.regrip.simulated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * DISM's progress bar: how it looks as bytes on a pipe, and the uneven way it moves. Both follow
 * what a Windows 11 wrote: 64 bytes a step, values that repeat, leaps at the end, and in a repair
 * the long rest at 62.3 %.
 */
final class DismProgress {

  private static final int CELLS = 58;
  private static final int MIDDLE = 27;

  private DismProgress() {}

  /**
   * @param percent shown
   * @param rest for how long nothing comes after it, in shares of the whole run
   */
  record Step(double percent, double rest) {}

  static List<Step> ofScan() {
    List<Step> steps = new ArrayList<>();
    walk(steps, 4.88, 0.976, 86, 0.006);
    walk(steps, 88.9, 0.06, 19, 0.012);
    walk(steps, 91.2, 1.02, 7, 0.03);
    steps.add(new Step(100, 0));
    return List.copyOf(steps);
  }

  static List<Step> ofRepair() {
    List<Step> steps = new ArrayList<>();
    walk(steps, 3.83, 0.968, 51, 0.006);
    walk(steps, 53.7, 0.08, 24, 0.008);
    walk(steps, 56.14, 0.97, 4, 0.01);
    steps.add(new Step(59.05, 0.01));
    steps.add(new Step(60.2, 0.02));
    steps.add(new Step(62.3, 0.36));
    steps.add(new Step(84.9, 0.07));
    steps.add(new Step(100, 0));
    return List.copyOf(steps);
  }

  private static void walk(List<Step> steps, double from, double stride, int count, double rest) {
    for (int i = 0; i < count; i++) {
      steps.add(new Step(from + i * stride, rest));
    }
  }

  /** {@code \r[}, 58 cells with the percentage laid over the middle, {@code ] \r\n}. */
  static byte[] bar(double percent) {
    String number = String.format(Locale.ROOT, "%.1f%%", percent);
    char[] cells = new char[CELLS];
    int filled = (int) (percent * CELLS / 100);
    Arrays.fill(cells, 0, filled, '=');
    Arrays.fill(cells, filled, CELLS, ' ');
    int start = percent < 100 ? MIDDLE : MIDDLE - 1;
    number.getChars(0, number.length(), cells, start);
    return ("\r[" + new String(cells) + "] \r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
