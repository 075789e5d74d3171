package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.RepairEvent;
import app.regrip.repair.Verdicts;
import app.regrip.selftest.Answer;
import app.regrip.text.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of the self-test with rights: who orders it, and the helper that answers. */
class ElevatedAnswersTest {

  private static final Set<String> WANTED = Set.of("U12", "S07");

  /** Says a few events and ends. */
  private static final class Says implements HelperLauncher {

    private final List<RepairEvent> events;
    private final List<HelperArguments> orders = new ArrayList<>();

    Says(RepairEvent... events) {
      this.events = List.of(events);
    }

    @Override
    public RunningHelper launch(
        HelperArguments order, Consumer<RepairEvent> heard, Runnable ended) {
      orders.add(order);
      events.forEach(heard);
      ended.run();
      return () -> {};
    }

    @Override
    public boolean asksForPermission() {
      return true;
    }
  }

  @Test
  void whatTheHelperSawIsTheAnswerAndThatItWasHeardIsOneToo() throws Exception {
    Says helper = new Says(new RepairEvent.Answered("U12", Answer.held(Message.asIs("English"))));

    Map<String, Answer> answers = new ElevatedAnswers(helper, WANTED, false).get();

    assertThat(helper.orders).singleElement().isInstanceOf(HelperArguments.SelfTest.class);
    assertThat(answers).containsEntry("U12", Answer.held(Message.asIs("English")));
    assertThat(answers.get("S07")).isInstanceOf(Answer.CouldNotAsk.class);
    assertThat(answers.get("S01")).isInstanceOf(Answer.Held.class);
    assertThat(answers.get("S08")).isInstanceOf(Answer.Held.class);
    assertThat(answers.get("S09")).isInstanceOf(Answer.CouldNotAsk.class);
  }

  @Test
  void whoIsElevatedHimselfShowsNothingByBeingLetIn() throws Exception {
    Says helper = new Says(new RepairEvent.Answered("U12", Answer.held(Message.asIs("English"))));

    assertThat(new ElevatedAnswers(helper, WANTED, true).get().get("S01"))
        .isInstanceOf(Answer.CouldNotAsk.class);
  }

  @Test
  void anAnswerNobodyAskedForIsNotListenedTo() throws Exception {
    Says helper = new Says(new RepairEvent.Answered("U05", Answer.held(Message.asIs("of my own"))));

    assertThat(new ElevatedAnswers(helper, WANTED, false).get()).doesNotContainKey("U05");
  }

  @Test
  void aHelperThatIsNotHeardBreaksThePromiseOfThePipe() throws Exception {
    assertThat(new ElevatedAnswers(new Says(), WANTED, false).get().get("S01"))
        .isInstanceOf(Answer.DidNotHold.class);
  }

  @Test
  void whyTheHelperRefusedIsSaid() throws Exception {
    Says helper =
        new Says(new RepairEvent.RunEnded(Verdicts.refused(Message.asIs("Install it first."))));

    assertThat(new ElevatedAnswers(helper, WANTED, false).get().get("S07"))
        .isEqualTo(Answer.couldNotAsk(Message.asIs("Install it first.")));
  }

  @Test
  void aNoIsTakenForOne() throws Exception {
    HelperLauncher declined =
        new HelperLauncher() {
          @Override
          public RunningHelper launch(
              HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
              throws DeclinedException {
            throw new DeclinedException();
          }

          @Override
          public boolean asksForPermission() {
            return true;
          }
        };

    Map<String, Answer> answers = new ElevatedAnswers(declined, WANTED, false).get();

    assertThat(answers.get("S09")).isInstanceOf(Answer.Held.class);
    assertThat(answers.get("U12"))
        .isInstanceOf(Answer.CouldNotAsk.class)
        .extracting(Answer::seen)
        .hasToString("permission was not given");
  }

  @Test
  void theHelperAnswersOneLineAQuestion(@TempDir Path runs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AskedHelper helper =
        new AskedHelper(
            new FolderRunStore(runs).lock(),
            Map.of(
                "U12",
                () -> Answer.held(Message.asIs("English")),
                "S07",
                () -> Answer.didNotHold(Message.asIs("740"))));

    assertThat(helper.run(out)).isEqualTo(HelperExit.DONE);
    assertThat(events(out))
        .containsExactly(
            new RepairEvent.Answered("U12", Answer.held(Message.asIs("English"))),
            new RepairEvent.Answered("S07", Answer.didNotHold(Message.asIs("740"))));
  }

  @Test
  void noQuestionIsAskedWhileARepairIsAtWork(@TempDir Path runs) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> asked = new ArrayList<>();
    try (RepairLock.Held repair = new FolderRunStore(runs).lock().tryHold("a-run").orElseThrow()) {
      assertThat(repair).isNotNull();
      new AskedHelper(
              new FolderRunStore(runs).lock(),
              Map.of(
                  "U12",
                  () -> {
                    asked.add("U12");
                    return Answer.held(Message.asIs(""));
                  }))
          .run(out);
    }

    assertThat(asked).isEmpty();
    assertThat(events(out)).containsExactly(new RepairEvent.RunEnded(Verdicts.anotherIsRunning()));
  }

  private static List<RepairEvent> events(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> EventLine.read(line).orElseThrow())
        .toList();
  }
}
