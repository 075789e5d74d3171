package app.regrip.cli;

import app.regrip.text.Message;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli did not understand, in our words: its own are English. */
final class Misunderstood {

  private Misunderstood() {}

  static Message words(ParameterException failure) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), command);
    } else if (failure instanceof MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing().get(0));
    } else if (failure instanceof OverwrittenOptionException twice) {
      ArgSpec option = twice.getOverwritten();
      return Message.of("cli.mistyped.only-once", name(option), option.paramLabel());
    } else if (failure instanceof MutuallyExclusiveArgsException) {
      return Message.of("cli.mistyped.exclusive", alternatives(command));
    } else if (failure.getCause() instanceof UsageException mistyped) {
      return mistyped.words();
    } else if (failure.getArgSpec() != null && failure.getValue() != null) {
      return Message.of("cli.mistyped.value", name(failure.getArgSpec()), failure.getValue());
    }
    String message = failure.getMessage();
    return Message.asIs(message.endsWith(".") ? message : message + ".");
  }

  private static Message unknown(String word, CommandSpec command) {
    return word.startsWith("-")
        ? Message.of("cli.mistyped.option", word).then(NearMisses.hint(word, optionNames(command)))
        : Message.of("cli.mistyped.nothing-called", word)
            .then(NearMisses.hint(word, command.subcommands().keySet()));
  }

  private static Message missing(ArgSpec argument) {
    return argument.isOption()
        ? Message.of("cli.mistyped.missing-value", name(argument), argument.paramLabel())
        : Message.of("cli.mistyped.missing-parameter", argument.paramLabel());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String alternatives(CommandSpec command) {
    return command.argGroups().stream()
        .flatMap(group -> group.args().stream())
        .map(Misunderstood::name)
        .collect(Collectors.joining(", "));
  }

  private static List<String> optionNames(CommandSpec command) {
    return command.options().stream().flatMap(option -> Stream.of(option.names())).toList();
  }
}
