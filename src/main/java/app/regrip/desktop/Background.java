package app.regrip.desktop;

import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingWorker;

/** Work that must not hold up the event dispatch thread, with its result brought back there. */
final class Background {

  private static final System.Logger LOG = System.getLogger(Background.class.getName());

  private Background() {}

  /** Calls {@code done}, or {@code failed} with what went wrong, on the event dispatch thread. */
  static <T> void run(Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
    new SwingWorker<T, Void>() {
      @Override
      protected T doInBackground() {
        return work.get();
      }

      @Override
      protected void done() {
        T result;
        try {
          result = get();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        } catch (ExecutionException e) {
          LOG.log(System.Logger.Level.WARNING, "a look at the PC failed", e.getCause());
          failed.accept(String.valueOf(e.getCause().getMessage()));
          return;
        }
        done.accept(result);
      }
    }.execute();
  }
}
