package app.regrip.cli;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import java.util.ArrayList;
import java.util.List;

/** The part of {@code --help} that teaches. */
final class HelpFooter {

  /** As wide as every terminal is, and as picocli makes the rest. */
  static final int WIDTH = 80;

  private static final String EXAMPLES =
      """

      Examples:
        regrip                            watch in the tray; without a display: story
        regrip status                     does Windows Update work?
        regrip explain 0x80070006         what does this number mean?
        regrip analyze CBS.log dism.txt   what do these logs tell?
        regrip fix all                    repair it, gentlest fix first, until proven
        regrip fix dism --source=E:3      take files from installation media
        regrip selftest                   is this Windows as Regrip believes?
        regrip report                     one file for somebody who helps, without names
        regrip --simulate --fresh story   see it all on a pretend PC
        regrip status --simulate=healthy --json
        regrip status --prometheus        the same as metrics for monitoring
      """;

  private static final String EXIT_CODES =
      """

      Exit codes:
        0  Windows Update works, or the command did what it was asked
        1  Windows Update fails, or the fix did not help
        2  the command line was not understood, or a question could not be asked
        3  it could not be found out, or is not certain yet (a restart is needed)

      JSON (--json of status, history, explain, analyze, fix, diagnose, doctor,
      selftest, report, watch):
        One object a line, each with "format": 1 and a "type". Fields are added,
        never renamed; one that does not apply is left out (null in analyze).
        Words go to stderr.
      """;

  private HelpFooter() {}

  /** The lines, as picocli takes them: with every percent sign doubled. */
  static String[] lines(List<NamedScenario> scenarios) {
    List<String> lines = new ArrayList<>(EXAMPLES.lines().toList());
    lines.addAll(fixes());
    lines.add("");
    lines.add("Scenarios of the pretend PC (--simulate=SCENARIO):");
    int widest = scenarios.stream().mapToInt(s -> s.name().length()).max().orElse(0);
    scenarios.forEach(s -> lines.addAll(row(s.name(), widest, s.description())));
    lines.addAll(EXIT_CODES.lines().toList());
    return escaped(lines);
  }

  /** The same for {@code fix --help}. */
  static String[] ofFix() {
    return escaped(fixes());
  }

  private static List<String> fixes() {
    List<String> lines = new ArrayList<>(List.of("", "Fixes (regrip fix NAME):"));
    for (Fix fix : Fix.values()) {
      lines.addAll(row(fix.commandName(), 14, words(fix)));
    }
    return lines;
  }

  private static String words(Fix fix) {
    FixText text = FixText.of(fix);
    return text.title() + ", " + text.howLong() + ". " + text.purpose();
  }

  private static List<String> row(String name, int width, String text) {
    String lead = "  " + name + " ".repeat(Math.max(0, width - name.length()) + 2);
    List<String> lines = new ArrayList<>();
    for (String line : Screen.wrap(text, WIDTH - lead.length())) {
      lines.add((lines.isEmpty() ? lead : " ".repeat(lead.length())) + line);
    }
    return lines;
  }

  private static String[] escaped(List<String> lines) {
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }
}
