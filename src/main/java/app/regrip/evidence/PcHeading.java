package app.regrip.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line with which somebody who shows several PCs goes over to the next, e.g. "Laptop:". */
final class PcHeading {

  private static final int LONGEST = 60;

  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)([\\s=*#~>-]*)(?:and |on |now |auf )?(?:(?:my|the|mein|der|dem) )?"
              + "((?:(?:other|second|first|old|new|2nd|1st|zweiter?|anderer?) )?"
              + "(?:pc|laptop|desktop|computer|machine|server|notebook|rechner|tower)(?: ?[#\\w]{1,12})?)"
              + "\\s*([:=*#~-][\\s=*#~-]*)?");

  private PcHeading() {}

  /** What it calls the PC; empty where the line is none. */
  static Optional<String> in(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher heading = HEADING.matcher(line);
    boolean marked = heading.matches() && (heading.group(3) != null || !heading.group(1).isBlank());
    return marked ? Optional.of(heading.group(2)) : Optional.empty();
  }
}
