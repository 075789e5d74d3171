package app.regrip.windows.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.helper.EventLine;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperArguments.RefusedException;
import app.regrip.helper.PeerPolicy;
import app.regrip.helper.PeerPolicy.Peer;
import app.regrip.helper.StrictLines;
import com.sun.jna.platform.win32.WinBase;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The holes that elevated helpers of others have had, one test each: why ours has no such hole.
 * What only a running pipe can show is in {@link HelperPipeTest}.
 */
class PipeLessonsTest {

  private static final String RUN = "3f0e8c1a-7c52-4b7e-9c53-0123456789ab";
  private static final String CLIENT = "S-1-5-5-0-4711";

  /** OpenVPN's interactive service. */
  @Nested
  class OpenVpn {

    @Test
    void cve202424974ThePipeIsNotForOtherComputers() {
      assertThat(HelperPipe.PIPE_MODE & WinBase.PIPE_REJECT_REMOTE_CLIENTS).isNotZero();
    }

    @Test
    void cve202427459NoSizeOfTheOtherEndIsBelieved() {
      byte[] big = new byte[1 << 20];
      Arrays.fill(big, (byte) 'x');

      assertThatThrownBy(
              () -> new StrictLines(new ByteArrayInputStream(big), EventLine.LONGEST).next())
          .isInstanceOf(StrictLines.BrokenException.class);
    }

    @Test
    void cve20244877NobodyElseCreatesAnInstanceOfThePipe() {
      assertThat(HelperPipe.OPEN_MODE & 0x00080000).as("first instance").isNotZero();
      assertThat(HelperPipe.INSTANCES).isEqualTo(1);
      assertThat(rightsOf(CLIENT) & 0x4).as("FILE_CREATE_PIPE_INSTANCE").isZero();
    }

    @Test
    void startUpDataIsBounded() {
      List<String> many = Collections.nCopies(10_000, "--with-catroot2");

      assertThatThrownBy(() -> HelperArguments.parse(many)).isInstanceOf(RefusedException.class);
    }

    @Test
    void pathsAreComparedInTheirFinalFormOrNotAtAll() {
      refused("--fix", "reset", "--run", "..\\..\\Windows", "--parent", "4711");
      assertThat(peer(4711, "C:\\P\\..\\P\\Regrip.exe")).isFalse();
    }

    @Test
    void noSpecialValueSlipsPastTheCheck() {
      refused("--fix", "stdin", "--run", RUN, "--parent", "4711");
      refused("--fix", "reset", "--source", "stdin", "--run", RUN, "--parent", "4711");
      refused("--fix", "reset", "--run", "stdin", "--parent", "4711");
    }

    @Test
    void thePipesNameCantBeGuessedOrTakenAndItsAccessListIsItsOwn() {
      String other = UUID.randomUUID().toString();

      assertThat(HelperPipe.nameOf(RUN))
          .isNotEqualTo(HelperPipe.nameOf(other))
          .startsWith("\\\\.\\pipe\\ProtectedPrefix\\Administrators\\");
      assertThat(HelperPipe.access(CLIENT)).contains("D:P(");
    }

    @Test
    void cve202663649ValuesAreCheckedAsWellAsNames() {
      refused("--fix", "reset", "--source", "E:1 --setenv", "--run", RUN, "--parent", "4711");
      refused("--fix", "reset", "--setenv", "opt", "--run", RUN, "--parent", "4711");
    }
  }

  /** gsudo. */
  @Nested
  class Gsudo {

    @Test
    void thereIsNoLengthPrefixToLieAbout() throws Exception {
      byte[] prefixed = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, '{', '}', '\n'};

      assertThatThrownBy(() -> new StrictLines(new ByteArrayInputStream(prefixed), 64).next())
          .isInstanceOf(StrictLines.BrokenException.class);
    }

    @Test
    void noClassIsNamedByALine() {
      assertThat(EventLine.read("{\"type\":\"java.lang.ProcessBuilder\",\"command\":[\"cmd\"]}"))
          .isEmpty();
      assertThat(EventLine.read("{\"@class\":\"java.net.URL\"}")).isEmpty();
    }

    @Test
    void theFirstInstanceIsOursOrThereIsNone() {
      assertThat(HelperPipe.OPEN_MODE & Kernel32Pipes.FILE_FLAG_FIRST_PIPE_INSTANCE).isNotZero();
    }

    @Test
    void aParentByNumberAloneIsNotBelieved() {
      assertThat(peer(4711, "C:\\Users\\You\\malware.exe")).isFalse();
      assertThat(peer(4712, "C:\\P\\Regrip.exe")).isFalse();
      assertThat(peer(4711, "C:\\P\\Regrip.exe")).isTrue();
    }
  }

  @Test
  void onlySystemAdministratorsAndTheClientAreLetIn() {
    assertThat(HelperPipe.access(CLIENT))
        .isEqualTo(
            "O:BAD:P(A;;GA;;;SY)(A;;GA;;;BA)(A;;0x12019b;;;S-1-5-5-0-4711)S:(ML;;NWNRNX;;;ME)");
    assertThat(
            entries(HelperPipe.access(CLIENT))
                .filter(entry -> entry.group(1).equals("A"))
                .map(entry -> entry.group(3)))
        .containsExactly("SY", "BA", CLIENT);
  }

  @Test
  void everybodyReadsTheRunsAndOnlyAdministratorsWriteThem() {
    assertThat(entries(AdminFolder.ACCESS).map(entry -> entry.group(2) + " " + entry.group(3)))
        .containsExactly("FA SY", "FA BA", "0x1200a9 BU");
    assertThat(AdminFolder.ACCESS).startsWith("O:BAG:BAD:PAI");
  }

  private static int rightsOf(String who) {
    return entries(HelperPipe.access(who))
        .filter(entry -> entry.group(3).equals(who))
        .mapToInt(entry -> Integer.decode(entry.group(2)))
        .sum();
  }

  private static Stream<MatchResult> entries(String sddl) {
    return Pattern.compile("\\((\\w+);[^;]*;(\\w*);;;([^)]*)\\)").matcher(sddl).results();
  }

  private static boolean peer(long pid, String image) {
    Instant helper = Instant.parse("2026-01-05T10:00:00Z");
    return new PeerPolicy(4711, 1, Set.of("C:\\P\\Regrip.exe"), helper)
        .refusal(new Peer(pid, 1, image, helper.minusSeconds(60)))
        .isEmpty();
  }

  private static void refused(String... arguments) {
    assertThatThrownBy(() -> HelperArguments.parse(List.of(arguments)))
        .isInstanceOf(RefusedException.class);
  }
}
