package app.regrip.evidence;

import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line in which a script or a package manager says by itself what became of an update. */
enum UpdateSaying {
  /** Several updates, by their numbers. */
  THESE_FAILED(
      "failed to ",
      "(?i).{0,120}?\\bupdates? failed to (install|download)\\W{1,3}(KB ?[0-9]{6,8}.{0,400})") {
    @Override
    List<LoggedEvent> events(long number, Matcher said) {
      return ScriptReport.NUMBER
          .matcher(said.group(2))
          .results()
          .map(update -> failed(said, update.group(), number))
          .toList();
    }
  },
  THIS_FAILED(
      "ailed to ",
      "(?i).{0,120}?\\bfailed to (install|download) update (?:\\([^()]{1,20}\\) )?"
          + "(?:[0-9a-f-]{36} )?(.{0,300}?KB ?[0-9]{6,8}\\)?).*") {
    @Override
    List<LoggedEvent> events(long number, Matcher said) {
      return List.of(failed(said, said.group(2).strip(), number));
    }
  },
  /** An update, and the number its installer ended with. */
  EXITED(
      ".msu",
      "(?i).*?(KB[0-9]{6,8})\\S{0,40}\\.msu.{0,300}?(?:returned|exit code was|exited with)"
          + "\\W{1,3}(-21[0-9]{8})(?![0-9]).*") {
    @Override
    List<LoggedEvent> events(long number, Matcher said) {
      return List.of(
          ScriptReport.event(
              Operation.INSTALL,
              Outcome.FAILED,
              ErrorText.any(said.group(2)),
              said.group(1).toUpperCase(Locale.ROOT),
              number));
    }
  },
  /** The number of the update in its list, its title and its OperationResultCode. */
  NUMBERED("> ", "\\s{0,8}[0-9]{1,3}> (.{3,300}): ([0-5])\\s*") {
    @Override
    List<LoggedEvent> events(long number, Matcher said) {
      Outcome outcome =
          switch (said.group(2)) {
            case "2", "3" -> Outcome.SUCCEEDED;
            case "4" -> Outcome.FAILED;
            default -> Outcome.OTHER;
          };
      return List.of(
          ScriptReport.event(Operation.INSTALL, outcome, Optional.empty(), said.group(1), number));
    }
  };

  private final String sign;
  private final Pattern form;

  /**
   * @param sign without which no line has this form
   */
  UpdateSaying(String sign, String form) {
    this.sign = sign;
    this.form = Pattern.compile(form);
  }

  abstract List<LoggedEvent> events(long number, Matcher said);

  static boolean isIn(String line) {
    return !in(1, line).isEmpty();
  }

  /** What the line says; mostly nothing. */
  static List<LoggedEvent> in(long number, String line) {
    for (UpdateSaying saying : values()) {
      if (line.contains(saying.sign)) {
        Matcher said = saying.form.matcher(line);
        if (said.matches()) {
          return saying.events(number, said);
        }
      }
    }
    return List.of();
  }

  private static LoggedEvent failed(Matcher said, String title, long number) {
    boolean install = said.group(1).equalsIgnoreCase("install");
    return ScriptReport.event(
        install ? Operation.INSTALL : Operation.DOWNLOAD,
        Outcome.FAILED,
        Optional.empty(),
        title,
        number);
  }
}
