package app.regrip.windows.wua;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent;
import app.regrip.text.Message;
import app.regrip.windows.winrt.ComPointer;
import app.regrip.windows.wua.UpdateInterfaces.UpdateInstaller;
import com.sun.jna.ptr.ShortByReference;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The Windows Update agent of this PC, by COM. Starts the Windows Update service where that is not
 * running and fails with Win32 1058 where it is disabled. Every method gives up on a Windows that
 * does not answer with Win32 1460.
 */
public final class WindowsUpdateAgent implements UpdateAgent {

  private static final int NEWEST = 200;
  private static final int ERROR_INVALID_PARAMETER = 87;

  private static final Duration READING = Duration.ofMinutes(1);
  private static final Duration SEARCHING_OFFLINE = Duration.ofMinutes(5);

  private static final Pattern GUID_PATTERN =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** A cumulative update has about 1 GB. */
  private static final Duration DOWNLOADING = Duration.ofMinutes(60);

  /** WU_E_NO_UPDATE. */
  private static final HResult NO_UPDATE = new HResult(0x80240024);

  private final Duration downloading;

  public WindowsUpdateAgent() {
    this(DOWNLOADING);
  }

  WindowsUpdateAgent(Duration downloading) {
    this.downloading = downloading;
  }

  @Override
  public SearchResult search(Duration patience, Cancellation cancellation) throws PcException {
    SearchResult cancelled = SearchResult.failed(OperationResult.CANCELLED);
    if (cancellation.isRequested()) {
      return cancelled;
    }
    CompletableFuture<SearchResult> answer = Apartment.begin(() -> withSearcher(Searcher::check));
    try (Cancellation.Registration stop =
        cancellation.onRequest(() -> answer.complete(cancelled))) {
      return Apartment.await(answer, patience);
    } catch (PcException e) {
      return SearchResult.failed(e.code());
    }
  }

  /**
   * {@inheritDoc} What the search before it found is known on this PC, so the servers are not asked
   * for it again.
   */
  @Override
  public HResult download(UUID update, Cancellation cancellation) throws PcException {
    if (cancellation.isRequested()) {
      return OperationResult.CANCELLED;
    }
    CompletableFuture<HResult> answer =
        Apartment.begin(
            () ->
                withSearcher(
                    searcher -> {
                      searcher.stayOffline();
                      return searcher.download(update.toString()).orElse(NO_UPDATE);
                    }));
    try (Cancellation.Registration stop =
        cancellation.onRequest(() -> answer.complete(OperationResult.CANCELLED))) {
      return Apartment.await(answer, downloading);
    } catch (PcException e) {
      return e.code();
    }
  }

  @Override
  public boolean isInstalling() throws PcException {
    Message what = Message.of("windows.agent.installing");
    return Apartment.await(
        Apartment.begin(
            () -> {
              try (ComPointer installer =
                  Apartment.create(what, UpdateInstaller.CLSID, UpdateInstaller.IID)) {
                ShortByReference busy = new ShortByReference();
                installer.call(what, UpdateInstaller.GET_IS_BUSY, busy);
                return busy.getValue() != UpdateInterfaces.VARIANT_FALSE;
              }
            }),
        READING);
  }

  /** {@inheritDoc} At most the newest 200. */
  @Override
  public List<UpdateHistoryEntry> history() throws PcException {
    return Apartment.await(
            Apartment.begin(() -> withSearcher(searcher -> searcher.history(NEWEST))), READING)
        .stream()
        .sorted(Comparator.comparing(UpdateHistoryEntry::date).reversed())
        .toList();
  }

  @Override
  public List<HiddenUpdate> hiddenUpdates() throws PcException {
    return offline(Searcher::hidden);
  }

  @Override
  public void hide(HiddenUpdate update) throws PcException {
    if (!GUID_PATTERN.matcher(update.updateId()).matches()) {
      throw new PcException(
          Message.of("windows.agent.hide-no-id"), HResult.ofWin32(ERROR_INVALID_PARAMETER));
    }
    // After a reset the update database knows nothing, until the servers are asked.
    if (!offline(searcher -> searcher.hide(update.updateId()))) {
      Apartment.await(
          Apartment.begin(() -> withSearcher(online -> online.hide(update.updateId()))),
          PATIENCE_AFTER_A_REPAIR);
    }
  }

  private static <T> T offline(Work<T> work) throws PcException {
    return Apartment.await(
        Apartment.begin(
            () ->
                withSearcher(
                    searcher -> {
                      searcher.stayOffline();
                      return work.with(searcher);
                    })),
        SEARCHING_OFFLINE);
  }

  private static <T> T withSearcher(Work<T> work) throws PcException {
    try (Searcher searcher = Searcher.open()) {
      return work.with(searcher);
    }
  }

  /** What one searcher is made for. */
  private interface Work<T> {
    T with(Searcher searcher) throws PcException;
  }
}
