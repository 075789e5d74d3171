package app.regrip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of packages on the architecture page. */
final class ArchitecturePage {

  private static final Path PAGE = Path.of("src", "site", "markdown", "architecture.md");

  /** Package or packages, what it is, whom it may know. */
  private static final Pattern ROW = Pattern.compile("\\| (`[a-z`, ]+`) \\|.*\\| (.*) \\|");

  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

  private ArchitecturePage() {}

  /**
   * Which package may know which others; a package without a row, or with an empty one, is left
   * out.
   */
  static Map<String, Set<String>> arrows() throws IOException {
    Map<String, Set<String>> arrows = new TreeMap<>();
    Files.readString(PAGE)
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .forEach(
            row -> {
              Set<String> known = names(row.group(2));
              if (!known.isEmpty()) {
                names(row.group(1)).forEach(name -> arrows.put(name, known));
              }
            });
    return arrows;
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }
}
