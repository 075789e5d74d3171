package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.console.ConsoleListener;
import app.regrip.console.DismOutcome;
import app.regrip.console.DismOutput;
import app.regrip.console.DismVerdict;
import app.regrip.console.SfcOutcome;
import app.regrip.console.SfcOutput;
import app.regrip.console.SfcSentences;
import app.regrip.console.SfcVerdict;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.Programs;
import app.regrip.windows.FakeFeed;
import app.regrip.windows.win32.SystemPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against programs that stand in for dism.exe and sfc.exe. */
@Tag("windows")
class WindowsProgramsTest {

  private final List<Double> percents = new ArrayList<>();
  private final ConsoleListener listener =
      new ConsoleListener() {
        @Override
        public void progressed(double percent) {
          percents.add(percent);
        }

        @Override
        public void said(String line) {}
      };

  private FakeFeed feed;

  @BeforeEach
  @AfterEach
  void beginAnew() throws IOException {
    feed = FakeFeed.find();
    feed.forget("dism.txt", "sfc.txt", "dism.log", "sfc.log", "dism-repaired.txt");
  }

  private DismOutcome dism(Program program) throws PcException {
    DismOutput output = new DismOutput(listener);
    int exitCode = new WindowsPrograms().run(program, output::feed, Cancellation.never());
    return output.end(exitCode);
  }

  private SfcOutcome sfc(boolean live) throws PcException {
    WindowsPrograms programs = new WindowsPrograms(live, Duration.ofMinutes(1));
    SfcOutput output = new SfcOutput(listener, programs.systemFileSentences());
    programs.run(new Program.SystemFileCheck(), output::feed, Cancellation.never());
    return output.end();
  }

  @Test
  void aRepairChangesWhatALookFinds() throws Exception {
    feed.settings("dism.txt", "store=repairable");
    assertThat(dism(new Program.DismCheckHealth()).verdict()).isEqualTo(DismVerdict.REPAIRABLE);
    assertThat(dism(new Program.DismRestoreHealth(Optional.empty())).verdict())
        .isEqualTo(DismVerdict.REPAIRED);
    assertThat(percents).contains(62.3).endsWith(100.0);
    assertThat(dism(new Program.DismScanHealth()).verdict()).isEqualTo(DismVerdict.HEALTHY);
  }

  @Test
  void keepsAll32BitsOfTheExitCode() throws Exception {
    feed.settings("dism.txt", "store=repairable", "error=0x800f081f");
    int exitCode =
        new WindowsPrograms()
            .run(
                new Program.DismRestoreHealth(Optional.empty()), bytes -> {}, Cancellation.never());
    assertThat(exitCode).isEqualTo(0x800F081F);
  }

  @Test
  void startsThemWithACleanEnvironmentInTheSystemFolder() throws Exception {
    dism(new Program.DismCheckHealth());
    sfc(true);
    for (String log : List.of("dism.log", "sfc.log")) {
      List<String> lines = feed.log(log);
      assertThat(lines).anyMatch(line -> line.startsWith("run ") && line.contains("ystem32"));
      assertThat(lines).anyMatch(line -> line.toLowerCase().endsWith("\\system32"));
      assertThat(lines)
          .noneMatch(
              line ->
                  line.startsWith("env REGRIP_FAKES=")
                      || line.startsWith("env JAVA")
                      || line.startsWith("env USERPROFILE="));
      assertThat(lines).anyMatch(line -> line.equalsIgnoreCase("env windir=C:\\windows"));
      assertThat(lines)
          .filteredOn(line -> line.toUpperCase().startsWith("ENV PATH="))
          .allMatch(line -> line.toLowerCase().startsWith("env path=c:\\windows\\system32;"));
    }
    assertThat(feed.log("dism.log"))
        .anyMatch(line -> line.endsWith("/Online /English /Cleanup-Image /CheckHealth"));
  }

  @Test
  void doesNotEndDismWhenCancelled() throws Exception {
    Cancellation cancelled = new Cancellation();
    cancelled.request();
    assertThat(new WindowsPrograms().run(new Program.DismScanHealth(), bytes -> {}, cancelled))
        .isZero();
  }

  /** The stand-in does nothing between two steps. */
  @Test
  void tellsHowLongNothingIsPrinted() throws Exception {
    feed.settings("dism.txt", "store=repairable", "pace=3000");
    List<Duration> silences = new ArrayList<>();
    List<Programs.Activity> activities = new ArrayList<>();
    Programs.Listener listener =
        new Programs.Listener() {
          @Override
          public void accept(byte[] bytes) {}

          @Override
          public void silent(Duration howLong, Programs.Activity activity) {
            silences.add(howLong);
            activities.add(activity);
          }
        };
    new WindowsPrograms(true, Duration.ofMillis(100))
        .run(new Program.DismScanHealth(), listener, Cancellation.never());
    assertThat(silences)
        .startsWith(Duration.ofMillis(100))
        .contains(Duration.ofMillis(200))
        .allMatch(howLong -> howLong.toMillis() % 100 == 0);
    assertThat(activities).contains(Programs.Activity.IDLE);
  }

  /** Often, because Windows is at another place of starting it each time. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsTheFileCheckWhenCancelled(boolean live) throws Exception {
    feed.settings("sfc.txt", "pace=100");
    for (int i = 0; i < 3; i++) {
      Cancellation cancellation = new Cancellation();
      Thread canceller = new Thread(cancellation::request);
      canceller.start();
      assertThatThrownBy(
              () ->
                  new WindowsPrograms(live, Duration.ofMinutes(1))
                      .run(new Program.SystemFileCheck(), bytes -> {}, cancellation))
          .isInstanceOfSatisfying(
              PcException.class,
              e -> assertThat(e.isWin32(1223)).as(e.getMessage() + ", " + e.code().hex()).isTrue());
      canceller.join();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100A, CLEAN",
    "1008, REPAIRED",
    "1009, PARTLY_REPAIRED",
    "100D, RESTART_FIRST",
    "100E, COULD_NOT_START_SERVICE",
    "1013, ANOTHER_OPERATION",
    "1015, VIOLATIONS_FOUND"
  })
  void understandsTheFileCheckOnAPipe(String result, SfcVerdict verdict) throws Exception {
    feed.settings("sfc.txt", "result=" + result, "pace=0");
    assertThat(sfc(false).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"100A, CLEAN", "1009, PARTLY_REPAIRED", "100D, RESTART_FIRST"})
  void understandsTheFileCheckOnAConsole(String result, SfcVerdict verdict) throws Exception {
    feed.settings("sfc.txt", "result=" + result, "pace=5");
    assertThat(sfc(true).verdict()).isEqualTo(verdict);
  }

  @Test
  void readsTheSentencesOfAnyLanguageFromTheProgram() throws Exception {
    SfcSentences german = SfcMessages.of(SystemPaths.system32().resolve("sfcgerman.exe"));
    byte[] text =
        "\r\nDer Windows-Ressourcenschutz hat beschädigte Dateien gefunden und konnte einige\r\nDateien nicht reparieren. Details stehen in der CBS-Protokolldatei\r\nwindir\\Logs\\CBS\\CBS.log.\r\n"
            .getBytes(StandardCharsets.UTF_16LE);
    SfcOutput knowing = new SfcOutput(listener, german);
    knowing.feed(text);
    assertThat(knowing.end().verdict()).isEqualTo(SfcVerdict.PARTLY_REPAIRED);
    SfcOutput english = new SfcOutput(listener);
    english.feed(text);
    assertThat(english.end().verdict()).isEqualTo(SfcVerdict.INCOMPLETE);
  }

  @Test
  void aMissingTableLeavesEnglish() {
    assertThat(SfcMessages.of(Path.of("C:\\no-such-sfc.exe"))).isSameAs(SfcSentences.ENGLISH);
  }

  @Test
  void offersOnlyDrivesWithAnImage() throws Exception {
    assertThat(new WindowsPrograms().repairSources()).noneMatch(source -> source.drive() == 'C');
  }
}
