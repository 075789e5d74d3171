package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.helper.HelperArguments.RefusedException;
import app.regrip.repair.RepairEvent;
import app.regrip.text.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever arrives: bounded memory, no surprise, and nothing after the first bad line. */
class StrictLinesProperties {

  @Property
  void anyBytesGiveLinesOrOneRefusal(@ForAll @Size(max = 300) byte[] bytes) {
    StrictLines lines = new StrictLines(new ByteArrayInputStream(bytes), 64);
    try {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        assertThat(line.get().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(64);
        assertThat(line.get()).doesNotContain("\n", "\r", "\u0000", "\u001b");
      }
    } catch (StrictLines.BrokenException e) {
      assertThat(e).hasMessageContaining("line");
    } catch (IOException e) {
      throw new AssertionError("memory can't fail", e);
    }
  }

  @Example
  void anEndlessLineEndsAtItsBound() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };

    assertThatThrownBy(() -> new StrictLines(endless, EventLine.LONGEST).next())
        .isInstanceOf(StrictLines.BrokenException.class);
  }

  @Example
  void halfALineWasNeverWritten() throws IOException {
    List<RepairEvent> heard = new ArrayList<>();
    EventReader.readAll(bytes("{\"type\":\"ProofStarted\"}\n{\"type\":\"Pro"), heard::add);

    assertThat(heard).containsExactly(new RepairEvent.ProofStarted());
  }

  @Example
  void anUnknownTypeEndsTheConversation() {
    List<RepairEvent> heard = new ArrayList<>();
    String good = "{\"type\":\"ProofStarted\"}\n";

    assertThatThrownBy(
            () -> EventReader.readAll(bytes(good + "{\"type\":\"Run\"}\n" + good), heard::add))
        .isInstanceOf(StrictLines.BrokenException.class);
    assertThat(heard).hasSize(1);
  }

  @Example
  void anUnknownFieldIsIgnored() throws IOException {
    List<RepairEvent> heard = new ArrayList<>();
    EventReader.readAll(bytes("{\"type\":\"ProofStarted\",\"class\":\"x.Y\"}\n"), heard::add);

    assertThat(heard).hasSize(1);
  }

  @Property
  void jsonOfAnyShapeIsAnEventOrNone(@ForAll("hostileJson") String line) {
    assertThat(EventLine.read(line)).isNotNull();
  }

  @Example
  void escapedControlCharactersAreNotHandedOn() {
    assertThat(EventLine.read("{\"type\":\"Said\",\"line\":\"a\\u001b[2J\\rb\\u0000\"}"))
        .contains(new RepairEvent.Said(Message.asIs("a [2J b ")));
  }

  @Property
  void anyArgumentsAreAnOrderOfTheCatalogueOrRefused(
      @ForAll @Size(max = 9) List<@StringLength(max = 40) String> arguments) {
    assertRoundTripOrRefused(arguments);
  }

  @Property
  void argumentsThatAreNearlyRightAreAnOrderOrRefused(
      @ForAll("nearlyRight") List<String> arguments) {
    assertRoundTripOrRefused(arguments);
  }

  /** What is taken can be said in one way only, so nothing hides in another spelling. */
  private static void assertRoundTripOrRefused(List<String> arguments) {
    try {
      HelperArguments order = HelperArguments.parse(arguments);
      assertThat(order.toCommandLine()).isEqualTo(arguments);
      assertThat(order.toCommandLine()).allMatch(word -> word.matches("[A-Za-z0-9:-]+"));
    } catch (RefusedException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Provide
  Arbitrary<List<String>> nearlyRight() {
    return Arbitraries.of(
            "--fix",
            "reset",
            "dism",
            "RESET",
            "--run",
            "3f0e8c1a-7c52-4b7e-9c53-0123456789ab",
            "--parent",
            "4711",
            "+4711",
            "04711",
            "٤٧١١",
            "--source",
            "E:1",
            "e:01",
            "E:1 ",
            "--with-catroot2",
            "--recover",
            "undo",
            "services",
            "")
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<String> hostileJson() {
    Arbitrary<String> values =
        Arbitraries.of(
            "1e999",
            "-1",
            "null",
            "\"x\"",
            "[]",
            "{}",
            "[null]",
            "true",
            "\"\\u0000\"",
            "NaN",
            "\"0x\"",
            "\"0xZZ\"",
            "9".repeat(400),
            "[".repeat(4000));
    Arbitrary<String> types =
        Arbitraries.of(
            "RunStarted",
            "RungStarted",
            "StepProgressed",
            "StepEnded",
            "RungEnded",
            "ProofEnded",
            "RunEnded",
            "Said",
            "Verdict",
            "java.lang.Runtime");
    Arbitrary<String> fields =
        Arbitraries.of(
            "runId", "fix", "steps", "percent", "step", "state", "code", "verdict", "line", "type");
    return Combinators.combine(types, fields, values)
        .as((type, field, value) -> "{\"type\":\"" + type + "\",\"" + field + "\":" + value + "}");
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
