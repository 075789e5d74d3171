package app.regrip.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SelfTestTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void everyAssumptionIsAnsweredInTheOrderOfThePages() throws Exception {
    List<Judged> told = new ArrayList<>();
    List<Judged> all =
        new SelfTest(
                Map.of("U08", () -> Answer.held(Message.asIs("yes"))),
                Message.asIs("not here"),
                LONG)
            .run(told::add);

    assertThat(all).isEqualTo(told);
    assertThat(all).extracting(Judged::assumption).isEqualTo(Assumptions.ALL);
    assertThat(all).filteredOn(j -> j.answer().equals(Answer.held(Message.asIs("yes")))).hasSize(1);
    assertThat(all)
        .filteredOn(j -> !j.assumption().id().equals("U08"))
        .allMatch(j -> j.answer().equals(Answer.couldNotAsk(Message.asIs("not here"))));
  }

  @Test
  void whatWindowsRefusesDidNotHold() throws Exception {
    assertThat(
            answer(
                () -> {
                  throw new PcException(Message.asIs("Asking failed"), HResult.ofWin32(5));
                }))
        .isInstanceOf(Answer.DidNotHold.class)
        .extracting(Answer::seen)
        .hasToString("Asking failed (0x80070005)");
    assertThat(
            answer(
                () -> {
                  throw new UnsatisfiedLinkError("no such function");
                }))
        .isInstanceOf(Answer.DidNotHold.class);
  }

  @Test
  void aFaultOfTheQuestionSaysNothingOfWindows() throws Exception {
    assertThat(
            answer(
                () -> {
                  throw new IllegalStateException("oops");
                }))
        .isInstanceOf(Answer.CouldNotAsk.class);
  }

  @Test
  void aWindowsThatNeverAnswersHoldsUpNothing() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Question hangs =
        () -> {
          never.await();
          return Answer.held(Message.asIs("too late"));
        };
    List<Judged> all =
        new SelfTest(
                Map.of("U01", hangs, "U02", () -> Answer.held(Message.asIs("next"))),
                Message.NONE,
                Duration.ofMillis(1))
            .run(judged -> {});
    never.countDown();

    assertThat(all.get(0).answer()).isInstanceOf(Answer.CouldNotAsk.class);
    assertThat(all.get(1).answer().seen().english()).isNotEmpty();
  }

  private static Answer answer(Question question) throws InterruptedException {
    return new SelfTest(Map.of("U01", question), Message.NONE, LONG).run(j -> {}).get(0).answer();
  }
}
