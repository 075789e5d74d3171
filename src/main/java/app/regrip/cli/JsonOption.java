package app.regrip.cli;

import picocli.CommandLine.Option;

/** {@code --json}, for the commands a program would read. */
final class JsonOption {
  @Option(names = "--json", description = "${bundle:cli.help.json}")
  private boolean json;

  boolean isOn() {
    return json;
  }
}
