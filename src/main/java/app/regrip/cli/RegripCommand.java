package app.regrip.cli;

import app.regrip.session.PcChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code regrip} itself: the options all commands share, and what happens without a command. */
@Command(
    name = "regrip",
    header = "Makes Windows Update work again: watches it, repairs it, proves it.",
    synopsisSubcommandLabel = "[COMMAND]",
    abbreviateSynopsis = true,
    sortOptions = false)
final class RegripCommand implements Callable<Integer> {

  @Option(
      names = "--simulate",
      arity = "0..1",
      preprocessor = OnlyAttached.class,
      paramLabel = "SCENARIO",
      scope = ScopeType.INHERIT,
      description =
          "Use a pretend PC in a folder; nothing real is touched. \"regrip --help\" lists the scenarios.")
  private String simulate;

  @Option(
      names = "--fresh",
      scope = ScopeType.INHERIT,
      description = "Make the pretend PC anew, so that its story can be seen again.")
  private boolean fresh;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      converter = SpeedOption.class,
      scope = ScopeType.INHERIT,
      description = "How many times faster than life the pretend PC is.")
  private Double speed;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "Keep Regrip's data in this folder.")
  private Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help, or that of a command.")
  private boolean help;

  @Option(
      names = "--version",
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show which Regrip this is.")
  private boolean version;

  private final Callable<Integer> withoutCommand;

  /**
   * @param withoutCommand what {@code regrip} alone does
   */
  RegripCommand(Callable<Integer> withoutCommand) {
    this.withoutCommand = withoutCommand;
  }

  PcChoice choice() {
    return new PcChoice(
        simulate != null || fresh,
        Optional.ofNullable(simulate).map(String::strip).filter(name -> !name.isEmpty()),
        fresh,
        Optional.ofNullable(speed),
        Optional.ofNullable(data));
  }

  @Override
  public Integer call() throws Exception {
    return withoutCommand.call();
  }
}
