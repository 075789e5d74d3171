package app.regrip.windows.wua;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateAgent.OfferedUpdate;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.text.Message;
import app.regrip.windows.winrt.ComPointer;
import app.regrip.windows.wua.UpdateInterfaces.DownloadResult;
import app.regrip.windows.wua.UpdateInterfaces.OperationResultCode;
import app.regrip.windows.wua.UpdateInterfaces.Update;
import app.regrip.windows.wua.UpdateInterfaces.UpdateCollection;
import app.regrip.windows.wua.UpdateInterfaces.UpdateDownloadResult;
import app.regrip.windows.wua.UpdateInterfaces.UpdateDownloader;
import app.regrip.windows.wua.UpdateInterfaces.UpdateException;
import app.regrip.windows.wua.UpdateInterfaces.UpdateExceptionCollection;
import app.regrip.windows.wua.UpdateInterfaces.UpdateHistoryEntryCollection;
import app.regrip.windows.wua.UpdateInterfaces.UpdateIdentity;
import app.regrip.windows.wua.UpdateInterfaces.UpdateSearcher;
import app.regrip.windows.wua.UpdateInterfaces.UpdateSession;
import com.sun.jna.ptr.DoubleByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.ShortByReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One IUpdateSearcher with its session; lives and is used on a thread of an {@link Apartment}. */
final class Searcher implements AutoCloseable {

  private static final Message READING = Message.of("windows.agent.history");
  private static final Message SEARCHING = Message.of("windows.agent.check");
  private static final Message LISTING = Message.of("windows.agent.found");
  private static final Message DOWNLOADING = Message.of("windows.agent.download");

  private final ComPointer session;
  private final ComPointer searcher;

  private Searcher(ComPointer session, ComPointer searcher) {
    this.session = session;
    this.searcher = searcher;
  }

  static Searcher open() throws PcException {
    Message what = Message.of("windows.agent.not-started");
    ComPointer session = Apartment.create(what, UpdateSession.CLSID, UpdateSession.IID);
    try {
      return new Searcher(session, session.get(what, UpdateSession.CREATE_UPDATE_SEARCHER));
    } catch (PcException e) {
      session.close();
      throw e;
    }
  }

  /** The newest entries, as Windows orders them. */
  List<UpdateHistoryEntry> history(int atMost) throws PcException {
    int count = Math.min(atMost, number(searcher, READING, UpdateSearcher.GET_TOTAL_HISTORY_COUNT));
    List<UpdateHistoryEntry> entries = new ArrayList<>();
    // Asked for nothing, Windows answers WU_E_INVALIDINDEX.
    if (count > 0) {
      try (ComPointer found = searcher.get(READING, UpdateSearcher.QUERY_HISTORY, 0, count)) {
        int size = number(found, READING, UpdateHistoryEntryCollection.GET_COUNT);
        for (int i = 0; i < size; i++) {
          try (ComPointer entry = found.get(READING, UpdateHistoryEntryCollection.GET_ITEM, i)) {
            entries.add(entry(entry));
          }
        }
      }
    }
    return entries;
  }

  private static UpdateHistoryEntry entry(ComPointer entry) throws PcException {
    DoubleByReference date = new DoubleByReference();
    entry.call(READING, UpdateInterfaces.UpdateHistoryEntry.GET_DATE, date);
    return new UpdateHistoryEntry(
        OleDate.instant(date.getValue()).orElse(Instant.EPOCH),
        Bstr.get(entry, READING, UpdateInterfaces.UpdateHistoryEntry.GET_TITLE),
        updateId(entry, READING, UpdateInterfaces.UpdateHistoryEntry.GET_UPDATE_IDENTITY),
        OperationResult.of(
            number(entry, READING, UpdateInterfaces.UpdateHistoryEntry.GET_RESULT_CODE),
            hresult(entry, READING, UpdateInterfaces.UpdateHistoryEntry.GET_HRESULT),
            hresult(entry, READING, UpdateInterfaces.UpdateHistoryEntry.GET_UNMAPPED_RESULT_CODE)));
  }

  /** Looks for updates that are not installed; asks the update servers. */
  SearchResult check() throws PcException {
    try (ComPointer answer = search("IsInstalled=0");
        ComPointer updates = answer.get(SEARCHING, UpdateInterfaces.SearchResult.GET_UPDATES)) {
      HResult result = outcome(answer);
      if (result.isFailure()) {
        return SearchResult.failed(result);
      }
      List<OfferedUpdate> offered = new ArrayList<>();
      int count = number(updates, SEARCHING, UpdateCollection.GET_COUNT);
      for (int i = 0; i < count; i++) {
        try (ComPointer update = updates.get(LISTING, UpdateCollection.GET_ITEM, i)) {
          offered.add(offered(update));
        }
      }
      return new SearchResult(result, offered);
    }
  }

  private static OfferedUpdate offered(ComPointer update) throws PcException {
    return new OfferedUpdate(
        updateId(update, LISTING, Update.GET_IDENTITY),
        Bstr.get(update, LISTING, Update.GET_TITLE),
        isTrue(update, LISTING, Update.GET_IS_DOWNLOADED),
        isTrue(update, LISTING, Update.GET_IS_HIDDEN));
  }

  /**
   * Downloads one update to its end. Empty where there is none of that id.
   *
   * @param updateId a GUID, which goes into the criteria as it is
   */
  Optional<HResult> download(String updateId) throws PcException {
    try (ComPointer answer = search("UpdateID='" + updateId + "' and IsInstalled=0");
        ComPointer updates = answer.get(LISTING, UpdateInterfaces.SearchResult.GET_UPDATES)) {
      ComPointer.check(LISTING, outcome(answer).value());
      if (number(updates, LISTING, UpdateCollection.GET_COUNT) == 0) {
        return Optional.empty();
      }
      try (ComPointer downloader =
          session.get(DOWNLOADING, UpdateSession.CREATE_UPDATE_DOWNLOADER)) {
        downloader.call(DOWNLOADING, UpdateDownloader.PUT_UPDATES, updates.pointer());
        try (ComPointer result = downloader.get(DOWNLOADING, UpdateDownloader.DOWNLOAD)) {
          return Optional.of(outcomeOfDownload(result));
        }
      }
    }
  }

  /** The update's own number says more than that of the whole, which is "all failed" at most. */
  private static HResult outcomeOfDownload(ComPointer result) throws PcException {
    HResult whole = hresult(result, DOWNLOADING, DownloadResult.GET_HRESULT);
    try (ComPointer first = result.get(DOWNLOADING, DownloadResult.GET_UPDATE_RESULT, 0)) {
      return OperationResult.of(
              number(first, DOWNLOADING, UpdateDownloadResult.GET_RESULT_CODE),
              hresult(first, DOWNLOADING, UpdateDownloadResult.GET_HRESULT),
              whole)
          .orElse(OperationResult.UNEXPECTED);
    }
  }

  /** S_OK only where nothing was left out. */
  private static HResult outcome(ComPointer answer) throws PcException {
    int code = number(answer, SEARCHING, UpdateInterfaces.SearchResult.GET_RESULT_CODE);
    if (code == OperationResultCode.SUCCEEDED) {
      return HResult.OK;
    }
    return OperationResult.of(code, firstWarning(answer), HResult.OK)
        .filter(HResult::isFailure)
        .orElse(OperationResult.UNEXPECTED);
  }

  private static HResult firstWarning(ComPointer answer) throws PcException {
    try (ComPointer warnings = answer.get(SEARCHING, UpdateInterfaces.SearchResult.GET_WARNINGS)) {
      if (number(warnings, SEARCHING, UpdateExceptionCollection.GET_COUNT) == 0) {
        return HResult.OK;
      }
      try (ComPointer first = warnings.get(SEARCHING, UpdateExceptionCollection.GET_ITEM, 0)) {
        return hresult(first, SEARCHING, UpdateException.GET_HRESULT);
      }
    }
  }

  /** From now on asks only what is known on this PC. */
  void stayOffline() throws PcException {
    searcher.call(SEARCHING, UpdateSearcher.PUT_ONLINE, UpdateInterfaces.VARIANT_FALSE);
  }

  List<HiddenUpdate> hidden() throws PcException {
    List<HiddenUpdate> hidden = new ArrayList<>();
    forEach(
        "IsHidden=1",
        update ->
            hidden.add(
                new HiddenUpdate(
                    updateId(update, LISTING, Update.GET_IDENTITY),
                    Bstr.get(update, LISTING, Update.GET_TITLE))));
    return hidden;
  }

  /**
   * Whether there was one to hide.
   *
   * @param updateId a GUID, which goes into the criteria as it is
   */
  boolean hide(String updateId) throws PcException {
    return forEach(
            "UpdateID='" + updateId + "'",
            update ->
                update.call(
                    Message.of("windows.agent.hide"),
                    Update.PUT_IS_HIDDEN,
                    UpdateInterfaces.VARIANT_TRUE))
        > 0;
  }

  @Override
  public void close() {
    searcher.close();
    session.close();
  }

  /** How many there were. */
  private int forEach(String criteria, Visit visit) throws PcException {
    try (ComPointer answer = search(criteria);
        ComPointer updates = answer.get(LISTING, UpdateInterfaces.SearchResult.GET_UPDATES)) {
      ComPointer.check(LISTING, outcome(answer).value());
      int count = number(updates, LISTING, UpdateCollection.GET_COUNT);
      for (int i = 0; i < count; i++) {
        try (ComPointer update = updates.get(LISTING, UpdateCollection.GET_ITEM, i)) {
          visit.update(update);
        }
      }
      return count;
    }
  }

  private ComPointer search(String criteria) throws PcException {
    try (Bstr text = Bstr.of(criteria)) {
      return searcher.get(SEARCHING, UpdateSearcher.SEARCH, text.pointer());
    }
  }

  private static String updateId(ComPointer object, Message what, int slot) throws PcException {
    try (ComPointer identity = object.get(what, slot)) {
      return Bstr.get(identity, what, UpdateIdentity.GET_UPDATE_ID);
    }
  }

  private static HResult hresult(ComPointer object, Message what, int slot) throws PcException {
    return new HResult(number(object, what, slot));
  }

  private static boolean isTrue(ComPointer object, Message what, int slot) throws PcException {
    ShortByReference out = new ShortByReference();
    object.call(what, slot, out);
    return out.getValue() != UpdateInterfaces.VARIANT_FALSE;
  }

  private static int number(ComPointer object, Message what, int slot) throws PcException {
    IntByReference out = new IntByReference();
    object.call(what, slot, out);
    return out.getValue();
  }

  /** What is done with one update that was found. */
  private interface Visit {
    void update(ComPointer update) throws PcException;
  }
}
