package app.regrip.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds the objects in JSON text piece by piece, in bounded memory: of each the fields that hold a
 * text, a number or a list of those. Takes any text, also a piece out of the middle of a document,
 * and never throws.
 */
final class JsonObjects {

  private static final int DEEPEST = 64;
  private static final int MOST_FIELDS = 200;
  private static final int LONGEST_VALUE = 4000;

  private final BiConsumer<Long, Map<String, String>> found;
  private final Deque<Open> stack = new ArrayDeque<>();
  private final StringBuilder token = new StringBuilder();
  private boolean quoted;
  private boolean escaped;
  private int unicode;
  private int codeUnit;
  private int tooDeep;
  private String name = "";
  private long line;

  /** An object that is not closed yet. */
  private record Open(long line, Map<String, String> fields, String outerName) {}

  /**
   * @param found takes each object when it closes: the line it began in, and its fields by their
   *     names
   */
  JsonObjects(BiConsumer<Long, Map<String, String>> found) {
    this.found = found;
  }

  void line(long number, String text) {
    line = number;
    for (int i = 0; i < text.length(); i++) {
      accept(text.charAt(i));
    }
    accept(quoted ? ' ' : '\n');
  }

  /** Tells of what is still open: the end may have been cut off. */
  void end() {
    value();
    List<Open> open = new ArrayList<>(stack);
    stack.clear();
    open.forEach(object -> found.accept(object.line(), object.fields()));
  }

  private void accept(char c) {
    if (quoted) {
      inText(c);
      return;
    }
    switch (c) {
      case '"' -> {
        quoted = true;
        token.setLength(0);
      }
      case ':' -> {
        name = token.toString();
        token.setLength(0);
      }
      case ',', ']', '\n' -> value();
      case '{' -> open();
      case '}' -> close();
      case '[', ' ', '\t', '\r' -> {}
      default -> append(c);
    }
  }

  private void inText(char c) {
    if (unicode > 0) {
      int digit = Character.digit(c, 16);
      codeUnit = codeUnit << 4 | Math.max(0, digit);
      if (--unicode == 0) {
        append((char) codeUnit);
      }
    } else if (escaped) {
      escaped = false;
      switch (c) {
        case 'n' -> append('\n');
        case 'r' -> {}
        case 't' -> append('\t');
        case 'u' -> {
          unicode = 4;
          codeUnit = 0;
        }
        default -> append(c);
      }
    } else if (c == '\\') {
      escaped = true;
    } else if (c == '"') {
      quoted = false;
    } else {
      append(c);
    }
  }

  private void append(char c) {
    if (token.length() < LONGEST_VALUE) {
      token.append(c);
    }
  }

  /**
   * Of a list all values go under one name. A line's end may stand between a name and its value.
   */
  private void value() {
    if (token.length() == 0 || name.isEmpty() || stack.isEmpty()) {
      return;
    }
    Map<String, String> fields = stack.peek().fields();
    if (fields.size() < MOST_FIELDS) {
      fields.merge(name, token.toString(), (a, b) -> a.length() < LONGEST_VALUE ? a + " " + b : a);
    }
    token.setLength(0);
  }

  private void open() {
    token.setLength(0);
    if (stack.size() >= DEEPEST) {
      tooDeep++;
      return;
    }
    stack.push(new Open(line, new LinkedHashMap<>(), name));
    name = "";
  }

  private void close() {
    value();
    if (tooDeep > 0) {
      tooDeep--;
    } else if (!stack.isEmpty()) {
      Open done = stack.pop();
      name = done.outerName();
      found.accept(done.line(), done.fields());
    }
    token.setLength(0);
  }
}
