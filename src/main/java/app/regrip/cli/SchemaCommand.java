package app.regrip.cli;

import app.regrip.text.Message;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schema}: what a program may rely on in what {@code --json} prints. */
@Command(
    name = "schema",
    description = {"${bundle:cli.help.schema}", "${bundle:cli.help.schema.version}"},
    sortOptions = false)
final class SchemaCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "${bundle:cli.help.label.name}",
      description = "${bundle:cli.help.schema.name}")
  private String name;

  private final CommandContext context;

  SchemaCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (name == null) {
      list();
    } else if (JsonSchemas.NAMES.contains(name)) {
      context.printer().raw(JsonSchemas.text(name));
    } else {
      throw new UsageException(
          Message.sentences(
              Message.of("cli.mistyped.schema", name),
              NearMisses.hint(name, JsonSchemas.NAMES),
              Message.of("cli.mistyped.there-are", String.join(", ", JsonSchemas.NAMES))));
    }
    return ExitCode.FINE;
  }

  private void list() {
    int widest = JsonSchemas.NAMES.stream().mapToInt(String::length).max().orElse(0);
    for (String each : JsonSchemas.NAMES) {
      String lead = each + " ".repeat(widest - each.length() + 2);
      context.printer().line(Style.PLAIN, lead, JsonSchemas.title(each));
    }
  }
}
