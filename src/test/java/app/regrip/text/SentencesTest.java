package app.regrip.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads stands in bundles, where it can be translated, and not in code. */
class SentencesTest {

  private static final Path SOURCES = Path.of("src/main/java/app/regrip");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern STATEMENT = Pattern.compile("[;{]\\s*\n");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  /** Two words one after the other. */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}[,.:]? [a-z]{2,}");

  /** For developers: logs, and what must not happen. */
  private static final Pattern FOR_DEVELOPERS =
      Pattern.compile(
          "\\bLOG\\b|\\.log\\(|new \\w+(Exception|Error)\\(|System\\.err|requireNonNull|@\\w+");

  /** Files that have some, by what they are. */
  private static final Map<String, List<String>> ARE_NO_SENTENCES_OF_OURS =
      Map.of(
          "what logs and programs of Windows say, to be recognised",
          List.of(
              "console/DamagedFiles",
              "console/SfcSentences",
              "evidence/Archive",
              "evidence/ConfigManagerReader",
              "evidence/DismLogReader",
              "evidence/EventDraft",
              "evidence/EventOfXml",
              "evidence/EventSentence",
              "evidence/Flattened",
              "evidence/BinaryFile",
              "evidence/PackageStory",
              "evidence/ReportingLine",
              "evidence/ScriptReport",
              "evidence/ServiceTable",
              "evidence/ServicingLine",
              "evidence/SetupLogReader",
              "evidence/Sniffer",
              "evidence/StoreCheck",
              "evidence/SystemFileCheck",
              "evidence/ToldFailure",
              "evidence/UpdateLine",
              "evidence/UpdateSaying",
              "evidence/WingetReader",
              "evidence/WindowsUpdateLogReader",
              "update/UpdateTitle",
              "report/SecretPatterns"),
          "what they say, on the pretend PC",
          List.of(
              "simulated/AutomaticCheck",
              "simulated/Dism",
              "simulated/SimulatedPower",
              "simulated/SystemFileChecker"),
          "commands to be typed",
          List.of(
              "cli/AnalyzeCommand",
              "cli/DiagnoseCommand",
              "cli/ExplainCommand",
              "cli/FindingList",
              "cli/HelpFooter",
              "cli/StatusCommand",
              "cli/StoryCommand",
              "cli/VerdictPage",
              "cli/WatchCommand",
              "LocalSessions"),
          "HTML, XML and style",
          List.of("report/ReportPage", "windows/toast/ToastXml", "desktop/TextBlock"),
          "names, and what only programs and administrators read, in English for all",
          List.of(
              "desktop/HighContrastLaf",
              "cli/JsonNarration",
              "cli/Versions",
              "helper/EventReader",
              "helper/FolderPolicy",
              "helper/HelperArguments",
              "helper/HelperLauncher",
              "helper/PeerPolicy",
              "helper/StrictLines",
              "report/ReportDocument",
              "report/StatusMetrics",
              "repair/steps/CreateRestorePoint",
              "windows/elevation/InstallFolder",
              "windows/elevation/WindowsHelper",
              "windows/win32/WmiMethod"));

  @Test
  void standInBundles() throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        String name = SOURCES.relativize(source).toString().replace('\\', '/');
        List<String> sentences = sentences(Files.readString(source));
        if (!sentences.isEmpty() && !isExcepted(name)) {
          found.put(name, sentences);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** A name that nothing bears any more excuses nothing. */
  @Test
  void noExceptionIsIdle() {
    assertThat(ARE_NO_SENTENCES_OF_OURS.values().stream().flatMap(List::stream))
        .allMatch(name -> Files.exists(SOURCES.resolve(name + ".java")));
  }

  private static boolean isExcepted(String name) {
    return ARE_NO_SENTENCES_OF_OURS.values().stream()
        .flatMap(List::stream)
        .anyMatch(excepted -> name.equals(excepted + ".java"));
  }

  private static List<String> sentences(String source) {
    return STATEMENT
        .splitAsStream(COMMENT.matcher(source).replaceAll(""))
        .filter(statement -> !FOR_DEVELOPERS.matcher(statement).find())
        .flatMap(statement -> LITERAL.matcher(statement).results())
        .map(literal -> literal.group(1))
        .filter(text -> WORDS.matcher(text).find())
        .toList();
  }
}
