package app.regrip.selftest;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks a PC about every {@link Assumption}, one after the other. */
public final class SelfTest {

  private final Map<String, Question> questions;
  private final Message otherwise;
  private final Duration patience;

  /**
   * @param questions by the ids of the assumptions
   * @param otherwise why an assumption without a question can't be asked about here
   * @param patience for one question; Windows may never answer
   */
  public SelfTest(Map<String, Question> questions, Message otherwise, Duration patience) {
    this.questions = Map.copyOf(questions);
    this.otherwise = otherwise;
    this.patience = patience;
  }

  /**
   * In the order of the pages.
   *
   * @param each told of an answer at once, on this thread
   */
  public List<Judged> run(Consumer<Judged> each) throws InterruptedException {
    List<Judged> all = new ArrayList<>();
    for (Assumption assumption : Assumptions.ALL) {
      Optional<Question> question = Optional.ofNullable(questions.get(assumption.id()));
      Answer answer = question.isPresent() ? answer(question.get()) : Answer.couldNotAsk(otherwise);
      Judged judged = new Judged(assumption, answer);
      all.add(judged);
      each.accept(judged);
    }
    return List.copyOf(all);
  }

  /** On a thread of its own, which is left behind where Windows does not answer. */
  private Answer answer(Question question) throws InterruptedException {
    FutureTask<Answer> asked = new FutureTask<>(question::ask);
    Daemon.start("self-test", asked);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Answer.couldNotAsk(Message.of("selftest.no-answer", patience.toSeconds()));
    } catch (ExecutionException e) {
      return ofFailure(e.getCause());
    }
  }

  private static Answer ofFailure(Throwable failure) {
    if (failure instanceof PcException refused) {
      return Answer.didNotHold(
          Message.of("selftest.refused", refused.what(), refused.code().hex()));
    }
    if (failure instanceof LinkageError missing) {
      return Answer.didNotHold(
          Message.of("selftest.not-in-this-windows", String.valueOf(missing.getMessage())));
    }
    return Answer.couldNotAsk(Message.of("selftest.went-wrong", failure.toString()));
  }
}
