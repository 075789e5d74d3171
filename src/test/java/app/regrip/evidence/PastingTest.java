package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened to a text on its way here changes nothing of what it says. */
class PastingTest {

  private static final String DISM =
      """
      C:\\Windows\\system32>dism /online /cleanup-image /restorehealth

      Deployment Image Servicing and Management tool
      Version: 10.0.19041.3636

      Image Version: 10.0.19045.4170

      Error: 0x800f081f

      The source files could not be found.

      The DISM log file can be found at C:\\Windows\\Logs\\DISM\\dism.log
      """;

  private static final String CBS =
      """
      2026-03-05 10:00:01, Info                  CBS    Exec: Processing complete, package: Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.928.1.7
      2026-03-05 10:00:02, Error                 CBS    Failed to resolve package 'Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.928.1.7' [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]
      2026-03-05 10:00:03, Info                  CBS    Failed execution queue operation, rolling back [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]
      """;

  private static final String AGENT =
      "2026-03-05\t10:00:01:123\t 848\t604\tAgent\t  * Added update of Windows to search result\n"
          + "2026-03-05\t10:00:02:123\t 848\t604\tAgent\tWARNING: WU client failed Searching for update"
          + " with error 0x80072efe\n"
          + "2026-03-05\t11:00:02:123\t 848\t604\tAgent\tWARNING: WU client failed Searching for update"
          + " with error 0x80072efe\n";

  private static final String EVENT =
      "Installation Failure: Windows failed to install the following update with error 0x80070643:"
          + " 2026-01 Security Update (KB5099001).\n";

  private static String each(String text, UnaryOperator<String> line) {
    return text.lines().map(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static Optional<HResult> code(String text) {
    return Analysed.of(text).findings().stream()
        .filter(found -> found.severity() == LogFinding.Severity.ERROR)
        .findFirst()
        .flatMap(LogFinding::code);
  }

  private static void saysTheSame(UnaryOperator<String> way) {
    assertThat(code(way.apply(DISM))).contains(new HResult(0x800F081F));
    assertThat(code(way.apply(CBS))).contains(new HResult(0x800F0831));
    assertThat(code(way.apply(AGENT))).contains(new HResult(0x80072EFE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    azure-arm.img: ",
        "2026-05-10T10:11:12.1234567Z ",
        "[2026-05-10T10:11:12.123Z] ",
        "10:11:12 ",
        "10:11:12      builder.win: ",
        "2026-05-10 10:11:12,123 INFO  ",
        "2026-05-10 10:11:12Z -> ",
        "[INFO] ",
        "VERBOSE: ",
        "#8 12.3 ",
        "win_1  | ",
        "+",
        "- ",
        "remote: ",
        "PC07: ",
        "[PC07] out: ",
        "> ",
        "17 | ",
      })
  void whatStandsBeforeEachLineIsTakenAway(String before) {
    saysTheSame(text -> each(text, line -> before + line));
    assertThat(Analysed.of(before + EVENT + before + EVENT + before + EVENT).answer())
        .isEqualTo(Answer.WRONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"**#**", "`#`", "<p>#</p>", "| # |", "    \"#\","})
  void whatStandsAroundEachLineIsTakenAway(String before, String behind) {
    boolean json = before.contains("\"");
    saysTheSame(
        text ->
            each(
                text,
                line ->
                    line.isEmpty()
                        ? line
                        : before + (json ? line.replace("\\", "\\\\") : line) + behind));
  }

  @Test
  void aSingleLineMayHaveItsTimeBeforeIt() {
    assertThat(code("2026-05-10T10:11:12Z " + EVENT)).contains(new HResult(0x80070643));
    assertThat(code("Jan 10 10:00:01 PC01 WindowsUpdateClient[812]: " + EVENT))
        .contains(new HResult(0x80070643));
  }

  @Test
  void namesOfItsOwnStay() {
    assertThat(
            Analysed.of(
                    """
                    DISM: The component store is sound, so somebody said.
                    DISM: Windows Resource Protection is what SFC looks after.
                    """)
                .answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void coloursAndBlanksOfAnotherKindAreNotSeen() {
    saysTheSame(text -> each(text, line -> "\u001B[0;37m" + line + "\u001B[0m"));
    saysTheSame(text -> each(text, line -> "[97m" + line + "[0m"));
    saysTheSame(text -> each(text, line -> "\\u001b[32m" + line + "\\u001b[0m"));
    saysTheSame(text -> text.replace(' ', '\u00A0'));
    saysTheSame(text -> text.replace(" ", "&nbsp;"));
  }

  @Test
  void endsOfLinesThatAreWrittenOutAreEnds() {
    saysTheSame(text -> text.replace("\n", "<br>"));
    saysTheSame(
        text ->
            "{\"stdout\": \""
                + text.replace("\\", "\\\\").replace("\n", "\\r\\n")
                + "\", \"rc\": 1}");
    assertThat(
            code(
                "Error: 0x800f081f&lt;br&gt;\nThe DISM log file is C:\\Logs\\dism.log&lt;br&gt;\n"))
        .contains(new HResult(0x800F081F));
    assertThat(code(each(DISM, line -> line.replace(">", "&gt;") + "&lt;br&gt;")))
        .contains(new HResult(0x800F081F));
  }

  @Test
  void aLogThatLostItsLineEndsIsCutWhereItsDatesStand() {
    assertThat(code(CBS.replace("\n", " "))).contains(new HResult(0x800F0831));
  }

  @Test
  void aLogOutOfANarrowWindowIsPutTogetherAgain() {
    for (String log : List.of(CBS, AGENT)) {
      assertThat(code(each(log, line -> line.replaceAll("(.{60})(?=.)", "$1\n"))))
          .isEqualTo(code(log));
    }
  }
}
