package app.regrip.cli;

import app.regrip.session.PcChoice;
import app.regrip.session.Sessions;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * Regrip on the command line. It reads the arguments, runs the command and gives its exit code: 0
 * fine, 1 Windows Update fails or the fix did not help, 2 not understood, 3 could not be found out.
 */
public final class CommandLineInterface {

  private static final System.Logger LOG = System.getLogger(CommandLineInterface.class.getName());

  private final Sessions sessions;
  private final Knowledge knowledge;
  private final Terminal terminal;
  private final Clock clock;
  private final Translator translator;
  private final Interrupts interrupts;
  private final Optional<ToIntFunction<PcChoice>> desktop;

  /**
   * @param clock also says in which zone moments are shown
   * @param translator for the words of people; programs are answered in English
   * @param desktop what happens without a command; where empty, the story is told here
   */
  public CommandLineInterface(
      Sessions sessions,
      Knowledge knowledge,
      Terminal terminal,
      Clock clock,
      Translator translator,
      Interrupts interrupts,
      Optional<ToIntFunction<PcChoice>> desktop) {
    this.sessions = sessions;
    this.knowledge = knowledge;
    this.terminal = terminal;
    this.clock = clock;
    this.translator = translator;
    this.interrupts = interrupts;
    this.desktop = desktop;
  }

  /** Runs one command line to its end and gives the exit code. */
  public int run(String... args) {
    Printer printer = new Printer(terminal, translator);
    CommandLine line = commandLine(printer);
    return line.execute(args);
  }

  private CommandLine commandLine(Printer printer) {
    AtomicReference<RegripCommand> root = new AtomicReference<>();
    CommandContext context =
        new CommandContext(
            sessions, knowledge, printer, clock, interrupts, () -> root.get().choice());
    StoryCommand story = new StoryCommand(context);
    root.set(new RegripCommand(() -> withoutCommand(root.get(), story)));
    CommandLine line =
        new CommandLine(root.get())
            .addSubcommand(new StatusCommand(context))
            .addSubcommand(new FixCommand(context))
            .addSubcommand(new DiagnoseCommand(context))
            .addSubcommand(new DoctorCommand(context))
            .addSubcommand(new SelfTestCommand(context))
            .addSubcommand(new ExplainCommand(context))
            .addSubcommand(new AnalyzeCommand(context))
            .addSubcommand(new HistoryCommand(context))
            .addSubcommand(new ReportCommand(context))
            .addSubcommand(new WatchCommand(context))
            .addSubcommand(new RecoverCommand(context))
            .addSubcommand(new RestartCommand(context))
            .addSubcommand(new SchemaCommand(context))
            .addSubcommand(story);
    return configured(line, printer);
  }

  private CommandLine configured(CommandLine line, Printer printer) {
    List<NamedScenario> scenarios = knowledge.scenarios().get();
    HelpFooter footer = new HelpFooter(printer);
    line.getCommandSpec()
        .version(printer.printable(Message.of("cli.help.version", knowledge.version())));
    line.getCommandSpec().usageMessage().footer(footer.lines(scenarios));
    line.getCommandSpec().usageMessage().commandListHeading("${bundle:cli.help.commands}%n");
    line.getSubcommands().get("fix").getCommandSpec().usageMessage().footer(footer.ofFix());
    Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
        .map(each -> each.getCommandSpec().usageMessage())
        .forEach(usage -> usage.synopsisHeading("${bundle:cli.help.usage} "));
    line.getSubcommands().get("explain").setUnmatchedOptionsArePositionalParams(true);
    return line.setResourceBundle(new HelpTexts(printer))
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(HelpFooter.WIDTH)
        .setParameterExceptionHandler(misunderstood(printer))
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, printer));
  }

  private int withoutCommand(RegripCommand root, StoryCommand story) throws Exception {
    return desktop.isPresent() ? desktop.get().applyAsInt(root.choice()) : story.call();
  }

  private static IParameterExceptionHandler misunderstood(Printer printer) {
    return (failure, args) -> {
      printer.error(Misunderstood.words(failure));
      String command = failure.getCommandLine().getCommandSpec().qualifiedName();
      printer.error(Message.of("cli.mistyped.see", command + " --help"));
      return ExitCode.USAGE;
    };
  }

  private static int failed(Exception failure, Printer printer) {
    printer.endLive();
    if (failure instanceof UsageException mistyped) {
      printer.error(mistyped.words());
      return ExitCode.USAGE;
    }
    if (failure instanceof CannotOpenException cannot) {
      printer.error(cannot.words());
      return cannot.isMistyped() ? ExitCode.USAGE : ExitCode.UNKNOWN;
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return ExitCode.UNKNOWN;
    }
    LOG.log(System.Logger.Level.DEBUG, "a command failed", failure);
    printer.error(
        Message.of(
            "cli.failed",
            Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName())));
    return ExitCode.UNKNOWN;
  }
}
