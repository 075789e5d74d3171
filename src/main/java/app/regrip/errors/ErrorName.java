package app.regrip.errors;

import app.regrip.text.Message;

/**
 * What is known of one error number.
 *
 * @param symbol its name in Microsoft's headers, or empty where there is none
 * @param component the part of Windows that reports it, by its name in the tables
 */
public record ErrorName(HResult code, String symbol, String component) {

  private static final int IN_BRIEF = 0;
  private static final int IN_FULL = 1;

  /** The part of Windows that reports it, as people know it. */
  public Message componentName() {
    return Message.of("errors.component." + component);
  }

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
