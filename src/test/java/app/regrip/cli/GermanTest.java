package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.repair.Fix;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.session.Capability;
import app.regrip.session.InterruptedRepair;
import app.regrip.simulated.SimulatedPc;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line itself says, where the user speaks German. */
@Timeout(120)
class GermanTest {

  private static final String SCENARIO = "handle-invalid";

  /** As every English sentence has one; what updates are called has none of them. */
  private static final Pattern ENGLISH_WORD =
      Pattern.compile("(?i)\\b(the|is|are|of|and|to|it|not|has|have|with|been|were|this)\\b");

  /** Ours alone: what the PC and the repairs say is not the command line's. */
  private static final List<String> ENGLISH = english();

  @TempDir Path folder;

  private final Bench bench = new Bench();

  GermanTest() {
    bench.translator = new Translator(Locale.GERMANY, ZoneOffset.UTC);
  }

  @Test
  void aRepairFromTheFailureToTheProof() throws Exception {
    SetClock clock = new SetClock();
    PretendPcsInFolder pretend = new PretendPcsInFolder(folder, clock);
    SimulatedPc pc = pretend.pc(SCENARIO);
    pc.runDueCheck();

    assertThat(said(pretend, "status")).contains("Fehlgeschlagen am", "Was zu tun ist: regrip fix");
    assertThat(said(pretend, "diagnose")).contains("Zu sehen in: ", "Es wurde keine Ursache");
    bench.interactive = true;
    bench.typed = "n\n";
    assertThat(said(pretend, "fix", "all"))
        .contains("Was geschehen wird", "Dauer: 2 Minuten bis 2 Stunden.", "Fortfahren? [j/N]")
        .contains("Nichts wurde geändert.");
    bench.typed = "ja\n";
    assertThat(said(pretend, "fix", "all")).contains("→ Nachweis: Windows sucht jetzt");
    pretend.awaitNoHelper(SCENARIO);
    assertThat(said(pretend, "history"))
        .contains("Maßnahme „all“ versucht: ", "2 Ordner, die Reparaturen beiseitegelegt haben");
    assertThat(said(pretend, "history", "--windows")).contains("Installiert: ");
    assertThat(said(pretend, "status")).contains("Nachgewiesen am ");
    assertThat(said(pretend, "story")).contains("Es muss nichts repariert werden.");
    assertThat(said(pretend, "recover")).contains("lässt sich mit --undo rückgängig machen");
  }

  @Test
  void momentsAndNumbersAreWrittenAsGermansDo() {
    bench.session.cases = OtherCommandsTest.oneCase();
    bench.live = true;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(said("history")).contains(" 04.03.2026 10:00 Fehlgeschlagen: Installation von „");
    assertThat(said("fix", "dism", "--yes")).contains(" 50,0 %");
  }

  @ParameterizedTest
  @CsvSource({
    "r, UNDO",
    "rückgängig, UNDO",
    "u, UNDO",
    "z, FINISH",
    "f, FINISH",
    "fertigstellen, FINISH"
  })
  void anAnswerIsUnderstoodInBothLanguages(String answer, RecoveryChoice choice) {
    bench.session.interrupted =
        Optional.of(
            new InterruptedRepair(
                "run-0", Fix.RESET, FakeSession.NOW, 3, 7, Message.asIs("Strom weg."), false));
    bench.session.script = Repairs.ending(Verdict.Kind.UNDONE);
    bench.interactive = true;
    bench.typed = answer + "\n";

    assertThat(said("recover")).contains("[r/z/N]");
    assertThat(bench.session.recoveries).containsExactly(choice);
  }

  @Test
  void whatIsMissingAndWhatIsKnown() throws IOException {
    bench.capabilities =
        List.of(
            new Capability(Message.asIs("A"), Capability.State.WORKS, Message.asIs("a.")),
            new Capability(Message.asIs("B"), Capability.State.LIMITED, Message.asIs("b.")),
            new Capability(Message.asIs("C"), Capability.State.MISSING, Message.asIs("c.")));
    Path log = Files.writeString(folder.resolve("some.txt"), "nothing of any use\n");

    assertThat(said("doctor")).contains("geht A", "begrenzt B", "fehlt C");
    assertThat(said("explain", "0x80070006")).contains("Gemeldet von: ", "Andere Schreibweisen: ");
    assertThat(said("analyze", log.toString())).contains("Was gelesen wurde", "unbekannt");
    Path event = Files.writeString(folder.resolve("e.xml"), AnalyzeCommandTest.FAILED);
    assertThat(said("analyze", event.toString())).contains("Am 01.03.2026 10:00 UTC.");
    assertThat(said("report", "--output=" + folder.resolve("r.zip"))).contains("Der Bericht ist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fix rest",
        "fix",
        "sttus",
        "status --jsno",
        "status --data",
        "status --data=a --data=b",
        "status --speed=x",
        "status --language=tlh",
        "status --json=5",
        "status --simulate=helthy",
        "recover --undo --finish",
        "explain --what",
        "analyze not-there"
      })
  void whoMistypesIsToldInGerman(String line) {
    assertThat(said(line.split(" "))).isNotBlank();
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void help() {
    assertThat(said("--help"))
        .contains("Aufruf: regrip [OPTIONEN] [BEFEHL]", "Befehle:", "Exitcodes:")
        .contains("--simulate[=SZENARIO]", "--language=SPRACHE");
    Stream.of("status", "fix", "diagnose", "doctor", "selftest", "explain", "analyze", "history")
        .forEach(command -> assertThat(said(command, "--help")).contains("Aufruf: regrip "));
    Stream.of("report", "watch", "recover", "restart", "story")
        .forEach(command -> assertThat(said(command, "--help")).contains("Aufruf: regrip "));
  }

  @Test
  void programsAreAnsweredInEnglish() {
    bench.session.status = Bench.FAILING;

    bench.run("status", "--json", "--language=de");

    JsonObject line = bench.json().get(0);
    assertThat(line.get("headline").getAsString()).startsWith("Last update installation: failed");
  }

  private String said(PretendPcsInFolder pretend, String... args) throws IOException {
    bench.real = Optional.of(pretend.session(SCENARIO));
    String said = said(args);
    assertThat(said).doesNotContainPattern(ENGLISH_WORD);
    return said;
  }

  /** Without the breaks of lines; holds that nothing of it is of our English words. */
  private String said(String... args) {
    bench.run(args);
    String said = (bench.out() + bench.err()).replaceAll("\\s+", " ");
    assertThat(ENGLISH).filteredOn(said::contains).as(said).isEmpty();
    return said;
  }

  /** The pieces of the patterns that are sentences or parts of one. */
  private static List<String> english() {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            GermanTest.class.getResourceAsStream("texts.properties"), StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts.values().stream()
        .flatMap(text -> Stream.of(text.toString().split("\\{\\d}|[{}|#<\"„“]")))
        .map(piece -> piece.replace("''", "'").strip())
        .filter(piece -> piece.length() > 10 && piece.contains(" "))
        .filter(piece -> !piece.startsWith("regrip "))
        .toList();
  }
}
