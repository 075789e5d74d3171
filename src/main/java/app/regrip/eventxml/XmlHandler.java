package app.regrip.eventxml;

/**
 * Is told the XML of one record, piece by piece. Texts are as they are meant, without escapes, and
 * are good only during the call.
 */
public interface XmlHandler {

  void start(String element);

  /** Attributes follow the start of their element. */
  void attribute(String name, CharSequence value);

  /** An element's text may come in several pieces. */
  void text(CharSequence piece);

  void end(String element);
}
