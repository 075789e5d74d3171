package app.regrip.cli;

import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C as a Java process gets it: the JVM begins to shut down, and while our hook waits, the
 * other threads still run and can bring things to an end.
 */
public final class CtrlC implements Interrupts {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Terminal terminal;
  private final Translator translator;

  public CtrlC(Terminal terminal, Translator translator) {
    this.terminal = terminal;
    this.translator = translator;
  }

  @Override
  public Registration onInterrupt(Runnable politely) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> interrupt(politely, ended), "ctrl-c");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyShuttingDown) {
        // The hook is running; it has just been told that all is done.
      }
    };
  }

  private void interrupt(Runnable politely, CountDownLatch ended) {
    politely.run();
    try {
      if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        terminal.err().println();
        new Printer(terminal, translator).error(Message.of("cli.narration.goes-on-alone"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
