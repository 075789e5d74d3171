package app.regrip.session;

import app.regrip.text.Message;

/**
 * One thing Regrip needs of a PC, and whether it is to be had here.
 *
 * @param name a few words, e.g. "Event log"
 * @param says what was found, or why it does not work and what that means; one sentence
 */
public record Capability(Message name, State state, Message says) {

  public enum State {
    WORKS,
    /** Something else takes its place, or less can be told. */
    LIMITED,
    MISSING
  }
}
