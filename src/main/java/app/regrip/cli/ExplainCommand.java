package app.regrip.cli;

import app.regrip.cli.Explainer.Ambiguous;
import app.regrip.cli.Explainer.Answer;
import app.regrip.cli.Explainer.Explained;
import app.regrip.cli.Explainer.NotACode;
import app.regrip.errors.HResult;
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
      "Tell what an error number means, in any of its spellings.",
      "For example 0x80070006, -2147024890, 2147942406 or ERROR_INVALID_HANDLE.",
      "Exit code 3: the number is not in Regrip's list."
    },
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "CODE", description = "The error number.")
  private List<String> words;

  @Mixin private JsonOption json;
  private final CommandContext context;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    words.stream().filter(word -> word.startsWith("--")).findFirst().ifPresent(this::refuse);
    Answer answer = context.explainer().explain(String.join(" ", words));
    int exitCode = exitCode(answer);
    if (json.isOn()) {
      context.json().print(context.shapes().explanation(answer, exitCode));
    } else {
      show(answer);
    }
    return exitCode;
  }

  /** A minus may begin a number, so picocli leaves unknown options to us here. */
  private void refuse(String option) {
    throw new Mistyped("Unknown option: " + option + ". See: regrip explain --help");
  }

  private static int exitCode(Answer answer) {
    if (answer instanceof NotACode) {
      return ExitCode.USAGE;
    }
    return answer instanceof Explained explained && !explained.known()
        ? ExitCode.UNKNOWN
        : ExitCode.FINE;
  }

  private void show(Answer answer) {
    Screen screen = context.screen();
    if (answer instanceof Explained explained) {
      show(explained);
    } else if (answer instanceof Ambiguous ambiguous) {
      screen.line(ambiguous.words());
      for (HResult candidate : ambiguous.candidates()) {
        screen.blank();
        show(context.explainer().explain(candidate));
      }
    } else if (answer instanceof NotACode not) {
      screen.complain(not.words());
      not.near()
          .forEach(code -> screen.complain("  " + context.explainer().explain(code).oneLine()));
    }
  }

  private void show(Explained explained) {
    Screen screen = context.screen();
    String symbol = explained.symbol().isEmpty() ? "" : "  " + explained.symbol();
    screen.line(Style.STRONG, explained.code().hex() + symbol);
    screen.line(Style.PLAIN, "  ", explained.meaning());
    if (!explained.advice().isBlank()) {
      screen.line(Style.PLAIN, "  ", "What to try: " + explained.advice());
    }
    explained
        .fix()
        .ifPresent(fix -> screen.line(Style.PLAIN, "  ", "Regrip's fix: regrip fix " + fix));
    screen.line(Style.PLAIN, "  ", "Reported by: " + explained.component());
    screen.line(
        Style.FAINT,
        "  ",
        "Also written: "
            + Stream.concat(explained.aliases().stream(), Stream.of(explained.code().decimals()))
                .collect(Collectors.joining(", ")));
    if (!explained.meaning().contains(explained.parts())) {
      screen.line(Style.FAINT, "  ", explained.parts());
    }
    if (!explained.near().isEmpty()) {
      screen.line(Style.PLAIN, "  ", "Known numbers that look like it:");
      explained
          .near()
          .forEach(
              code ->
                  screen.line(Style.PLAIN, "    ", context.explainer().explain(code).oneLine()));
    }
  }
}
