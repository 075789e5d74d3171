package app.regrip.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the commands read and write.
 *
 * @param charset of {@code out} and {@code err}; what it lacks is written in ASCII
 * @param interactive whether somebody is there to answer a question
 * @param live whether {@code out} is a screen on which a line can be drawn again
 * @param colours whether colours are wanted
 * @param width in columns
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    BufferedReader in,
    Charset charset,
    boolean interactive,
    boolean live,
    boolean colours,
    int width) {

  private static final int NARROWEST = 40;
  private static final int USUAL_WIDTH = 80;

  /** Wider lines are hard to read. */
  private static final int WIDEST = 100;

  /**
   * The terminal this process was started in.
   *
   * @param environment {@code NO_COLOR}, {@code TERM} and {@code COLUMNS} are looked at
   */
  public static Terminal ofThisProcess(Map<String, String> environment) {
    Charset charset = outputCharset();
    boolean terminal = isTerminal(System.console());
    boolean capable = terminal && !"dumb".equals(environment.get("TERM"));
    return new Terminal(
        new PrintStream(System.out, true, charset),
        new PrintStream(System.err, true, charset),
        new BufferedReader(new InputStreamReader(System.in, charset)),
        charset,
        terminal,
        capable,
        capable && wantsColours(environment),
        width(environment.get("COLUMNS")));
  }

  /** The old Windows console prints colour codes as text, and has none of these variables. */
  private static boolean wantsColours(Map<String, String> environment) {
    boolean understood =
        Stream.of("TERM", "WT_SESSION", "ANSICON").anyMatch(environment::containsKey);
    return understood && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private static int width(String columns) {
    try {
      int told = columns == null ? 0 : Integer.parseInt(columns.strip());
      return told <= 0 ? USUAL_WIDTH : Math.max(NARROWEST, Math.min(WIDEST, told));
    } catch (NumberFormatException e) {
      return USUAL_WIDTH;
    }
  }

  private static Charset outputCharset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
        .map(System::getProperty)
        .flatMap(name -> charset(name).stream())
        .findFirst()
        .orElseGet(Charset::defaultCharset);
  }

  private static Optional<Charset> charset(String name) {
    try {
      return name == null || name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknownHere) {
      return Optional.empty();
    }
  }

  /** From Java 22 on there may be a console without a terminal; it then says so itself. */
  private static boolean isTerminal(Console console) {
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }
}
