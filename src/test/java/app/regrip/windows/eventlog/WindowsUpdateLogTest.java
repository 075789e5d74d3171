package app.regrip.windows.eventlog;

import static app.regrip.windows.eventlog.FedEvents.OPERATIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog.Subscription;
import app.regrip.windows.win32.Win32;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("windows")
@Timeout(60)
class WindowsUpdateLogTest {

  private static final Pattern TITLE = Pattern.compile("'updateTitle'>([^<]*)<");
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<PcException> lost = new LinkedBlockingQueue<>();
  private FedEvents log;

  @BeforeEach
  void emptyLog() throws IOException {
    log = new FedEvents();
  }

  @AfterEach
  void takeAway() throws IOException {
    log.close();
  }

  @Test
  void history_has_the_newest_of_both_logs() throws Exception {
    log.add("System", 1, "first");
    log.add(OPERATIONAL, 2, "second");
    log.add("System", 3, "third");

    assertThat(history(10)).containsExactlyInAnyOrder("first", "second", "third");
    assertThat(history(1)).containsExactlyInAnyOrder("second", "third");
  }

  @Test
  void history_leaves_out_what_is_too_old_and_what_others_wrote() throws Exception {
    Instant longAgo = Instant.now().minus(Duration.ofDays(90));
    log.add("System", 1, "too old", "Microsoft-Windows-WindowsUpdateClient", longAgo);
    log.add("System", 2, "of another", "Service Control Manager", Instant.now());
    log.add("System", 3, "wanted");

    assertThat(history(10)).containsExactly("wanted");
  }

  @Test
  void a_missing_channel_of_the_client_does_not_hide_system() throws Exception {
    log.add("System", 1, "still told");
    log.refuse("query " + OPERATIONAL + " 15007", "subscribe " + OPERATIONAL + " 15007");

    assertThat(history(10)).containsExactly("still told");
    listening(
        () -> {
          log.add("System", 2, "and heard of");
          awaitNews();
        });
  }

  @Test
  void a_system_log_that_may_not_be_read_is_no_empty_log() throws Exception {
    log.refuse("query System 5");

    assertThatThrownBy(() -> history(10))
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.isWin32(Win32.ACCESS_DENIED)).isTrue());
  }

  @Test
  void an_event_of_any_length_is_rendered_whole() throws Exception {
    String longTitle = "x".repeat(100_000) + "end";
    log.add("System", 1, longTitle);

    assertThat(history(1)).containsExactly(longTitle);
  }

  @Test
  void each_event_of_either_channel_rings_and_none_that_was_there() throws Exception {
    log.add("System", 1, "before");
    listening(
        () -> {
          log.add("System", 2, "one");
          awaitNews();
          log.add(OPERATIONAL, 3, "two");
          awaitNews();
        });
    assertThat(lost).isEmpty();
  }

  @Test
  void a_listener_is_told_when_the_log_is_lost() throws Exception {
    listening(
        () -> {
          log.refuse("next System 1717");
          PcException loss = lost.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
          assertThat(loss).isNotNull();
          assertThat(loss.isWin32(1717)).isTrue();
        });
  }

  @Test
  void closing_twice_is_closing_once() throws Exception {
    Subscription subscription = subscribe();
    subscription.close();
    subscription.close();
    log.add("System", 1, "nobody listens");

    assertThat(told).isEmpty();
    assertThat(lost).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("regrip-event-log"));
  }

  @Test
  void a_listener_may_close_its_own_subscription_after_the_loss() throws Exception {
    BlockingQueue<Subscription> mine = new LinkedBlockingQueue<>();
    BlockingQueue<PcException> closed = new LinkedBlockingQueue<>();
    mine.add(
        new WindowsUpdateLog()
            .subscribe(
                () -> told.add("news"),
                loss -> {
                  mine.remove().close();
                  closed.add(loss);
                }));
    log.refuse("next System 1717");

    assertThat(closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
  }

  private Subscription subscribe() throws PcException {
    return new WindowsUpdateLog().subscribe(() -> told.add("news"), lost::add);
  }

  private interface Steps {
    void run() throws Exception;
  }

  private void listening(Steps steps) throws Exception {
    Subscription subscription = subscribe();
    try {
      steps.run();
    } finally {
      subscription.close();
    }
  }

  private List<String> history(int limit) throws PcException {
    Instant since = Instant.now().minus(Duration.ofDays(30));
    return new WindowsUpdateLog()
        .eventsSince(since, limit).stream().map(WindowsUpdateLogTest::title).toList();
  }

  private void awaitNews() throws InterruptedException {
    assertThat(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("news");
  }

  private static String title(String xml) {
    Matcher matcher = TITLE.matcher(xml);
    assertThat(matcher.find()).as("a title in the event").isTrue();
    return matcher.group(1);
  }
}
