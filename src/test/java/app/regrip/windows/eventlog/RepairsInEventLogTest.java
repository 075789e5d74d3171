package app.regrip.windows.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.repair.Fix;
import app.regrip.repair.JournalEntry;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RunState;
import app.regrip.repair.Verdict;
import app.regrip.text.Verbatim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepairsInEventLogTest {

  private static final RepairEvent STARTED =
      new RepairEvent.RunStarted("run-1", Fix.RESET, Instant.EPOCH);

  private final List<String> written = new ArrayList<>();
  private final RepairsInEventLog log =
      new RepairsInEventLog(
          (message, words) -> {
            written.add(message.id() + " " + String.join("|", words));
            assertThat(words).hasSize(message.places());
          });

  @Test
  void aRepairThatIsProvenIsTwoEvents() {
    log.accept(STARTED);
    log.accept(ended(Verdict.Kind.PROVEN));
    assertThat(written).containsExactly("1001 reset|run-1", "1002 reset|run-1|words");
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PROVEN", "PASSED"})
  void anyOtherEndIsAWarningWithItsError(Verdict.Kind kind) {
    log.accept(STARTED);
    log.accept(ended(kind));
    assertThat(written.get(1)).isEqualTo("1003 reset|run-1|" + kind + "|words|0x80070006");
    assertThat(LogMessage.WITHOUT_PROOF.isGood()).isFalse();
  }

  @Test
  void aRepairThatNeverBeganIsToldToo() {
    log.accept(ended(Verdict.Kind.REFUSED));
    assertThat(written).containsExactly("1003 -|-|REFUSED|words|0x80070006");
  }

  @Test
  void aRepairThatWasCutOffIsToldUnlessItHadEnded() {
    JournalEntry.Begun begun =
        new JournalEntry.Begun(
            "run-1",
            Fix.DISM,
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            Instant.EPOCH,
            "boot");
    log.cutOff(RunState.of(List.of(begun)).orElseThrow());
    assertThat(written).containsExactly("1004 dism|run-1");

    JournalEntry end = new JournalEntry.Ended(verdict(Verdict.Kind.FAILED), Instant.EPOCH);
    log.cutOff(RunState.of(List.of(begun, end)).orElseThrow());
    assertThat(written).hasSize(1);
  }

  @Test
  void whereNothingCanBeWrittenTheRepairGoesOn() {
    new RepairsInEventLog(
            (message, words) -> {
              throw new PcException(app.regrip.text.Message.asIs("full"), new HResult(0x80070006));
            })
        .accept(STARTED);
  }

  @Test
  void theTextsAreThoseOfTheNumbersAndHaveRoomForTheData() throws IOException {
    Map<String, Long> texts = new TreeMap<>();
    Matcher text =
        Pattern.compile("(?s)MessageId=(\\d+).*?SymbolicName=(\\w+)(.*?)\\n\\.\\n")
            .matcher(Files.readString(Path.of("launcher", "installer", "events.mc")));
    while (text.find()) {
      long places =
          Pattern.compile("%\\d")
              .matcher(text.group(3))
              .results()
              .map(r -> r.group())
              .distinct()
              .count();
      texts.put(text.group(1) + " " + text.group(2), places);
    }
    assertThat(texts)
        .isEqualTo(
            Stream.of(LogMessage.values())
                .collect(
                    Collectors.toMap(
                        m -> m.id() + " " + m.name(),
                        m -> (long) m.places(),
                        (a, b) -> a,
                        TreeMap::new)));
  }

  @Test
  void thePageNamesTheEventsThereAre() throws IOException {
    List<String> named =
        Pattern.compile("(?m)^\\| (\\d{4}) \\| (information|warning) \\|")
            .matcher(Files.readString(Path.of("src", "site", "markdown", "fleet.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    assertThat(named)
        .containsExactlyElementsOf(
            Stream.of(LogMessage.values())
                .map(m -> m.id() + (m.isGood() ? " information" : " warning"))
                .toList());
  }

  private static RepairEvent ended(Verdict.Kind kind) {
    return new RepairEvent.RunEnded(verdict(kind));
  }

  private static Verdict verdict(Verdict.Kind kind) {
    return new Verdict(
        kind,
        Verbatim.all("words").get(0),
        Verbatim.all("next").get(0),
        Optional.of(HResult.INVALID_HANDLE),
        Optional.empty());
  }
}
