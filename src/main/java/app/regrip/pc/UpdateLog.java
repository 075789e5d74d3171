package app.regrip.pc;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The event channels in which the Windows Update client reports: {@code System} and {@code
 * Microsoft-Windows-WindowsUpdateClient/Operational}, filtered by that provider. Events come as
 * XML, the way EvtRender gives it.
 */
public interface UpdateLog {

  /** The events since then, in any order; of each channel at most the newest {@code limit}. */
  List<String> eventsSince(Instant since, int limit) throws PcException;

  /**
   * Tells that there is something new, until closed: what it is, reading says. {@code onNews} and
   * {@code onLost} run on a thread of the port; after {@code onLost} nothing more comes.
   */
  Subscription subscribe(Runnable onNews, Consumer<PcException> onLost) throws PcException;

  /** A running subscription; closing it never throws and may be done twice. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
