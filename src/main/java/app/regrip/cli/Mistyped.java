package app.regrip.cli;

/**
 * The command line asks for something that isn't there; the message says what to type instead. Ends
 * with {@link ExitCode#USAGE}.
 */
final class Mistyped extends RuntimeException {
  Mistyped(String words) {
    super(words);
  }
}
