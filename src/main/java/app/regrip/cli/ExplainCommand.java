package app.regrip.cli;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.Explanation;
import app.regrip.errors.HResult;
import app.regrip.errors.Spelling;
import app.regrip.errors.Spelling.Reading;
import app.regrip.errors.Spelling.Reading.Ambiguous;
import app.regrip.errors.Spelling.Reading.Code;
import app.regrip.errors.Spelling.Reading.NotACode;
import app.regrip.text.Message;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code explain}: what an error number means. */
@Command(
    name = "explain",
    description = {
      "${bundle:cli.help.explain}",
      "${bundle:cli.help.explain.spellings}",
      "${bundle:cli.help.explain.exit}"
    },
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "${bundle:cli.help.label.code}",
      description = "${bundle:cli.help.explain.what}")
  private List<String> words;

  @Mixin private JsonOption json;
  private final CommandContext context;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(this::refuse);
    Reading reading = Spelling.read(String.join(" ", words), catalog());
    int exitCode = exitCode(reading);
    if (json.isOn()) {
      context.json().print(context.shapes().explanation(reading, exitCode));
    } else {
      show(reading);
    }
    return exitCode;
  }

  /** A minus may begin a number, so picocli leaves unknown options to us here. */
  private void refuse(String option) {
    throw new UsageException(
        Message.of("cli.mistyped.unknown-option", option, "regrip explain --help"));
  }

  private ErrorCatalog catalog() {
    return context.knowledge().catalog();
  }

  private int exitCode(Reading reading) {
    if (reading instanceof NotACode) {
      return ExitCode.USAGE;
    }
    return reading instanceof Code read && catalog().find(read.code()).isEmpty()
        ? ExitCode.UNKNOWN
        : ExitCode.FINE;
  }

  private void show(Reading reading) {
    Printer printer = context.printer();
    if (reading instanceof Code read) {
      show(Explanation.of(read, catalog()));
    } else if (reading instanceof Ambiguous ambiguous) {
      printer.line(ambiguous.words());
      for (HResult candidate : ambiguous.candidates()) {
        printer.blank();
        show(context.knowledge().explain(candidate));
      }
    } else if (reading instanceof NotACode not) {
      printer.error(not.words());
      not.nearMisses().forEach(name -> printer.error("  ", oneLine(name)));
    }
  }

  private Message oneLine(ErrorName name) {
    return context.knowledge().explain(name.code()).oneLine();
  }

  private void show(Explanation explained) {
    Printer printer = context.printer();
    String symbol = explained.symbol().isEmpty() ? "" : "  " + explained.symbol();
    printer.line(Style.STRONG, explained.code().hex() + symbol);
    printer.line(Style.PLAIN, "  ", explained.meaning());
    printer.line(Style.PLAIN, "  ", Message.of("cli.explain.advice", explained.advice()));
    explained
        .fix()
        .ifPresent(
            fix ->
                printer.line(
                    Style.PLAIN, "  ", Message.of("cli.explain.fix", "regrip fix " + fix)));
    printer.line(Style.PLAIN, "  ", Message.of("cli.explain.component", explained.component()));
    printer.line(
        Style.FAINT,
        "  ",
        Message.of(
            "cli.explain.spellings",
            Stream.concat(explained.aliases().stream(), Stream.of(explained.code().decimals()))
                .collect(Collectors.joining(", "))));
    if (explained.known()) {
      printer.line(Style.FAINT, "  ", explained.parts());
    }
    if (!explained.near().isEmpty()) {
      printer.line(Style.PLAIN, "  ", Message.of("cli.explain.near"));
      explained.near().forEach(name -> printer.line(Style.PLAIN, "    ", oneLine(name)));
    }
  }
}
