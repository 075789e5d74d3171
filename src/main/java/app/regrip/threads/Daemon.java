package app.regrip.threads;

import java.util.concurrent.ThreadFactory;

/**
 * A thread that is no reason for the JVM to stay. Its name begins with {@code regrip-}, so that a
 * dump of all threads tells ours from those of others.
 */
public final class Daemon {

  private static final String OURS = "regrip-";

  private Daemon() {}

  /**
   * Not started yet.
   *
   * @param name what it is for, in a word or two with hyphens
   */
  public static Thread of(String name, Runnable work) {
    Thread thread = new Thread(work, OURS + name);
    thread.setDaemon(true);
    return thread;
  }

  public static Thread start(String name, Runnable work) {
    Thread thread = of(name, work);
    thread.start();
    return thread;
  }

  /** For an executor. */
  public static ThreadFactory named(String name) {
    return work -> of(name, work);
  }
}
