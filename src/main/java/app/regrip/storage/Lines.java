package app.regrip.storage;

import java.io.IOException;
import java.util.List;

/**
 * A growing list of lines that outlives the process: what is appended is there after a power cut,
 * or was never appended.
 */
public interface Lines {

  /** Returns once the line is safe. The text holds no line break. */
  void append(String text) throws IOException;

  Contents read() throws IOException;

  /**
   * @param lines the intact ones, in order @param damaged how many others there were, a torn last
   *     one not counted
   */
  record Contents(List<String> lines, int damaged) {}
}
