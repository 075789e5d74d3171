package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.pc.PcFacts;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.pc.WindowsImage;
import app.regrip.pc.WindowsImage.Architecture;
import app.regrip.repair.RepairMedia.Judgement;
import app.regrip.repair.Verdict.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong media are named before DISM is started, and right ones are found. */
class RepairMediaTest {

  private static final RepairSource FIRST = new RepairSource('E', 1);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

  private final MemoryPc pc = new MemoryPc();
  private final List<RepairEvent> events = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          26100, 1, Core,         AMD64, en-US, ''
          26200, 1, Core,         AMD64, en-us, ''
          26100, 9, core,         AMD64, en-US, ''
          22631, 1, Core,         AMD64, en-US, '(build 22631), and this is Windows 11 (build 26100)'
          19041, 1, Core,         AMD64, en-US, build 19041
          26100, 1, Professional, AMD64, en-US, 'the edition Professional, and this Windows is the edition Core'
          26100, 1, Core,         ARM64, en-US, PCs with an ARM processor
          26100, 1, Core,         AMD64, de-DE, 'in German (Germany), and this Windows is in English (United States)'
          26100, 1, '',           UNKNOWN, en-US, ''
          """)
  void eachWrongThingIsNamed(
      int build, int revision, String edition, Architecture kind, String language, String words) {
    Judgement judgement =
        of(new WindowsImage("Image", edition, kind, build, revision, List.of(language)));

    assertThat(judgement.words().english()).contains(words);
    assertThat(judgement.source().isPresent()).isEqualTo(words.isEmpty());
    assertThat(judgement.next().isEmpty()).isEqualTo(words.isEmpty());
    assertThat(words.isEmpty() || judgement.next().english().contains("English (United States)"))
        .isTrue();
  }

  /** All of Windows 10 since 2004 is installed from one set of files. */
  @ParameterizedTest
  @CsvSource({"19041, true", "19045, true", "18363, false"})
  void mediaOfWindows10SayTheBuildTheyAreBasedOn(int build, boolean suit) {
    pc.windows = new PcFacts.WindowsVersion("Windows 10 Home", 19045, 6456);

    Judgement judgement = of(image("Windows 10 Home", "Core", build, 2965));

    assertThat(judgement.source().isPresent()).isEqualTo(suit);
    assertThat(
            judgement
                .words()
                .english()
                .contains("older than this Windows (revision 2965, here it is 6456)"))
        .isEqualTo(suit);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false", "2, false"})
  void onlyOlderMediaAreCalledOlder(int revision, boolean older) {
    assertThat(
            of(image("Windows 11 Home", "Core", 26100, revision))
                .words()
                .english()
                .contains("older"))
        .isEqualTo(older);
  }

  @Test
  void theImageThatFitsIsTaken() {
    Judgement judgement =
        of(
            image("Windows 11 Education", "Education", 26100, 1),
            image("Windows 11 Pro", "Professional", 26100, 1),
            image("Windows 11 Home", "Core", 26100, 1));

    assertThat(judgement.source()).contains(new RepairSource('E', 3));
    assertThat(judgement.words().english())
        .isEqualTo("Image 3 of the media in drive E: is taken: Windows 11 Home, as on this PC.");
  }

  @Test
  void theOneThatWasAskedForIsKeptWhereItFitsToo() {
    pc.media =
        List.of(
            image("Windows 11 Home", "Core", 26100, 1), image("Windows 11 Home", "Core", 26100, 2));

    assertThat(RepairMedia.of(pc, new RepairSource('E', 2)).source())
        .contains(new RepairSource('E', 2));
    assertThat(RepairMedia.of(pc, new RepairSource('E', 9)).source()).contains(FIRST);
  }

  @Test
  void aDriveWithoutMediaSaysSoAndUnreadableMediaAreForDismToJudge() {
    assertThat(RepairMedia.of(pc, FIRST).words().english())
        .contains("no Windows to repair from in drive E:");
    pc.mediaUnreadable = true;
    assertThat(RepairMedia.of(pc, FIRST).source()).contains(FIRST);
    assertThat(RepairMedia.of(pc, FIRST).words().english()).contains("can't be read");
  }

  @Test
  void dismIsNotStartedWithWrongMedia() {
    pc.storeDamaged = true;
    pc.media = List.of(image("Windows 10 Pro", "Professional", 19041, 1));
    FixRequest request = new FixRequest(Fix.DISM, Optional.of(FIRST), false);

    Verdict verdict = repair(request);

    assertThat(verdict.kind()).isEqualTo(Kind.FAILED);
    assertThat(verdict.words().english()).contains("Windows 10 Pro (build 19041)");
    assertThat(verdict.next().english()).contains("Media Creation Tool");
    assertThat(pc.programsRun).isEmpty();
    assertThat(new Previews(pc, new MemoryRuns(), CLOCK).of(request).refusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.english()).contains("Windows 10 Pro"));
  }

  @Test
  void dismIsGivenTheImageThatFits() {
    pc.storeDamaged = true;
    pc.media =
        List.of(
            image("Windows 11 Pro", "Professional", 26100, 1),
            image("Windows 11 Home", "Core", 26100, 1));

    assertThat(repair(new FixRequest(Fix.DISM, Optional.of(FIRST), false)).kind())
        .isEqualTo(Kind.PROVEN);

    assertThat(pc.programsRun)
        .contains(new Program.DismRestoreHealth(Optional.of(new RepairSource('E', 2))));
  }

  /** Media that happen to be there are not used where they do not suit. */
  @ParameterizedTest
  @CsvSource({"Core, true", "Professional, false"})
  void mediaThatAreFoundByThemselvesMustSuitToo(String edition, boolean used) {
    pc.storeDamaged = true;
    pc.restoreHealthError = Optional.of(0x800f081f);
    pc.media = List.of(image("Windows 11", edition, 26100, 1));

    Verdict verdict = repair(FixRequest.of(Fix.DISM));

    assertThat(verdict.kind()).isEqualTo(Kind.FAILED);
    assertThat(pc.programsRun.contains(new Program.DismRestoreHealth(Optional.of(FIRST))))
        .isEqualTo(used);
    assertThat(events)
        .filteredOn(
            e ->
                e instanceof RepairEvent.Said said && said.line().english().contains("do not suit"))
        .hasSize(used ? 0 : 2);
  }

  private Judgement of(WindowsImage... images) {
    pc.media = List.of(images);
    return RepairMedia.of(pc, FIRST);
  }

  private static WindowsImage image(String name, String edition, int build, int revision) {
    return new WindowsImage(name, edition, Architecture.AMD64, build, revision, List.of("en-US"));
  }

  private Verdict repair(FixRequest request) {
    return new RepairRun(
            pc, new MemoryRuns(), CLOCK, howLong -> {}, Cancellation.never(), events::add)
        .start("run", request);
  }
}
