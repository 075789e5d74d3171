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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.UsageMessageSpec;

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
    CommandLine line = commandLine(printer, List.of(args));
    return line.execute(args);
  }

  private CommandLine commandLine(Printer printer, List<String> words) {
    AtomicReference<RegripCommand> root = new AtomicReference<>();
    CommandContext context =
        new CommandContext(
            sessions, knowledge, printer, clock, interrupts, () -> root.get().choice());
    StoryCommand story = new StoryCommand(context);
    root.set(new RegripCommand(() -> withoutCommand(root.get(), story)));
    CommandLine line = new CommandLine(root.get());
    meant(commands(context, story), words).forEach(line::addSubcommand);
    return configured(line, printer);
  }

  private static List<Object> commands(CommandContext context, StoryCommand story) {
    return List.of(
        new StatusCommand(context),
        new FixCommand(context),
        new DiagnoseCommand(context),
        new DoctorCommand(context),
        new SelfTestCommand(context),
        new ExplainCommand(context),
        new AnalyzeCommand(context),
        new HistoryCommand(context),
        new ReportCommand(context),
        new WatchCommand(context),
        new RecoverCommand(context),
        new RestartCommand(context),
        new SchemaCommand(context),
        story);
  }

  /**
   * The one that the first word names: picocli takes longer over all of them than most answers
   * take. All, where that word is none of them and something may be suggested, or help is wanted.
   */
  private static List<Object> meant(List<Object> commands, List<String> words) {
    Optional<String> first = words.stream().filter(word -> !word.startsWith("-")).findFirst();
    List<Object> named =
        commands.stream().filter(one -> first.equals(Optional.of(name(one)))).toList();
    boolean alone = first.isEmpty() && !words.contains("-h") && !words.contains("--help");
    return alone || !named.isEmpty() ? named : commands;
  }

  private static String name(Object command) {
    return command.getClass().getAnnotation(Command.class).name();
  }

  private CommandLine configured(CommandLine line, Printer printer) {
    HelpFooter footer = new HelpFooter(printer);
    UsageMessageSpec help = line.getCommandSpec().usageMessage();
    line.getCommandSpec()
        .versionProvider(
            () ->
                new String[] {
                  printer.printable(Message.of("cli.help.version", knowledge.version()))
                });
    help.sectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_FOOTER, usage -> footer.text(knowledge.scenarios().get()));
    help.commandListHeading("${bundle:cli.help.commands}%n");
    help.synopsisHeading("${bundle:cli.help.usage} ");
    line.getSubcommands().values().stream()
        .map(each -> each.getCommandSpec().usageMessage())
        .forEach(usage -> usage.synopsisHeading("${bundle:cli.help.usage} "));
    Optional.ofNullable(line.getSubcommands().get("fix"))
        .map(fix -> fix.getCommandSpec().usageMessage().sectionMap())
        .ifPresent(
            sections -> sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, usage -> footer.ofFix()));
    Optional.ofNullable(line.getSubcommands().get("explain"))
        .ifPresent(explain -> explain.setUnmatchedOptionsArePositionalParams(true));
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
