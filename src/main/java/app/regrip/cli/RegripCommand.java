package app.regrip.cli;

import app.regrip.session.PcChoice;
import app.regrip.text.LanguageChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code regrip} itself: the options all commands share, and what happens without a command. */
@Command(
    name = "regrip",
    header = "${bundle:cli.help.header}",
    customSynopsis = "${bundle:cli.help.synopsis}",
    sortOptions = false)
final class RegripCommand implements Callable<Integer> {

  @Option(
      names = "--simulate",
      arity = "0..1",
      preprocessor = OnlyAttached.class,
      paramLabel = "${bundle:cli.help.label.scenario}",
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.help.simulate}")
  private String simulate;

  @Option(names = "--fresh", scope = ScopeType.INHERIT, description = "${bundle:cli.help.fresh}")
  private boolean fresh;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      converter = SpeedOption.class,
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.help.speed}")
  private Double speed;

  @Option(
      names = "--data",
      paramLabel = "${bundle:cli.help.label.folder}",
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.help.data}")
  private Path data;

  /** Taken from the arguments before they are read here: these texts too are in that language. */
  @Option(
      names = "--language",
      paramLabel = "${bundle:cli.help.label.language}",
      converter = LanguageOption.class,
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.help.language}")
  private LanguageChoice language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.help.help}")
  private boolean help;

  @Option(
      names = "--version",
      versionHelp = true,
      scope = ScopeType.INHERIT,
      description = "${bundle:cli.help.which}")
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
