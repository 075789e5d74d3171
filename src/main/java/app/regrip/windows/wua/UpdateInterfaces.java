package app.regrip.windows.wua;

import com.sun.jna.platform.win32.Guid.GUID;

/**
 * Class ids, interface ids, method numbers and values of the Windows Update agent, as far as Regrip
 * needs them; as in wuapi.h. Methods 0 to 6 are IUnknown's and IDispatch's.
 */
final class UpdateInterfaces {

  static final short VARIANT_TRUE = -1;
  static final short VARIANT_FALSE = 0;

  private UpdateInterfaces() {}

  static final class UpdateSession {
    static final GUID CLSID = new GUID("{4cb43d7f-7eee-4906-8698-60da1c38f2fe}");
    static final GUID IID = new GUID("{816858a4-260d-4260-933a-2585f1abc76b}");
    static final int CREATE_UPDATE_SEARCHER = 12;
    static final int CREATE_UPDATE_DOWNLOADER = 13;

    private UpdateSession() {}
  }

  /** IUpdateSearcher; a session's CreateUpdateSearcher gives it. */
  static final class UpdateSearcher {
    static final int QUERY_HISTORY = 18;
    static final int SEARCH = 19;
    static final int PUT_ONLINE = 21;
    static final int GET_TOTAL_HISTORY_COUNT = 22;

    private UpdateSearcher() {}
  }

  static final class UpdateHistoryEntryCollection {
    static final int GET_ITEM = 7;
    static final int GET_COUNT = 9;

    private UpdateHistoryEntryCollection() {}
  }

  static final class UpdateHistoryEntry {
    static final int GET_RESULT_CODE = 8;
    static final int GET_HRESULT = 9;
    static final int GET_DATE = 10;
    static final int GET_UPDATE_IDENTITY = 11;
    static final int GET_TITLE = 12;
    static final int GET_UNMAPPED_RESULT_CODE = 14;

    private UpdateHistoryEntry() {}
  }

  static final class UpdateIdentity {
    static final int GET_UPDATE_ID = 8;

    private UpdateIdentity() {}
  }

  /** ISearchResult; a searcher's Search gives it. */
  static final class SearchResult {
    static final int GET_RESULT_CODE = 7;
    static final int GET_UPDATES = 9;
    static final int GET_WARNINGS = 10;

    private SearchResult() {}
  }

  static final class UpdateExceptionCollection {
    static final int GET_ITEM = 7;
    static final int GET_COUNT = 9;

    private UpdateExceptionCollection() {}
  }

  static final class UpdateException {
    static final int GET_HRESULT = 8;

    private UpdateException() {}
  }

  static final class UpdateCollection {
    static final int GET_ITEM = 7;
    static final int GET_COUNT = 10;

    private UpdateCollection() {}
  }

  static final class Update {
    static final int GET_TITLE = 7;
    static final int GET_IDENTITY = 19;
    static final int GET_IS_DOWNLOADED = 23;
    static final int GET_IS_HIDDEN = 24;
    static final int PUT_IS_HIDDEN = 25;

    private Update() {}
  }

  /** IUpdateDownloader; a session's CreateUpdateDownloader gives it. */
  static final class UpdateDownloader {
    static final int PUT_UPDATES = 14;
    static final int DOWNLOAD = 16;

    private UpdateDownloader() {}
  }

  static final class DownloadResult {
    static final int GET_HRESULT = 7;
    static final int GET_RESULT_CODE = 8;
    static final int GET_UPDATE_RESULT = 9;

    private DownloadResult() {}
  }

  static final class UpdateDownloadResult {
    static final int GET_HRESULT = 7;
    static final int GET_RESULT_CODE = 8;

    private UpdateDownloadResult() {}
  }

  static final class UpdateInstaller {
    static final GUID CLSID = new GUID("{d2e0fe7f-d23e-48e1-93c0-6fa8cc346474}");
    static final GUID IID = new GUID("{7b929c68-ccdc-4226-96b1-8724600b54c2}");
    static final int GET_IS_BUSY = 23;

    private UpdateInstaller() {}
  }

  /** OperationResultCode. */
  static final class OperationResultCode {
    static final int NOT_STARTED = 0;
    static final int IN_PROGRESS = 1;
    static final int SUCCEEDED = 2;
    static final int SUCCEEDED_WITH_ERRORS = 3;
    static final int FAILED = 4;
    static final int ABORTED = 5;

    private OperationResultCode() {}
  }
}
