package app.regrip.windows.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.helper.EventLine;
import app.regrip.helper.EventReader;
import app.regrip.helper.PeerPolicy.Peer;
import app.regrip.helper.StrictLines;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.text.Message;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A running pipe, with this process at both ends. */
@Tag("windows")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HelperPipeTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String SAID =
      EventLine.of(new RepairEvent.Said(Message.asIs("x".repeat(900)))) + "\n";

  private final String name = HelperPipe.nameOf(UUID.randomUUID().toString());
  private OpenProcess self;
  private HelperPipe server;

  @BeforeEach
  void open() throws PcException {
    self = OpenProcess.ofThis();
    server = HelperPipe.create(name, HelperPipe.access(self.logonOrUser()));
  }

  @AfterEach
  void close() {
    server.close();
    self.close();
  }

  @Test
  void aSecondServerOfTheNameIsRefused() {
    assertThatThrownBy(() -> HelperPipe.create(name, HelperPipe.access("S-1-5-18")))
        .isInstanceOf(PcException.class);
  }

  @Test
  void whatTheHelperSaysIsHeardAndTheCancelOfTheTrayArrives() throws Exception {
    CompletableFuture<Boolean> waiting = awaited(peer -> true);
    try (PipeEnd client = connect()) {
      assertThat(waiting.get()).isTrue();
      OutputStream out = server.end().out();
      out.write(bytes(SAID + EventLine.of(new RepairEvent.ProofStarted()) + "\n"));
      client.out().write(bytes("cancel\n"));

      assertThat(firstWord()).isEqualTo("cancel");
      server.close();
      List<RepairEvent> heard = new ArrayList<>();
      EventReader.readAll(client.in(), heard::add);
      assertThat(heard).hasSize(2).last().isEqualTo(new RepairEvent.ProofStarted());
    }
  }

  @Test
  void whoIsAtTheOtherEndIsSaidByWindows() throws Exception {
    List<Peer> peers = new ArrayList<>();
    CompletableFuture<Boolean> waiting = awaited(peers::add);
    try (PipeEnd client = connect()) {
      assertThat(client.handle()).isNotNull();
      assertThat(waiting.get()).isTrue();
    }
    assertThat(peers)
        .singleElement()
        .satisfies(
            peer -> {
              assertThat(peer.pid()).isEqualTo(ProcessHandle.current().pid());
              assertThat(peer.session()).isEqualTo(self.session());
              assertThat(peer.image()).endsWithIgnoringCase(".exe");
            });
  }

  @Test
  void aWrongClientIsSentAwayAndTheWaitGoesOn() throws Exception {
    List<Peer> asked = new ArrayList<>();
    CompletableFuture<Boolean> waiting =
        awaited(
            peer -> {
              asked.add(peer);
              return asked.size() > 1;
            });
    try (PipeEnd wrong = connect()) {
      assertThat(wrong.in().read()).isEqualTo(-1);
    }
    try (PipeEnd right = connect()) {
      assertThat(waiting.get()).isTrue();
      assertThat(right.handle()).isNotNull();
    }
  }

  @Test
  void nobodyIsWaitedForInVain() throws PcException {
    assertThat(server.await(peer -> true, self, Clock.systemUTC(), SHORT)).isFalse();
  }

  @Test
  void connectAndDropAHundredTimesStopsNothing() throws Exception {
    AtomicBoolean dropping = new AtomicBoolean(true);
    CompletableFuture<Boolean> waiting = awaited(peer -> !dropping.get());
    for (int i = 0; i < 100; i++) {
      connect().close();
    }
    dropping.set(false);
    try (PipeEnd client = connect()) {
      assertThat(waiting.get()).isTrue();
      server.end().out().write(bytes(SAID));
      assertThat(client.in().read()).isEqualTo('{');
    }
  }

  @Test
  void afterItIsClosedNothingBegins() throws Exception {
    server.close();
    HANDLE sameNumber = Kernel32.INSTANCE.CreateEvent(null, true, false, null);

    assertThat(server.end().in().read()).isEqualTo(-1);
    server.end().out().write(bytes(SAID));

    Kernel32.INSTANCE.CloseHandle(sameNumber);
  }

  @Test
  void closingTwiceClosesNothingOfAnybodyElse() throws PcException {
    boolean wasGivenAgain = false;
    for (int i = 0; i < 50 && !wasGivenAgain; i++) {
      HelperPipe pipe =
          HelperPipe.create(
              HelperPipe.nameOf(UUID.randomUUID().toString()), HelperPipe.access("S-1-5-18"));
      pipe.close();
      // Windows gives a free number to the next who asks, which may be a thread of Java's own.
      HANDLE next = Kernel32.INSTANCE.CreateEvent(null, true, false, null);
      wasGivenAgain = next.equals(pipe.end().handle());

      pipe.close();

      assertThat(Kernel32.INSTANCE.SetEvent(next)).as("is open still").isTrue();
      Kernel32.INSTANCE.CloseHandle(next);
    }
    assertThat(wasGivenAgain).as("the number was given again").isTrue();
  }

  @Test
  void theRightClientIsNotTakenWhereItHasGoneAgain() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    CompletableFuture<Boolean> waiting =
        awaited(
            peer -> {
              asked.countDown();
              awaitUninterruptibly(gone);
              return true;
            });
    PipeEnd first = connect();
    asked.await();
    first.close();
    gone.countDown();

    try (PipeEnd second = connect()) {
      assertThat(waiting.get()).isTrue();
      server.end().out().write(bytes(SAID));
      assertThat(second.in().read()).isEqualTo('{');
    }
  }

  @Test
  void aReaderThatSleepsLosesLinesAndHoldsUpNothing() throws Exception {
    CompletableFuture<Boolean> waiting = awaited(peer -> true);
    try (PipeEnd client = connect()) {
      assertThat(waiting.get()).isTrue();
      OutputStream out = server.end().out();
      // More than the pipe takes, while nobody reads.
      for (int i = 0; i < 75; i++) {
        out.write(bytes(SAID));
      }
      CompletableFuture<Integer> reading =
          CompletableFuture.supplyAsync(
              () -> {
                List<RepairEvent> heard = new ArrayList<>();
                try {
                  EventReader.readAll(client.in(), heard::add);
                } catch (StrictLines.BrokenException e) {
                  throw new AssertionError("a line was torn", e);
                } catch (IOException e) {
                  return heard.size();
                }
                return heard.size();
              });
      for (int i = 0; i < 10; i++) {
        out.write(bytes(SAID));
      }
      server.close();
      assertThat(reading.get(20, TimeUnit.SECONDS)).isBetween(20, 85);
    }
  }

  @Test
  void aTrayThatDiesIsNoReasonToStop() throws Exception {
    CompletableFuture<Boolean> waiting = awaited(peer -> true);
    PipeEnd client = connect();
    assertThat(waiting.get()).isTrue();
    client.close();

    assertThat(server.end().in().read()).isEqualTo(-1);
    server.end().out().write(bytes(SAID + SAID + SAID));
  }

  @Test
  void aSilentClientBlocksNoWriting() throws Exception {
    CompletableFuture<Boolean> waiting = awaited(peer -> true);
    try (PipeEnd client = connect()) {
      assertThat(waiting.get()).isTrue();
      CompletableFuture<String> word = CompletableFuture.supplyAsync(this::firstWord);
      server.end().out().write(bytes(SAID));

      assertThat(client.in().read()).isEqualTo('{');
      assertThat(word).isNotDone();
      server.close();
      assertThat(word.get()).isNull();
    }
  }

  @Test
  void aServerOfAnotherProcessIsNotTalkedTo() throws Exception {
    CompletableFuture<Boolean> waiting = awaited(peer -> false, SHORT);

    assertThatThrownBy(() -> PipeClient.open(name, ProcessHandle.current().pid() + 4))
        .isInstanceOf(PcException.class);
    assertThat(waiting.get()).isFalse();
  }

  private CompletableFuture<Boolean> awaited(Predicate<Peer> wanted) {
    return awaited(wanted, LONG);
  }

  /** Every test sees its end, or it would go on at a pipe of the next test. */
  private CompletableFuture<Boolean> awaited(Predicate<Peer> wanted, Duration patience) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return server.await(wanted, self, Clock.systemUTC(), patience);
          } catch (PcException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As the launcher does: until the server is free for the next one. */
  private PipeEnd connect() throws PcException {
    Optional<PipeEnd> end = Optional.empty();
    while (end.isEmpty()) {
      end = PipeClient.open(name, ProcessHandle.current().pid());
      Thread.yield();
    }
    return end.get();
  }

  private String firstWord() {
    try {
      return new BufferedReader(new InputStreamReader(server.end().in(), StandardCharsets.UTF_8))
          .readLine();
    } catch (IOException e) {
      return "";
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
