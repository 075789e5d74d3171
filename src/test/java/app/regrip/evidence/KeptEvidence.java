package app.regrip.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps the runs a reader finds, and says them in a word each. */
final class KeptEvidence implements EvidenceSink {

  final List<ToolRun> runs = new ArrayList<>();
  final List<PackageChange> changes = new ArrayList<>();

  static List<ToolRun> runsOf(Function<EvidenceSink, LogReader> reader, String text) {
    KeptEvidence kept = new KeptEvidence();
    LogReader log = reader.apply(kept);
    long number = 1;
    for (String line : text.split("\n", -1)) {
      for (String piece : line.split("\r")) {
        log.line(number, piece);
      }
      number++;
    }
    log.end();
    return kept.runs;
  }

  /** Such as {@code DISM RestoreHealth failed 100.0 0x800F081F}. */
  static String inWords(ToolRun run) {
    StringBuilder words = new StringBuilder();
    words.append(run.tool()).append(' ').append(run.command());
    words.append(' ').append(run.verdict().id());
    run.progress().ifPresent(percent -> words.append(' ').append(percent));
    run.error().ifPresent(code -> words.append(' ').append(code));
    return words.toString();
  }

  @Override
  public void run(ToolRun run) {
    runs.add(run);
  }

  @Override
  public void pc(String name) {
    throw new AssertionError("no PC is named in these files: " + name);
  }

  @Override
  public void event(String pc, LoggedEvent event) {
    throw new AssertionError("no event is in these files: " + event);
  }

  @Override
  public void change(PackageChange change) {
    changes.add(change);
  }

  @Override
  public void clue(Hint clue) {
    throw new AssertionError("no clue is in these files: " + clue);
  }

  @Override
  public void problem(Problem problem) {
    throw new AssertionError("nothing is unreadable in these files: " + problem);
  }

  @Override
  public void explained(long from, long to) {
    // What a line means is told by the rest.
  }
}
