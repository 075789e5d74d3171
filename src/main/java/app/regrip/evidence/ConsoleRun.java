package app.regrip.evidence;

import app.regrip.console.DismJudgement;
import app.regrip.console.DismOutcome;
import app.regrip.console.SfcJudgement;
import app.regrip.console.SfcVerdict;
import app.regrip.errors.HResult;
import app.regrip.evidence.ToolRun.Tool;
import app.regrip.evidence.ToolRun.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One run as its text comes in. Keeps the newest lines only, so that memory stays bounded. */
final class ConsoleRun {

  private static final int MOST_LINES = 200;
  private static final int WRAPPED_LINES = 6;

  /** What still belongs to a run after the sentence that ends it, e.g. a call for a restart. */
  private static final int POSTSCRIPT_LINES = 4;

  private static final String RAN = "theoperationcompletedsuccessfully";

  /** However the sentence goes on that was cut off here, something could not be repaired. */
  private static final String DAMAGE_BUT = "foundcorruptfilesbut";

  final Tool tool;
  private final String command;
  private final boolean ofImage;
  private final long line;
  private final boolean asked;
  private final Deque<String> lines = new ArrayDeque<>();
  private String pc;
  private OptionalDouble progress = OptionalDouble.empty();
  private boolean begun;
  private int versions;
  private int postscript = -1;

  /**
   * @param asked whether its command was seen at a prompt
   * @param pc the one whose prompt it was; empty where that does not tell
   */
  ConsoleRun(CommandLine command, boolean asked, String pc, long line) {
    this.tool = command.tool();
    this.command = command.command();
    this.ofImage = command.ofImage();
    this.asked = asked;
    this.pc = pc;
    this.line = line;
  }

  /** PowerShell says only behind a result which PC it came from. */
  void cameFrom(String name) {
    pc = name;
  }

  /** Its first words: DISM's title, "Beginning system scan". */
  void begin() {
    begun = true;
  }

  /** One version alone proves nothing: other programs print theirs too. */
  void version() {
    versions++;
    begun |= versions > 1;
  }

  void progressed(double percent) {
    if (!isComplete()) {
      begun = true;
      progress = OptionalDouble.of(percent);
    }
  }

  void add(String text) {
    if (postscript == 0 || isComplete() && DismJudgement.printedCode(List.of(text)).isPresent()) {
      return;
    }
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
    }
    lines.addLast(text);
    if (isComplete()) {
      postscript--;
    } else if (saysTheEnd()) {
      postscript = POSTSCRIPT_LINES;
    }
  }

  private boolean saysTheEnd() {
    List<String> newest = new ArrayList<>(lines);
    newest = english(newest.subList(Math.max(0, newest.size() - WRAPPED_LINES), newest.size()));
    return tool == Tool.SFC
        ? SfcJudgement.of(newest).verdict() != SfcVerdict.INCOMPLETE
        : KnownSentences.squeeze(String.join("", newest)).contains(RAN);
  }

  boolean isComplete() {
    return postscript >= 0;
  }

  /** Whether anything of the program itself came, more than a stray line behind its command. */
  boolean hasSpoken() {
    return begun || isComplete() || error().isPresent();
  }

  /** Whether another title would be that of another run. */
  boolean isPastItsTitle() {
    return hasSpoken() || versions > 0 || !asked && !lines.isEmpty();
  }

  /** Whether another version would be that of another run. */
  boolean isPastItsVersions() {
    return versions > 1 || progress.isPresent() || isComplete() || error().isPresent();
  }

  private Optional<HResult> error() {
    return DismJudgement.printedCode(List.copyOf(lines));
  }

  /** Empty where the text was not one of DISM or SFC after all. */
  Optional<ToolRun> judged() {
    List<String> text = english(List.copyOf(lines));
    String squeezed = KnownSentences.squeeze(String.join("", text));
    Optional<HResult> error;
    Verdict verdict;
    if (tool == Tool.DISM) {
      DismOutcome outcome = DismJudgement.of(text, 0);
      error = outcome.error().or(this::error);
      verdict = Verdict.valueOf(outcome.verdict().name());
    } else {
      verdict = of(SfcJudgement.of(text).verdict());
      error = verdict == Verdict.INCOMPLETE ? error() : Optional.empty();
    }
    if (verdict == Verdict.INCOMPLETE && tool == Tool.SFC && squeezed.contains(DAMAGE_BUT)) {
      verdict = Verdict.PARTLY_REPAIRED;
    }
    if (verdict == Verdict.INCOMPLETE && (error.isPresent() || neverRan(squeezed))) {
      verdict = Verdict.FAILED;
    }
    if (!asked && !begun && !proves(squeezed, verdict, error)) {
      return Optional.empty();
    }
    String what =
        command.equals(ToolRun.UNKNOWN_COMMAND) ? provenCommand(squeezed, verdict) : command;
    return Optional.of(
        new ToolRun(
            tool,
            what,
            verdict,
            progress,
            error,
            Optional.empty(),
            line,
            List.of(),
            Optional.empty(),
            ofImage,
            pc));
  }

  /** Only its result is here: nothing tells that it is not repeated in a summary. */
  boolean isOnlyAResult() {
    return !asked && !begun && command.equals(ToolRun.UNKNOWN_COMMAND);
  }

  private boolean proves(String squeezed, Verdict verdict, Optional<HResult> error) {
    return switch (verdict) {
      case INCOMPLETE, SUCCEEDED -> false;
      case FAILED ->
          tool == Tool.SFC
              || versions > 0
              || squeezed.contains("-addingpackage")
              || squeezed.contains("featurewasnotenabled")
              || squeezed.contains("therestoreoperationfailed")
              || squeezed.contains("dism")
              || error.filter(code -> !code.isWin32()).isPresent();
      default -> true;
    };
  }

  private static boolean neverRan(String squeezed) {
    return squeezed.contains("isnotrecognizedas");
  }

  private List<String> english(List<String> text) {
    List<String> all = new ArrayList<>(text);
    all.addAll(KnownSentences.inEnglish(KnownSentences.squeeze(String.join("", text))));
    return all;
  }

  /** Damage found where only a check was asked for is what DISM calls repairable. */
  private static Verdict of(SfcVerdict verdict) {
    return switch (verdict) {
      case CLEAN -> Verdict.HEALTHY;
      case REPAIRED -> Verdict.REPAIRED;
      case PARTLY_REPAIRED -> Verdict.PARTLY_REPAIRED;
      case VIOLATIONS_FOUND -> Verdict.REPAIRABLE;
      case RESTART_FIRST -> Verdict.RESTART_NEEDED;
      case COULD_NOT_START_SERVICE, COULD_NOT_PERFORM, ANOTHER_OPERATION, NOT_ADMINISTRATOR ->
          Verdict.FAILED;
      case INCOMPLETE -> Verdict.INCOMPLETE;
    };
  }

  /** Some sentences belong to one command alone; a bar and a word on health are ScanHealth's. */
  private String provenCommand(String squeezed, Verdict verdict) {
    if (tool == Tool.SFC) {
      boolean repaired = verdict == Verdict.REPAIRED || verdict == Verdict.PARTLY_REPAIRED;
      boolean checkedOnly = squeezed.contains("foundintegrityviolations");
      return begun && repaired ? "scannow" : checkedOnly ? "verifyonly" : ToolRun.UNKNOWN_COMMAND;
    }
    if (squeezed.contains("restoreoperation") || squeezed.contains("repaircontentcouldnotbe")) {
      return "RestoreHealth";
    }
    if (squeezed.contains("-removingpackage") || squeezed.contains("cannotbeuninstalled")) {
      return "Remove-Package";
    }
    if (squeezed.contains("-addingpackage")) {
      return "Add-Package";
    }
    if (squeezed.contains("componentstore(winsxs)information")) {
      return "AnalyzeComponentStore";
    }
    if (squeezed.contains("enablingfeature(s)")) {
      return "Enable-Feature";
    }
    if (squeezed.contains("disablingfeature(s)")) {
      return "Disable-Feature";
    }
    boolean health = verdict == Verdict.HEALTHY || verdict == Verdict.REPAIRABLE;
    return health && progress.isPresent() ? "ScanHealth" : ToolRun.UNKNOWN_COMMAND;
  }
}
