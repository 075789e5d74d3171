package app.regrip.cli;

import app.regrip.evidence.Analysis;
import app.regrip.text.Message;
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
      "${bundle:cli.help.analyze}",
      "${bundle:cli.help.analyze.knows}",
      "${bundle:cli.help.analyze.exit}",
      "",
      "  regrip analyze CBS.log dism.txt      ${bundle:cli.help.analyze.several}",
      "  regrip analyze C:\\Logs --json        ${bundle:cli.help.analyze.folder}",
      "  dism /Online /Cleanup-Image /ScanHealth | regrip analyze -",
      "",
    },
    sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "1..*",
      paramLabel = "${bundle:cli.help.label.file-or-folder}",
      description = "${bundle:cli.help.analyze.what}")
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
        Message name = Message.of("cli.analysis.standard-input");
        analysis.read(json.isOn() ? name.english() : context.printer().say(name), System.in);
      } else {
        analysis.read(paths.get(i));
      }
    }
    Analysis.Result result = analysis.result();
    if (json.isOn()) {
      context.json().printWithNulls(AnalysisShape.of(result));
    } else {
      new AnalysisPage(context.printer(), context.times()).show(result);
    }
    return exitCode(result);
  }

  private List<Path> existing() {
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      try {
        Path path = Path.of(name);
        if (!name.equals(STANDARD_INPUT) && !Files.exists(path)) {
          throw new UsageException(Message.of("cli.mistyped.no-file", name));
        }
        paths.add(path);
      } catch (InvalidPathException e) {
        throw new UsageException(Message.of("cli.mistyped.no-file-name", name));
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
