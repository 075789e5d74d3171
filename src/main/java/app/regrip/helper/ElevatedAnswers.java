package app.regrip.helper;

import app.regrip.helper.HelperLauncher.DeclinedException;
import app.regrip.repair.RepairEvent;
import app.regrip.selftest.Answer;
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
    AtomicReference<String> refused = new AtomicReference<>("the helper ended without an answer");
    CountDownLatch ended = new CountDownLatch(1);
    HelperArguments order =
        new HelperArguments.SelfTest(UUID.randomUUID().toString(), ProcessHandle.current().pid());
    try {
      launcher.launch(order, event -> hear(event, heard, refused), ended::countDown);
    } catch (DeclinedException e) {
      Map<String, Answer> none = none("permission was not given");
      none.put("S09", Answer.held("Windows answered 1223; nothing was started"));
      return none;
    } catch (IOException e) {
      Map<String, Answer> none = none("the helper did not start: " + e.getMessage());
      none.put("S08", Answer.didNotHold(String.valueOf(e.getMessage())));
      return none;
    }
    if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      refused.set("the helper did not end");
    }
    return judged(Map.copyOf(heard), refused.get());
  }

  private void hear(RepairEvent event, Map<String, Answer> heard, AtomicReference<String> refused) {
    if (event instanceof RepairEvent.Answered answered && wanted.contains(answered.id())) {
      heard.put(answered.id(), answered.answer());
    } else if (event instanceof RepairEvent.RunEnded ended) {
      refused.set(ended.verdict().words().english());
    }
  }

  private Map<String, Answer> judged(Map<String, Answer> heard, String refused) {
    Map<String, Answer> all = none(refused);
    all.putAll(heard);
    all.put("S08", Answer.held("Windows started the helper after its question"));
    if (heard.isEmpty()) {
      all.put("S01", Answer.didNotHold("nothing was heard through the pipe: " + refused));
    } else if (elevatedAlready) {
      all.put("S01", Answer.couldNotAsk("the pipe let this program in, but it is elevated itself"));
    } else {
      all.put("S01", Answer.held("the helper was heard through its pipe"));
    }
    all.put("S09", Answer.lookAt("the same command once more, with \"No\" to Windows' question"));
    return all;
  }

  private Map<String, Answer> none(String why) {
    Map<String, Answer> all = new HashMap<>();
    wanted.forEach(id -> all.put(id, Answer.couldNotAsk(why)));
    OF_THE_START.forEach(id -> all.put(id, Answer.couldNotAsk(why)));
    return all;
  }
}
