package app.regrip.evidence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may hold a command somebody typed: behind a prompt of a console, PowerShell or batch
 * file, or alone on its line, as scripts announce what they run.
 *
 * @param prompt whether a prompt with a folder stands before it, whatever was typed there
 * @param certain whether a prompt stands before it; else it may be advice that nobody followed
 * @param profile the folder of whoever typed it, which a prompt shows; empty where it does not
 * @param pc the one that the prompt or the command is of; empty where they do not tell
 * @param text without prompt and without the marks of a quotation
 */
record PromptLine(
    boolean prompt,
    boolean certain,
    List<CommandLine> commands,
    String profile,
    String pc,
    String text) {

  private static final int LONGEST = 2000;

  private static final Pattern PROMPT =
      Pattern.compile(
          "\\s*(?:\\[[^\\]]{1,60}\\]:? ?)?(?:[^\\s<>|\"@]{1,60}@[^\\s<>|\"@]{1,60} )?(?:PS ?)?(?:[A-Za-z]:(?:[\\\\/][^<>|\"]{0,250}|[^<>|\"\\s]{0,250})"
              + "|\\\\\\\\[^<>|\"]{1,250})>\\s*(.*)"
              + "|\\s*PS ?>\\s*(.*)");

  /** Of PowerShell's remote sessions, and of Windows' own SSH server. */
  private static final Pattern REMOTE_PROMPT =
      Pattern.compile(
          "\\s*(?:\\[([A-Za-z0-9][\\w.-]{0,59})\\]: ?PS |[^\\s<>|\"@]{1,60}@([\\w.-]{1,60}) ).*");

  /** Administrators have a second one on their own PC, so theirs tells nothing. */
  private static final Pattern PROFILE =
      Pattern.compile("(?i)[a-z]:\\\\users\\\\(?!admin|public|default|user)[^\\\\/:*?\"<>|]{1,60}");

  /** Commands that run what follows on the one PC they name. */
  private static final Pattern REMOTE_COMMAND =
      Pattern.compile(
          "(?i)(?:.*[\\s\\\\(])?(?:psexec(?:64)?(?:\\.exe)?\\s.{0,60}?\\\\\\\\([\\w.-]{1,60})\\s"
              + "|winrs(?:\\.exe)?\\s+[-/]r(?:emote)?:([\\w.-]{1,60})\\s"
              + "|(?:invoke-command|icm)\\s.{0,60}?-c(?:omputername|n)\\s+[\"']?([\\w.-]{1,60})[\"']?\\s).*");

  private static final Pattern QUOTED = Pattern.compile("\\s*(?:[>$#+]+\\s*)+(.*)");

  /** Nothing but options behind the program, so that prose about a command is not one. */
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "[^\\w]*(?:[\\w/.)]+[:.)\\]]?\\s+){0,4}[\"'`\\[(]*(?:[A-Za-z%][\\w:%\\\\]*\\\\)?"
              + "(?:dism|sfc|repair-windowsimage)(?:\\.exe)?[\"']?"
              + "(?:\\s+[/\\-–—][^\\s\\]]+(?:\\s+(?:[A-Za-z]:[^\\s\\]]+|\"[^\"]*\"))?){1,12}"
              + "[\\s\"'`\\])]*(?:\\.{1,3}|…|:)?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TYPED =
      Pattern.compile("(?:dism|sfc)(?:\\.exe)?\\s+[/-]", Pattern.CASE_INSENSITIVE);

  static PromptLine read(String line) {
    String text = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    Matcher prompt = PROMPT.matcher(text);
    if (text.indexOf('>') > 0 && prompt.matches()) {
      String typed = prompt.group(1) == null ? prompt.group(2) : prompt.group(1);
      String before = text.substring(0, text.length() - typed.length());
      return new PromptLine(
          true, true, CommandLine.in(typed), profile(before), pc(text, typed), typed);
    }
    Matcher quoted = QUOTED.matcher(text);
    String inner = quoted.matches() ? quoted.group(1) : text;
    List<CommandLine> commands = CommandLine.in(inner);
    boolean typed = quoted.matches() && TYPED.matcher(inner).lookingAt();
    if (!typed && (commands.isEmpty() || !ANNOUNCED.matcher(inner).matches())) {
      return new PromptLine(false, false, List.of(), "", "", inner.strip());
    }
    return new PromptLine(
        false, typed && !commands.isEmpty(), commands, "", pc(text, inner), inner.strip());
  }

  private static String profile(String prompt) {
    Matcher folder = PROFILE.matcher(prompt);
    return folder.find() ? folder.group() : "";
  }

  private static String pc(String text, String typed) {
    Matcher named = REMOTE_COMMAND.matcher(typed);
    if (!named.matches()) {
      named = REMOTE_PROMPT.matcher(text);
    }
    if (!named.matches()) {
      return "";
    }
    for (int i = 1; i <= named.groupCount(); i++) {
      if (named.group(i) != null) {
        return named.group(i);
      }
    }
    return "";
  }
}
