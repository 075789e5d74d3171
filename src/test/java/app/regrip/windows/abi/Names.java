package app.regrip.windows.abi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Windows calls a thing that ours calls otherwise, from a file that people keep: {@code
 * Class}, {@code Class.MEMBER} or {@code Class.*}, then Windows' name, with an asterisk for ours;
 * or a hyphen and the reason why neither headers nor metadata have it.
 */
final class Names {

  private final Map<String, String> theirs = new HashMap<>();

  static Names read(Path file) throws IOException {
    Names names = new Names();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\t+", 2);
        names.theirs.put(cells[0], cells[1].strip());
      }
    }
    return names;
  }

  /** Why Windows has no name for it, where the file says so. */
  Optional<String> reason(String where, String name) {
    return Stream.of(where + "." + name, where)
        .map(theirs::get)
        .filter(n -> n != null && n.startsWith("-"))
        .map(n -> n.substring(1).strip())
        .findFirst();
  }

  /** Windows' name of a class of ours, or the class's own. */
  String ofClass(String where) {
    String own = where.substring(where.lastIndexOf('$') + 1);
    String name = theirs.getOrDefault(where, own);
    return name.startsWith("-") ? own : name;
  }

  String ofMember(String where, String name) {
    String pattern = theirs.getOrDefault(where + ".*", "*");
    String theirName = theirs.getOrDefault(where + "." + name, pattern.replace("*", name));
    return theirName.startsWith("-") ? name : theirName;
  }
}
