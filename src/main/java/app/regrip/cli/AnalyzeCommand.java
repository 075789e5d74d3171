package app.regrip.cli;

import app.regrip.evidence.Analysis;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code analyze}: what logs of any PC tell. */
@Command(
    name = "analyze",
    description = {
      "Read logs of this or another PC and tell what is wrong there.",
      "It knows: what dism and sfc printed, dism.log, CBS.log, event logs (.evtx), events saved as"
          + " XML, ReportingEvents.log, WindowsUpdate.log, lists of updates (Get-HotFix, wmic qfe,"
          + " history) and sc query. It looks at the content, not at the name.",
      "Exit code 0: seen to be well, 1: something is wrong, 3: the files do not tell.",
      "",
      "  regrip analyze CBS.log dism.txt      several files, one answer",
      "  regrip analyze C:\\Logs --json        a folder, for programs",
      "  dism /Online /Cleanup-Image /ScanHealth | regrip analyze -",
      "",
    },
    sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "What to read; - is the standard input.")
  private List<String> names;

  @Mixin private JsonOption json;
  private final CommandContext context;

  AnalyzeCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Path> paths = existing();
    Analysis analysis = context.knowledge().analyses().get();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(STANDARD_INPUT)) {
        analysis.read("standard input", System.in);
      } else {
        analysis.read(paths.get(i));
      }
    }
    Analysis.Result result = analysis.result();
    if (json.isOn()) {
      context.json().printWithNulls(AnalysisShape.of(result));
    } else {
      new AnalysisPage(context.screen()).show(result);
    }
    return exitCode(result);
  }

  private List<Path> existing() {
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      try {
        Path path = Path.of(name);
        if (!name.equals(STANDARD_INPUT) && !Files.exists(path)) {
          throw new Mistyped("There is no file or folder \"" + name + "\".");
        }
        paths.add(path);
      } catch (InvalidPathException e) {
        throw new Mistyped("\"" + name + "\" is not the name of a file.");
      }
    }
    return paths;
  }

  private static int exitCode(Analysis.Result result) {
    return switch (result.answer()) {
      case WELL -> ExitCode.FINE;
      case WRONG -> ExitCode.FAILING;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }
}
