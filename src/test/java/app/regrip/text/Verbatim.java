package app.regrip.text;

import java.util.Arrays;
import java.util.List;

/** What is said in tests, whatever the language. */
public final class Verbatim {

  private Verbatim() {}

  public static List<Message> all(String... texts) {
    return Arrays.stream(texts).map(Message::asIs).toList();
  }
}
