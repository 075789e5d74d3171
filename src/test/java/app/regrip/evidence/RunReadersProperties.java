package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.evidence.ToolRun.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a log became on its way here: cut, torn, shuffled, mixed with noise. */
class RunReadersProperties {

  private static final List<Function<EvidenceSink, LogReader>> READERS =
      List.of(ConsoleOutputReader::new, DismLogReader::new, CbsLogReader::new);

  private static final String TITLE =
      "Deployment Image Servicing and Management tool\nVersion: 10.0.22621.1\n\n"
          + "Image Version: 10.0.22621.1702\n\n";

  /** Each with the sentence that alone justifies its verdict, the last one where there are two. */
  private static final List<Told> CONSOLE =
      List.of(
          new Told(
              "C:\\>dism /online /cleanup-image /restorehealth\n"
                  + TITLE
                  + "\r[==                         3.8%                           ] \n"
                  + "[==========================100.0%==========================]"
                  + " The restore operation completed successfully.\n"
                  + "The operation completed successfully.\n",
              "The restore operation completed successfully"),
          new Told(
              "> DISM /Online /Cleanup-Image /ScanHealth\n"
                  + TITLE
                  + "No component store corruption detected.\n"
                  + "The operation completed successfully.\n",
              "No component store corruption detected"),
          new Told(
              "PS C:\\> sfc /scannow\n\nBeginning system scan.  This process will take some"
                  + " time.\n\nVerification 7% complete.\rVerification 100% complete.\n\n"
                  + "Windows Resource Protection did not find any integrity violations.\n",
              "did not find any integrity violations."),
          new Told(
              "sfc /scannow\n\nBeginning system scan.  This process will take some time.\n\n"
                  + "Windows Resource Protection found corrupt files and successfully repaired"
                  + "\nthem. Details are included in the CBS.Log\n",
              "found corrupt files and successfully repaired"));

  private static final Set<Verdict> GOOD = Set.of(Verdict.HEALTHY, Verdict.REPAIRED);

  private record Told(String text, String proof) {}

  /** A text that is cut off is never better than what is left of it says. */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void aCutNeverImprovesAVerdict(@ForAll("console") Told told, @ForAll Random random) {
    String text = told.text();
    String cut = text.substring(0, random.nextInt(text.length() + 1));
    boolean proven = squeezed(cut).contains(squeezed(told.proof()));
    assertThat(verdicts(ConsoleOutputReader::new, cut))
        .allSatisfy(verdict -> assertThat(GOOD.contains(verdict)).isEqualTo(proven));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void withoutItsSentenceNothingIsGood(@ForAll("console") Told told, @ForAll Random random) {
    String without = told.text().replace(told.proof(), "?");
    assertThat(verdicts(ConsoleOutputReader::new, shuffled(without, random)))
        .doesNotContainAnyElementsOf(GOOD);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anErrorIsNeverLostToTheSuccessBefore(@ForAll("console") Told told) {
    String both =
        told.text()
            + "C:\\>dism /online /cleanup-image /scanhealth\n"
            + TITLE
            + "Error: 0x800f0922\n";
    assertThat(verdicts(ConsoleOutputReader::new, both)).hasSize(2).endsWith(Verdict.FAILED);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theStoreIsGoodOnlyWithTheNumberAtTheEnd(@ForAll Random random) {
    String session =
        "2024-01-01 10:00:00, Info   CBS    Exec: Session processing started.  Session(DISM Package"
            + " Manager Provider Store Corruption Detect/Repair): 1_1\n"
            + "2024-01-01 10:01:00, Info   CBS    Operation: Detect only \n"
            + "2024-01-01 10:01:00, Info   CBS    Total Detected Corruption:\t0\n"
            + "2024-01-01 10:01:01, Info   CBS    Exec: Processing complete, session(Corruption"
            + " Detecting): 1_1 [HRESULT = 0x00000000 - S_OK]\n";
    String cut = session.substring(0, random.nextInt(session.length()));
    boolean ended = cut.contains("HRESULT = 0x00000000");
    assertThat(verdicts(CbsLogReader::new, cut))
        .allSatisfy(verdict -> assertThat(verdict == Verdict.HEALTHY).isEqualTo(ended));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void nothingStopsAReader(@ForAll("torn") String text) {
    for (Function<EvidenceSink, LogReader> reader : READERS) {
      for (ToolRun run : KeptEvidence.runsOf(reader, text)) {
        assertThat(run.line()).isBetween(1L, text.lines().count() + 1);
        assertThat(run.command()).isNotBlank().doesNotContainPattern("\\p{Cntrl}");
        run.progress().ifPresent(percent -> assertThat(percent).isBetween(0.0, 100.0));
        run.error().ifPresent(code -> assertThat(code.isFailure()).isTrue());
        assertThat(run.unrepaired()).hasSizeLessThanOrEqualTo(1000);
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noiseIsNoRun(@ForAll String noise) {
    for (Function<EvidenceSink, LogReader> reader : READERS) {
      assertThat(verdicts(reader, noise)).doesNotContainAnyElementsOf(GOOD);
    }
  }

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  void anEndlessRunStaysSmall(@ForAll("pieces") String piece) {
    KeptEvidence kept = new KeptEvidence();
    for (Function<EvidenceSink, LogReader> make : READERS) {
      LogReader reader = make.apply(kept);
      reader.line(1, "C:\\>dism /online /cleanup-image /restorehealth");
      for (int i = 2; i < 20_000; i++) {
        reader.line(i, piece + (char) ('a' + i % 20));
      }
      reader.line(20_000, "x".repeat(100_000) + "/".repeat(100_000));
      reader.end();
    }
    assertThat(kept.runs)
        .allSatisfy(run -> assertThat(run.unrepaired()).hasSizeLessThanOrEqualTo(1000));
  }

  @Provide
  Arbitrary<Told> console() {
    return Arbitraries.of(CONSOLE);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
        "",
        "Error: 0x800f081f",
        "Version: 10.0.22621.1",
        "dism ",
        "/ /x /x /x /x ",
        "(((((((((((((((",
        "[=====",
        "2024-01-01 10:00:00, Info CSI 0000000a [SR] Cannot repair member file [l:1]'",
        "2024-01-01 10:00:00, Error DISM DISM.EXE: Executing command line: dism /x ");
  }

  /** Lines of real shape in any order, broken anywhere, with noise between. */
  @Provide
  Arbitrary<String> torn() {
    List<String> lines = new ArrayList<>();
    CONSOLE.forEach(told -> told.text().lines().forEach(lines::add));
    lines.addAll(
        List.of(
            "Error: 99999999999",
            "Error: 0x00000000",
            "Fehler: 740",
            "[==   999.9%   ]",
            "Verification 999% complete.",
            "dism /",
            "> sfc /",
            "==================================",
            "2024-99-99 99:99:99, Info   CSI    ffffffff [SR] Repair complete",
            "2024-01-01 10:00:00, Info   CSI    0000000b [SR] Cannot repair member file [l:1]'a'",
            "2024-01-01 10:00:00, Info   CBS    Total Detected Corruption:\t999999999999",
            "2024-01-01 10:00:00, Info   CBS    Operation: Detect and Repair",
            "2024-01-01 10:00:00, Error  DISM   DISM.EXE: failed HRESULT=80070057",
            "2024-01-01 10:00:00, Info   DISM   DISM.EXE: <----- Starting Dism.exe session ----->",
            "2024-01-01 10:00:00, Info   DISM   DISM.EXE: Executing command line: dism /\u0007x"));
    Arbitrary<String> whole = Arbitraries.of(lines);
    Arbitrary<String> part =
        whole.flatMap(
            line -> Arbitraries.integers().between(0, line.length()).map(at -> line.substring(at)));
    return Arbitraries.oneOf(whole, part, Arbitraries.strings().ofMaxLength(30))
        .list()
        .ofMaxSize(60)
        .map(all -> String.join("\n", all));
  }

  private static List<Verdict> verdicts(Function<EvidenceSink, LogReader> reader, String text) {
    return KeptEvidence.runsOf(reader, text).stream().map(ToolRun::verdict).toList();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String shuffled(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    java.util.Collections.shuffle(lines, random);
    return String.join("\n", lines);
  }
}
