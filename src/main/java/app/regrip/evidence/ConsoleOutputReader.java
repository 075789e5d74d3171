package app.regrip.evidence;

import app.regrip.console.DismBar;
import app.regrip.console.DismJudgement;
import app.regrip.console.SfcPercent;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what DISM and the System File Checker printed: several commands in one text, of both
 * programs, with prompts, other programs and prose between them. One {@link ToolRun} each, in
 * order.
 *
 * <p>A run begins at its command, else at the first words of the program, else at a sentence that
 * only this program says. It ends where another begins, at the next prompt, or at a ruled line.
 */
final class ConsoleOutputReader implements LogReader {

  private static final int LONGEST = 2000;
  private static final Pattern CAME_FROM =
      Pattern.compile("PSComputerName\\s*:\\s*([\\w.-]{1,60})");
  private static final Pattern TERMINAL_COMMAND = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

  private final EvidenceSink sink;
  private final Deque<CommandLine> announced = new ArrayDeque<>();
  private final Map<Tool, Verdict> lastVerdict = new EnumMap<>(Tool.class);
  private long announcedAt;
  private String pc = "";

  /** What the person who wrote it calls the PC that all that follows is of. */
  private String headed = "";

  private String firstProfile = "";

  /** The profile of somebody else than the first, whose prompt was the last; else empty. */
  private String ofOther = "";

  private ConsoleRun run;
  private String previous = "";
  private long previousAt;

  ConsoleOutputReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    for (String piece : Flattened.lines(text)) {
      piece(number, piece);
    }
  }

  private void piece(long number, String text) {
    String plain = plain(text);
    if (plain.isEmpty()) {
      return;
    }
    PromptLine prompt = PromptLine.read(plain);
    if (prompt.prompt() || !prompt.commands().isEmpty()) {
      command(number, prompt);
      previous = "";
      return;
    }
    Optional<String> heading = PcHeading.in(plain);
    if (heading.isPresent()) {
      finish();
      headed = heading.get();
      pc = headed;
      previous = "";
      return;
    }
    Matcher from = CAME_FROM.matcher(plain);
    if (from.matches()) {
      Optional.ofNullable(run).ifPresent(shown -> shown.cameFrom(from.group(1)));
      finish();
      previous = "";
      return;
    }
    String squeezed = KnownSentences.squeeze(prompt.text());
    if (squeezed.isEmpty() || squeezed.equals(previous)) {
      return;
    }
    output(number, prompt.text(), squeezed);
    previous = squeezed;
    previousAt = number;
  }

  @Override
  public void end() {
    finish();
  }

  private static String plain(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    String plain = cut.indexOf('\u001B') < 0 ? cut : TERMINAL_COMMAND.matcher(cut).replaceAll("");
    return WebText.plain(plain).strip();
  }

  private void command(long number, PromptLine prompt) {
    finish();
    announced.clear();
    prompt.commands().stream().filter(command -> !command.asksForHelp()).forEach(announced::add);
    announcedAt = number;
    goOver(prompt.profile());
    String unnamed = headed.isEmpty() ? ofOther : headed;
    pc = prompt.pc().isEmpty() ? unnamed : prompt.pc();
    if (prompt.certain() && !announced.isEmpty()) {
      CommandLine first = announced.removeFirst();
      run = new ConsoleRun(first, true, pc, number);
    }
  }

  /** In a thread of two people each shows what happened on a PC of their own. */
  private void goOver(String profile) {
    if (!profile.isEmpty()) {
      firstProfile = firstProfile.isEmpty() ? profile : firstProfile;
      ofOther = profile.equalsIgnoreCase(firstProfile) ? "" : profile;
    }
  }

  private void output(long number, String line, String squeezed) {
    if (ConsoleSigns.isSeparator(squeezed)) {
      if (run != null && run.hasSpoken()) {
        finish();
      }
    } else if (ConsoleSigns.isDismTitle(squeezed)) {
      if (!isOpen(Tool.DISM) || run.isPastItsTitle()) {
        open(Tool.DISM, number);
      }
      run.begin();
    } else if (ConsoleSigns.isVersion(squeezed) && belongsToDism()) {
      if (!isOpen(Tool.DISM) || run.isPastItsVersions()) {
        open(Tool.DISM, previousAt);
      }
      run.version();
    } else if (ConsoleSigns.isSfcBegin(squeezed)) {
      if (!isOpen(Tool.SFC) || run.isPastItsTitle()) {
        open(Tool.SFC, number);
      }
      run.begin();
    } else {
      result(number, line, squeezed);
    }
  }

  private boolean belongsToDism() {
    return isOpen(Tool.DISM) && !run.isPastItsVersions() || ConsoleSigns.mayBeTitle(previous);
  }

  private void result(long number, String line, String squeezed) {
    OptionalDouble bar = line.indexOf('%') < 0 ? OptionalDouble.empty() : DismBar.lastPercent(line);
    String text = bar.isPresent() ? DismBar.textBeside(line) : line;
    String said = english(squeezed);
    if (bar.isPresent() || ConsoleSigns.isDismResult(said)) {
      goOnWith(Tool.DISM, number);
    } else if (ConsoleSigns.isSfcProgress(squeezed)
        || ConsoleSigns.isSfcResult(squeezed)
        || ConsoleSigns.isSfcResult(said)) {
      goOnWith(Tool.SFC, number);
    } else if ((run == null || isOpen(Tool.SFC) && run.isComplete())
        && DismJudgement.printedCode(List.of(text)).isPresent()) {
      open(Tool.DISM, number);
    }
    if (run == null) {
      return;
    }
    bar.ifPresent(run::progressed);
    if (run.tool == Tool.SFC) {
      OptionalInt percent = SfcPercent.last(text);
      percent.ifPresent(p -> progressed(p, squeezed));
      if (percent.isPresent()) {
        return;
      }
    }
    if (!text.isEmpty()) {
      run.add(text);
    }
  }

  private void progressed(int percent, String squeezed) {
    if (percent <= 100 && squeezed.length() <= 80) {
      run.progressed(percent);
    }
  }

  private String english(String squeezed) {
    List<String> known = KnownSentences.inEnglish(squeezed);
    return known.isEmpty() ? squeezed : KnownSentences.squeeze(String.join("", known));
  }

  private boolean isOpen(Tool tool) {
    return run != null && run.tool == tool;
  }

  private void goOnWith(Tool tool, long number) {
    if (!isOpen(tool) || run.isComplete()) {
      open(tool, number);
    }
  }

  private void open(Tool tool, long number) {
    finish();
    CommandLine command = announced.peekFirst();
    if (command != null && command.tool() == tool) {
      announced.removeFirst();
      run = new ConsoleRun(command, false, pc, announcedAt);
    } else {
      announced.clear();
      CommandLine unknown = new CommandLine(tool, ToolRun.UNKNOWN_COMMAND, false);
      run = new ConsoleRun(unknown, false, pc, number);
    }
  }

  private void finish() {
    if (run == null) {
      return;
    }
    Optional<ToolRun> judged = run.judged();
    boolean onlyAResult = run.isOnlyAResult();
    run = null;
    judged
        .filter(
            done ->
                !onlyAResult
                    || !done.pc().isEmpty()
                    || lastVerdict.get(done.tool()) != done.verdict())
        .ifPresent(this::report);
  }

  private void report(ToolRun done) {
    lastVerdict.put(done.tool(), done.verdict());
    sink.run(done);
  }
}
