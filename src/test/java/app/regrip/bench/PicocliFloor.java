package app.regrip.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The least that a command line can be: one command without options, and its help. */
@Command(name = "floor", description = "Does nothing.", mixinStandardHelpOptions = true)
final class PicocliFloor implements Runnable {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PicocliFloor()).execute("--help"));
  }

  @Override
  public void run() {}
}
