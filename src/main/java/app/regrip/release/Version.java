package app.regrip.release;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Regrip: three numbers, such as 1.3.0. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final String NUMBER = "(0|[1-9][0-9]{0,4})";
  private static final Pattern FORM = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /** Empty for whatever is not exactly that: the text may come from anybody. */
  public static Optional<Version> parse(String text) {
    Matcher numbers = FORM.matcher(text);
    return numbers.matches()
        ? Optional.of(
            new Version(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
