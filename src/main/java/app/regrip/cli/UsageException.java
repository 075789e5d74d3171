package app.regrip.cli;

import app.regrip.text.Message;

/**
 * The command line asks for something that isn't there; the message says what to type instead. Ends
 * with {@link ExitCode#USAGE}.
 */
final class UsageException extends RuntimeException {
  private final transient Message words;

  UsageException(Message words) {
    super(words.english());
    this.words = words;
  }

  Message words() {
    return words;
  }
}
