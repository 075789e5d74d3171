package app.regrip.evidence;

import app.regrip.text.Message;

/** Says why nothing came of a file whose kind is known: to know a log is not to understand it. */
final class NothingRead {

  private NothingRead() {}

  /**
   * @param events how many events there are in it that are not about updates
   */
  static Message because(FileKind kind, long events) {
    return events > 0
        ? Message.of("evidence.nothing-about-updates", events)
        : Message.of("evidence.nothing-read", Message.of("evidence.nothing-in." + kind.id()));
  }
}
