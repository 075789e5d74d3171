package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.Verdict;
import app.regrip.selftest.Answer;
import app.regrip.text.Message;
import app.regrip.text.Verbatim;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class EventLineProperties {

  @Example
  void everyKindOfEventComesBack() {
    List<RepairEvent> events =
        List.of(
            new RepairEvent.RunStarted("run", Fix.ALL, Instant.parse("2026-01-05T10:00:00Z")),
            new RepairEvent.RungStarted(Fix.DISM, Message.asIs("why"), Verbatim.all("a", "b")),
            new RepairEvent.StepStarted(1, false),
            new RepairEvent.StepProgressed(62.3, Message.asIs("still working")),
            new RepairEvent.Said(Message.asIs("a line")),
            new RepairEvent.StepEnded(1, RepairEvent.StepState.SKIPPED, Message.NONE),
            new RepairEvent.RungEnded(Fix.DISM, true, Message.asIs("done")),
            new RepairEvent.ProofStarted(),
            new RepairEvent.Answered("U12", Answer.held(Message.asIs("it spoke English"))),
            new RepairEvent.ProofEnded(
                false, Optional.of(HResult.INVALID_HANDLE), Message.asIs("still")),
            new RepairEvent.RunEnded(
                new Verdict(
                    Verdict.Kind.STILL_FAILING,
                    Message.asIs("words"),
                    Message.asIs("next"),
                    Optional.empty(),
                    Optional.of(Fix.SFC))));
    for (RepairEvent event : events) {
      assertThat(EventLine.read(EventLine.of(event))).contains(event);
    }
  }

  @Property
  void noLineCanHurt(@ForAll String line) {
    assertThat(EventLine.read(line)).isNotNull();
  }

  @Property
  void whatIsSaidIsOnePrintableLineOfBoundedLength(
      @ForAll @StringLength(max = 20_000) String said) {
    String line = EventLine.of(new RepairEvent.Said(Message.asIs(said)));

    assertThat(line).doesNotContain("\n", "\r", "\u001b", "\u0000");
    assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(EventLine.LONGEST);
  }

  @Example
  void anAnswerWithoutItsPartsIsNoEvent() {
    assertThat(EventLine.read("{\"type\":\"Answered\",\"id\":\"U12\"}")).isEmpty();
    assertThat(
            EventLine.read("{\"type\":\"Answered\",\"id\":\"U12\",\"answer\":{\"type\":\"Held\"}}"))
        .isEmpty();
    assertThat(
            EventLine.read(
                "{\"type\":\"Answered\",\"id\":\"U12\","
                    + "\"answer\":{\"type\":\"Sure\",\"seen\":\"\"}}"))
        .isEmpty();
  }

  @Property
  void whatWasSeenIsBoundedToo(@ForAll @StringLength(max = 20_000) String seen) {
    RepairEvent event = new RepairEvent.Answered("S06", Answer.didNotHold(Message.asIs(seen)));

    assertThat(EventLine.of(event).getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(EventLine.LONGEST);
    assertThat(EventLine.read(EventLine.of(event))).isPresent();
  }

  @Property
  void whatWasSeenIsBoundedInEachOfItsParts(@ForAll @StringLength(max = 20_000) String seen) {
    Message words =
        Message.of("selftest.u12.not-english", seen, Message.names(List.of(seen, seen)));
    String line = EventLine.of(new RepairEvent.Answered("U12", Answer.didNotHold(words)));

    assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(EventLine.LONGEST);
    assertThat(EventLine.read(line)).isPresent();
  }

  /** As when many folders are set aside, and something has each of them open. */
  @Example
  void anEventOfManyPartsIsHeardAllTheSame() {
    List<Message> parts = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      parts.add(
          Message.of(
              "repair.said.copy-stays",
              "SoftwareDistribution.regrip-01234567-89ab-cdef-0123-456789abcdef",
              Message.of("pc.failed", Message.of("pc.open", "C:\\Windows")),
              "0x80070020"));
    }
    Message words = Message.of("repair.verdict.copies-stay", Message.list(parts));
    Message next = Message.of("repair.verdict.copies-stay.next");
    Verdict verdict =
        new Verdict(Verdict.Kind.FAILED, words, next, Optional.empty(), Optional.empty());
    List<Message> steps =
        parts.stream().map(p -> Message.of("repair.step.delete", "x".repeat(60))).toList();

    assertThat(EventLine.read(EventLine.of(new RepairEvent.RunEnded(verdict))))
        .containsInstanceOf(RepairEvent.RunEnded.class)
        .hasValueSatisfying(
            event ->
                assertThat(((RepairEvent.RunEnded) event).verdict().words().english())
                    .startsWith("Not everything could be deleted: SoftwareDistribution"));
    assertThat(EventLine.read(EventLine.of(new RepairEvent.RungStarted(Fix.COPIES, next, steps))))
        .hasValueSatisfying(
            event ->
                assertThat(((RepairEvent.RungStarted) event).steps())
                    .hasSize(120)
                    .allMatch(step -> step.english().startsWith("Delete xxx")));
  }

  @Example
  void aLineThatIsTooLongIsDropped() {
    String line = "{\"type\":\"Said\",\"line\":\"" + "x".repeat(EventLine.LONGEST) + "\"}";

    assertThat(EventLine.read(line)).isEmpty();
  }
}
