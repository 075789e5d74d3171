package app.regrip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words beside the packages: all that is said has some, in each language, and none is idle. */
class BundlesTest {

  private static final Path RESOURCES = Path.of("src/main/resources/app/regrip");
  private static final Path SOURCES = Path.of("src/main/java/app/regrip");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final String LETTER = ".key";
  private static final Pattern GAP = Pattern.compile("\\{(\\d+)");

  /** Where words are asked for by a whole key, or by the beginning of one. */
  private static final Pattern ASKED =
      Pattern.compile("(?:\\bMessage\\.of\\(\\s*\"|\\{bundle:)([a-z]+\\.[A-Za-z0-9.-]*)");

  private static Map<String, Path> bundles;
  private static Set<String> keys;
  private static Set<String> asked;
  private static Set<String> written;

  static Stream<String> packages() throws IOException {
    return bundles().keySet().stream();
  }

  private static Map<String, Path> bundles() throws IOException {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> packages = Files.list(RESOURCES)) {
      packages
          .filter(p -> Files.exists(p.resolve("texts.properties")))
          .forEach(p -> found.put(p.getFileName().toString(), p));
    }
    return found;
  }

  @BeforeAll
  static void read() throws IOException {
    bundles = bundles();
    keys = new TreeSet<>();
    for (String name : bundles.keySet()) {
      read(name, "").stringPropertyNames().forEach(key -> keys.add(name + "." + key));
    }
    asked = new TreeSet<>();
    written = new HashSet<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        String own = SOURCES.relativize(source).getName(0).toString();
        ASKED.matcher(text).results().forEach(m -> asked.add(m.group(1)));
        LITERAL
            .matcher(text)
            .results()
            .map(m -> m.group(1))
            .filter(literal -> !literal.isEmpty())
            .forEach(
                literal -> {
                  written.add(literal);
                  written.add(own + "." + literal);
                });
      }
    }
    written.addAll(asked);
  }

  private static Properties read(String name, String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(bundles.get(name).resolve("texts" + language + ".properties"))) {
      properties.load(reader);
    }
    return properties;
  }

  /** One that is finished with a name at run time is the beginning of some. */
  @Test
  void allThatIsAskedForHasWords() {
    assertThat(asked)
        .isNotEmpty()
        .allMatch(key -> keys.stream().anyMatch(k -> k.equals(key) || k.startsWith(dotted(key))));
  }

  /** Written out, as the beginning of a key, or as the letter that belongs to a word. */
  @Test
  void noWordsAreIdle() {
    assertThat(keys).allMatch(BundlesTest::isWritten);
  }

  private static boolean isWritten(String key) {
    if (written.contains(key) || key.endsWith(LETTER) && isWritten(key.replace(LETTER, ""))) {
      return true;
    }
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      String beginning = key.substring(0, dot);
      boolean isPackage = beginning.indexOf('.') < 0;
      if (!isPackage && written.contains(beginning) || written.contains(beginning + ".")) {
        return true;
      }
    }
    return false;
  }

  private static String dotted(String beginning) {
    return beginning.endsWith(".") ? beginning : beginning + ".";
  }

  @ParameterizedTest
  @MethodSource("packages")
  void germanSaysAllOfItWithTheSameGaps(String name) throws IOException {
    Properties english = read(name, "");
    Properties german = read(name, "_de");
    assertThat(new TreeSet<>(german.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(gaps(german.getProperty(key)))
          .as(name + "." + key)
          .isEqualTo(gaps(english.getProperty(key)));
    }
  }

  /** A lone quote swallows what follows, gaps included. */
  @ParameterizedTest
  @MethodSource("packages")
  void eachIsAPatternThatKeepsItsQuotes(String name) throws IOException {
    for (String language : List.of("", "_de")) {
      Properties texts = read(name, language);
      for (String key : texts.stringPropertyNames()) {
        String pattern = texts.getProperty(key);
        assertThat(pattern).as(name + "." + key).isNotBlank();
        assertThat(pattern.replace("''", "")).as(name + "." + key).doesNotContain("'");
        assertThat(new MessageFormat(pattern, Locale.ROOT).toPattern()).isNotEmpty();
      }
    }
  }

  /** A key that stands twice in a file would silently lose its first words. */
  @ParameterizedTest
  @MethodSource("packages")
  void noKeyStandsTwice(String name) throws IOException {
    for (String language : List.of("", "_de")) {
      List<String> found = new ArrayList<>();
      for (String line :
          Files.readAllLines(bundles.get(name).resolve("texts" + language + ".properties"))) {
        if (!line.startsWith("#") && line.contains("=")) {
          found.add(line.substring(0, line.indexOf('=')).strip());
        }
      }
      assertThat(found).doesNotHaveDuplicates();
    }
  }

  private static Set<String> gaps(String pattern) {
    Set<String> gaps = new TreeSet<>();
    Matcher gap = GAP.matcher(pattern);
    while (gap.find()) {
      gaps.add(gap.group(1));
    }
    return gaps;
  }
}
