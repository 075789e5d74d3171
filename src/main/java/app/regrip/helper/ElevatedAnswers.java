package app.regrip.helper;

import app.regrip.helper.HelperLauncher.DeclinedException;
import app.regrip.repair.RepairEvent;
import app.regrip.selftest.Answer;
import app.regrip.text.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gets the answers that take an administrator, from the helper. That it was started and heard is an
 * answer itself: to the assumptions about Windows' question and about the pipe.
 */
public final class ElevatedAnswers {

  /** Answered by the start of the helper, whatever it says. */
  public static final Set<String> OF_THE_START = Set.of("S01", "S08", "S09");

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final HelperLauncher launcher;
  private final Set<String> wanted;
  private final boolean elevatedAlready;

  /**
   * @param wanted ids of what the helper is asked; others are not listened to
   * @param elevatedAlready whether this process has those rights itself, so that nothing is shown
   *     by its being let in
   */
  public ElevatedAnswers(HelperLauncher launcher, Set<String> wanted, boolean elevatedAlready) {
    this.launcher = launcher;
    this.wanted = Set.copyOf(wanted);
    this.elevatedAlready = elevatedAlready;
  }

  /** By the ids of the assumptions. Blocks, while the user is asked and while the helper asks. */
  public Map<String, Answer> get() throws InterruptedException {
    Map<String, Answer> heard = new ConcurrentHashMap<>();
    AtomicReference<Message> refused = new AtomicReference<>(Message.of("selftest.helper.silent"));
    CountDownLatch ended = new CountDownLatch(1);
    HelperArguments order =
        new HelperArguments.SelfTest(UUID.randomUUID().toString(), ProcessHandle.current().pid());
    try {
      launcher.launch(order, event -> hear(event, heard, refused), ended::countDown);
    } catch (DeclinedException e) {
      Map<String, Answer> none = none(Message.of("selftest.helper.declined"));
      none.put("S09", Answer.held(Message.of("selftest.s09.declined")));
      return none;
    } catch (IOException e) {
      Message why = HelperLauncher.why(e);
      Map<String, Answer> none = none(Message.of("selftest.helper.not-started", why));
      none.put("S08", Answer.didNotHold(why));
      return none;
    }
    if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      refused.set(Message.of("selftest.helper.endless"));
    }
    return judged(Map.copyOf(heard), refused.get());
  }

  private void hear(
      RepairEvent event, Map<String, Answer> heard, AtomicReference<Message> refused) {
    if (event instanceof RepairEvent.Answered answered && wanted.contains(answered.id())) {
      heard.put(answered.id(), answered.answer());
    } else if (event instanceof RepairEvent.RunEnded ended) {
      refused.set(ended.verdict().words());
    }
  }

  private Map<String, Answer> judged(Map<String, Answer> heard, Message refused) {
    Map<String, Answer> all = none(refused);
    all.putAll(heard);
    all.put("S08", Answer.held(Message.of("selftest.s08.started")));
    if (heard.isEmpty()) {
      all.put("S01", Answer.didNotHold(Message.of("selftest.s01.not-heard", refused)));
    } else if (elevatedAlready) {
      all.put("S01", Answer.couldNotAsk(Message.of("selftest.s01.heard-elevated")));
    } else {
      all.put("S01", Answer.held(Message.of("selftest.s01.heard")));
    }
    all.put("S09", Answer.couldNotAsk(Message.of("selftest.s09.look")));
    return all;
  }

  private Map<String, Answer> none(Message why) {
    Map<String, Answer> all = new HashMap<>();
    wanted.forEach(id -> all.put(id, Answer.couldNotAsk(why)));
    OF_THE_START.forEach(id -> all.put(id, Answer.couldNotAsk(why)));
    return all;
  }
}
