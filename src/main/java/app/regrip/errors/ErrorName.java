package app.regrip.errors;

import app.regrip.text.Message;

/**
 * What is known of one error number.
 *
 * @param symbol its name in Microsoft's headers, or empty where there is none
 * @param component the part of Windows that reports it
 */
public record ErrorName(HResult code, String symbol, Message component) {

  private static final int IN_BRIEF = 0;
  private static final int IN_FULL = 1;

  /** In plain words, without a full stop. */
  public Message meaning() {
    return meaning(IN_FULL);
  }

  /** As {@link #meaning()}, in at most 40 letters. */
  Message brief() {
    return meaning(IN_BRIEF);
  }

  private Message meaning(int length) {
    return Message.of("errors.meaning." + code.digits(), length);
  }
}
