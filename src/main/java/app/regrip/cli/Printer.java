package app.regrip.cli;

import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws text for people: wrapped to the width, safe to print, coloured where wanted. At its foot
 * there may be one live line, which is drawn again in place. For one thread.
 */
final class Printer {

  private final Terminal terminal;
  private final Translator translator;
  private final SafeText safe;
  private int liveLength;

  Printer(Terminal terminal, Translator translator) {
    this.terminal = terminal;
    this.translator = translator;
    this.safe = new SafeText(terminal.charset());
  }

  Terminal terminal() {
    return terminal;
  }

  Translator translator() {
    return translator;
  }

  String say(Message message) {
    return translator.say(message);
  }

  /** As this terminal can show it, for what is drawn by others. */
  String printable(Message message) {
    return safe.of(say(message));
  }

  void blank() {
    print(terminal.out(), "");
  }

  void line(Message text) {
    line(Style.PLAIN, text);
  }

  void line(Style style, Message text) {
    line(style, "", text);
  }

  void line(Style style, String lead, Message text) {
    line(style, lead, say(text));
  }

  /** What is the same in every language. */
  void line(Style style, String text) {
    line(style, "", text);
  }

  /**
   * A paragraph. {@code lead} stands before its first line, blanks of the same length before the
   * others.
   */
  void line(Style style, String lead, String text) {
    paragraph(terminal.out(), style, lead, text);
  }

  /** A paragraph for the error stream: why a command did not do what was asked. */
  void error(Message text) {
    error("", text);
  }

  void error(String lead, Message text) {
    paragraph(terminal.err(), Style.PLAIN, lead, say(text));
  }

  /** Draws the line at the foot again; only on a live terminal. */
  void live(String text) {
    String shown = cut(safe.of(text), terminal.width() - 1);
    String rest = " ".repeat(Math.max(0, liveLength - shown.length()));
    terminal.out().print("\r" + shown + rest);
    terminal.out().flush();
    liveLength = shown.length();
  }

  /** Takes the live line away. */
  void endLive() {
    if (liveLength > 0) {
      terminal.out().print("\r" + " ".repeat(liveLength) + "\r");
      terminal.out().flush();
      liveLength = 0;
    }
  }

  /** Prints what is a whole line already, such as JSON. */
  void raw(String line) {
    terminal.out().print(line + "\n");
    terminal.out().flush();
  }

  /** Whether whoever reads our output has gone. */
  boolean isGone() {
    return terminal.out().checkError();
  }

  /** Asks a question that is answered by yes or no; no answer is a no. */
  boolean agrees(Message question) {
    return isOneOf(ask(question), Message.of("cli.ask.yes"));
  }

  /** Whether it is one of the words that stand there with blanks between them. */
  boolean isOneOf(String answer, Message words) {
    return List.of(say(words).split(" ")).contains(answer);
  }

  /** Asks, and reads one line: in lower case, empty where there is none. */
  String ask(Message question) {
    endLive();
    terminal.out().print(printable(question) + " ");
    terminal.out().flush();
    try {
      String answer = terminal.in().readLine();
      return answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(say(Message.of("cli.ask.unreadable")), e);
    }
  }

  private void paragraph(PrintStream stream, Style style, String lead, String text) {
    String first = safe.of(lead);
    String others = " ".repeat(first.length());
    List<String> lines = wrap(safe.of(text), terminal.width() - first.length());
    for (int i = 0; i < lines.size(); i++) {
      String line = (i == 0 ? first : others) + lines.get(i);
      print(stream, terminal.colours() ? style.on(line) : line);
    }
  }

  private void print(PrintStream stream, String line) {
    endLive();
    stream.println(line.stripTrailing());
    stream.flush();
  }

  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
