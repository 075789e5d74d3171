/*
 * Stands in for the Windows Update agent, whose members Wine leaves out: an in-process COM server for
 * Microsoft.Update.Session and .Installer. Vtables are those of wuapi.h.
 *
 * It is fed from the folder wua in REGRIP_FAKES (or, where that is not set, in the folder named in
 * the first line of C:\regrip-fakes.txt), at every call anew; UTF-8, fields split by tabs:
 *   history.txt  one entry a line: DATE OPERATION RESULTCODE HRESULT UNMAPPED TITLE UPDATEID, as
 *                45981.5, 1, 4, 0x80070006, 0x0 …; an empty title is a NULL
 *   search.txt   how an online search ends, the first line that says so: found N | fail 0xHRESULT |
 *                warn 0xHRESULT (succeeded with errors) | offered (all of offered.txt) | hang | fail-while-exists PATH 0xHRESULT
 *                (fields split by blanks, PATH may hold some); found 0 where nothing is said
 *   offline.txt  how an offline search ends: warn 0xHRESULT
 *   hidden.txt   UPDATEID TITLE of hidden updates; put_IsHidden adds to it
 *   offered.txt  UPDATEID TITLE of updates that are offered and not hidden
 *   download.txt how a download ends: fail 0xHRESULT | hang; it succeeds where nothing is said
 *   downloaded.txt UPDATEID of updates whose files are here; a download adds to it
 *   busy.txt     1 or 0
 *   fail.txt     which members fail: get_Date 0xHRESULT
 *   calls.log    what it was asked, appended, a line each: QueryHistory 0 3; and "hanging" when it does
 *
 * Registered by: regsvr32 wuaserver.dll (HKLM\Software\Classes\CLSID\...\InprocServer32).
 *
 * build: x86_64-w64-mingw32-gcc -O2 -Wall -Wextra -Werror -shared -static-libgcc wuaserver.c -o wuaserver.dll -lole32 -loleaut32 -luuid
 */
#define COBJMACROS
#include <initguid.h>
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <oleauto.h>
#include <wuapi.h>

#define LINE 2000

/* Every object of the agent; its strings and numbers are what its kind needs. */
typedef struct object {
  const void *slots;
  const GUID *iid;
  LONG references;
  struct object **items; /* of a collection or a search result, each with a reference */
  int count;
  int result_code, online;
  HRESULT hresult, unmapped;
  DATE date;
  BSTR title, update_id;
} object;

static HINSTANCE library;

/* --- the folder ----------------------------------------------------------------------------- */

static void path_in_folder(const wchar_t *name, wchar_t *path) {
  path[0] = 0;
  if (GetEnvironmentVariableW(L"REGRIP_FAKES", path, 700) == 0) {
    FILE *pointer = _wfopen(L"C:\\regrip-fakes.txt", L"rb");
    char line[700] = "";
    if (pointer == NULL) return;
    if (fgets(line, sizeof line, pointer) == NULL) line[0] = 0;
    fclose(pointer);
    line[strcspn(line, "\r\n")] = 0;
    MultiByteToWideChar(CP_UTF8, 0, line, -1, path, 700);
  }
  wcscat(path, L"\\wua");
  CreateDirectoryW(path, NULL);
  wcscat(path, L"\\");
  wcscat(path, name);
}

static FILE *file_in_folder(const wchar_t *name, const wchar_t *mode) {
  wchar_t path[1024];
  path_in_folder(name, path);
  return _wfopen(path, mode);
}

/* The next line that is not empty, without its end. */
static int next_line(FILE *file, char *line) {
  while (file != NULL && fgets(line, LINE, file) != NULL) {
    line[strcspn(line, "\r\n")] = 0;
    if (line[0] != 0) return 1;
  }
  return 0;
}

/* What follows the name in a line of the file. */
static int setting(const wchar_t *name, const char *key, char *value) {
  FILE *file = file_in_folder(name, L"rb");
  char line[LINE];
  int found = 0;
  size_t length = strlen(key);
  while (!found && next_line(file, line))
    if (strncmp(line, key, length) == 0 && line[length] == ' ') {
      strcpy(value, line + length + 1);
      found = 1;
    }
  if (file != NULL) fclose(file);
  return found;
}

static int flag(const wchar_t *name) {
  FILE *file = file_in_folder(name, L"rb");
  char line[LINE];
  int set = next_line(file, line) && line[0] == '1';
  if (file != NULL) fclose(file);
  return set;
}

/* Writes down what was asked, and says whether the member is to fail. */
static HRESULT asked(const char *member, const char *arguments) {
  FILE *log = file_in_folder(L"calls.log", L"ab");
  char value[LINE];
  if (log != NULL) {
    fprintf(log, "%s%s%s\n", member, arguments[0] == 0 ? "" : " ", arguments);
    fclose(log);
  }
  return setting(L"fail.txt", member, value) ? (HRESULT) strtoul(value, NULL, 0) : S_OK;
}

#define ASKED(member, arguments) \
  do { \
    HRESULT wanted = asked(member, arguments); \
    if (FAILED(wanted)) return wanted; \
  } while (0)

static BSTR string(const char *utf8) {
  wchar_t wide[LINE];
  if (utf8[0] == 0) return NULL;
  MultiByteToWideChar(CP_UTF8, 0, utf8, -1, wide, LINE);
  return SysAllocString(wide);
}

/* --- IUnknown, and what is left out ------------------------------------------------------------ */

static HRESULT WINAPI query(object *self, REFIID iid, void **out) {
  *out = NULL;
  if (!IsEqualGUID(iid, self->iid) && !IsEqualGUID(iid, &IID_IUnknown) && !IsEqualGUID(iid, &IID_IDispatch))
    return E_NOINTERFACE;
  InterlockedIncrement(&self->references);
  *out = self;
  return S_OK;
}

static ULONG WINAPI add_ref(object *self) { return InterlockedIncrement(&self->references); }

static ULONG WINAPI release(object *self) {
  LONG left = InterlockedDecrement(&self->references);
  if (left > 0) return left;
  for (int i = 0; i < self->count; i++) release(self->items[i]);
  free(self->items);
  SysFreeString(self->title);
  SysFreeString(self->update_id);
  free(self);
  return 0;
}

static HRESULT WINAPI unused(void) { return E_NOTIMPL; }

#define IUNKNOWN .QueryInterface = (void *) query, .AddRef = (void *) add_ref, .Release = (void *) release

static object *made(const void *slots, const GUID *iid) {
  object *o = calloc(1, sizeof *o);
  o->slots = slots;
  o->iid = iid;
  o->references = 1;
  return o;
}

static void add(object *collection, object *item) {
  collection->items = realloc(collection->items, (collection->count + 1) * sizeof *collection->items);
  collection->items[collection->count++] = item;
}

static HRESULT give(object *given, void *out) {
  add_ref(given);
  *(object **) out = given;
  return S_OK;
}

static HRESULT item(object *self, LONG index, void *out) {
  return index < 0 || index >= self->count ? (HRESULT) 0x80240007 : give(self->items[index], out);
}

/* --- IUpdateIdentity, IUpdateHistoryEntry and their collection -------------------------------- */

static HRESULT WINAPI identity_id(object *self, BSTR *out) {
  ASKED("get_UpdateID", "");
  *out = SysAllocString(self->update_id);
  return S_OK;
}

static IUpdateIdentityVtbl identity_slots = {IUNKNOWN, .get_UpdateID = (void *) identity_id};

static HRESULT identity_of(object *self, void *out) {
  object *identity = made(&identity_slots, &IID_IUpdateIdentity);
  identity->update_id = SysAllocString(self->update_id);
  *(object **) out = identity;
  return S_OK;
}

static HRESULT WINAPI entry_result_code(object *self, LONG *out) {
  ASKED("get_ResultCode", "");
  *out = self->result_code;
  return S_OK;
}

static HRESULT WINAPI entry_hresult(object *self, LONG *out) {
  ASKED("get_HResult", "");
  *out = self->hresult;
  return S_OK;
}

static HRESULT WINAPI entry_unmapped(object *self, LONG *out) {
  ASKED("get_UnmappedResultCode", "");
  *out = self->unmapped;
  return S_OK;
}

static HRESULT WINAPI entry_date(object *self, DATE *out) {
  ASKED("get_Date", "");
  *out = self->date;
  return S_OK;
}

static HRESULT WINAPI entry_identity(object *self, void *out) {
  ASKED("get_UpdateIdentity", "");
  return identity_of(self, out);
}

static HRESULT WINAPI entry_title(object *self, BSTR *out) {
  ASKED("get_Title", "");
  *out = self->title == NULL ? NULL : SysAllocString(self->title);
  return S_OK;
}

static IUpdateHistoryEntryVtbl entry_slots = {
    IUNKNOWN,
    .get_ResultCode = (void *) entry_result_code,
    .get_HResult = (void *) entry_hresult,
    .get_Date = (void *) entry_date,
    .get_UpdateIdentity = (void *) entry_identity,
    .get_Title = (void *) entry_title,
    .get_UnmappedResultCode = (void *) entry_unmapped,
};

static HRESULT WINAPI any_item(object *self, LONG index, void *out) {
  ASKED("get_Item", "");
  return item(self, index, out);
}

static HRESULT WINAPI any_count(object *self, LONG *out) {
  ASKED("get_Count", "");
  *out = self->count;
  return S_OK;
}

static IUpdateHistoryEntryCollectionVtbl entries_slots = {
    IUNKNOWN, .get_Item = (void *) any_item, .get_Count = (void *) any_count};

/* The field where it stands, and the rest behind its tab. */
static char *field(char **rest) {
  char *start = *rest;
  size_t length = strcspn(start, "\t");
  *rest = start[length] == 0 ? start + length : start + length + 1;
  start[length] = 0;
  return start;
}

static object *history(void) {
  object *all = made(&entries_slots, &IID_IUpdateHistoryEntryCollection);
  FILE *file = file_in_folder(L"history.txt", L"rb");
  char line[LINE];
  while (next_line(file, line)) {
    char *rest = line;
    object *entry = made(&entry_slots, &IID_IUpdateHistoryEntry);
    entry->date = strtod(field(&rest), NULL);
    field(&rest);
    entry->result_code = atoi(field(&rest));
    entry->hresult = (HRESULT) strtoul(field(&rest), NULL, 16);
    entry->unmapped = (HRESULT) strtoul(field(&rest), NULL, 16);
    entry->title = string(field(&rest));
    entry->update_id = string(field(&rest));
    add(all, entry);
  }
  if (file != NULL) fclose(file);
  return all;
}

/* --- IUpdate, IUpdateException, ISearchResult --------------------------------------------------- */

static HRESULT WINAPI update_title(object *self, BSTR *out) {
  ASKED("IUpdate.get_Title", "");
  *out = self->title == NULL ? NULL : SysAllocString(self->title);
  return S_OK;
}

static HRESULT WINAPI update_identity(object *self, void *out) {
  ASKED("get_Identity", "");
  return identity_of(self, out);
}

static int listed(const wchar_t *name, const char *id) {
  FILE *file = file_in_folder(name, L"rb");
  char line[LINE];
  int found = 0;
  while (!found && next_line(file, line)) {
    char *rest = line;
    found = _stricmp(field(&rest), id) == 0;
  }
  if (file != NULL) fclose(file);
  return found;
}

static HRESULT WINAPI update_put_hidden(object *self, VARIANT_BOOL hidden) {
  char id[200] = "", title[LINE] = "", arguments[300];
  FILE *file;
  WideCharToMultiByte(CP_UTF8, 0, self->update_id, -1, id, sizeof id, NULL, NULL);
  if (self->title != NULL) WideCharToMultiByte(CP_UTF8, 0, self->title, -1, title, sizeof title, NULL, NULL);
  snprintf(arguments, sizeof arguments, "%s %d", id, hidden);
  ASKED("put_IsHidden", arguments);
  if (hidden && !listed(L"hidden.txt", id) && (file = file_in_folder(L"hidden.txt", L"ab")) != NULL) {
    fprintf(file, "%s\t%s\n", id, title);
    fclose(file);
  }
  return S_OK;
}

static HRESULT WINAPI update_downloaded(object *self, VARIANT_BOOL *out) {
  char id[200] = "";
  ASKED("get_IsDownloaded", "");
  WideCharToMultiByte(CP_UTF8, 0, self->update_id, -1, id, sizeof id, NULL, NULL);
  *out = listed(L"downloaded.txt", id) ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

static HRESULT WINAPI update_hidden(object *self, VARIANT_BOOL *out) {
  char id[200] = "";
  ASKED("get_IsHidden", "");
  WideCharToMultiByte(CP_UTF8, 0, self->update_id, -1, id, sizeof id, NULL, NULL);
  *out = listed(L"hidden.txt", id) ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

static IUpdateVtbl update_slots = {
    IUNKNOWN,
    .get_IsDownloaded = (void *) update_downloaded,
    .get_IsHidden = (void *) update_hidden,
    .get_Title = (void *) update_title,
    .get_Identity = (void *) update_identity,
    .put_IsHidden = (void *) update_put_hidden,
};

static IUpdateCollectionVtbl updates_slots = {
    IUNKNOWN, .get_Item = (void *) any_item, .get_Count = (void *) any_count};

static HRESULT WINAPI exception_hresult(object *self, LONG *out) {
  ASKED("IUpdateException.get_HResult", "");
  *out = self->hresult;
  return S_OK;
}

static IUpdateExceptionVtbl exception_slots = {IUNKNOWN, .get_HResult = (void *) exception_hresult};

static IUpdateExceptionCollectionVtbl exceptions_slots = {
    IUNKNOWN, .get_Item = (void *) any_item, .get_Count = (void *) any_count};

/* A search result holds its updates and its warnings, in this order. */
static HRESULT WINAPI result_updates(object *self, void *out) {
  ASKED("get_Updates", "");
  return item(self, 0, out);
}

static HRESULT WINAPI result_warnings(object *self, void *out) {
  ASKED("get_Warnings", "");
  return item(self, 1, out);
}

static HRESULT WINAPI result_code(object *self, LONG *out) {
  ASKED("ISearchResult.get_ResultCode", "");
  *out = self->result_code;
  return S_OK;
}

static ISearchResultVtbl result_slots = {
    IUNKNOWN,
    .get_ResultCode = (void *) result_code,
    .get_Updates = (void *) result_updates,
    .get_Warnings = (void *) result_warnings,
};

static object *nothing_found(void) {
  object *result = made(&result_slots, &IID_ISearchResult);
  result->result_code = orcSucceeded;
  add(result, made(&updates_slots, &IID_IUpdateCollection));
  add(result, made(&exceptions_slots, &IID_IUpdateExceptionCollection));
  return result;
}

static void add_update(object *result, const char *id, const char *title) {
  object *update = made(&update_slots, &IID_IUpdate);
  update->update_id = string(id);
  update->title = string(title);
  add(result->items[0], update);
}

static void add_warning(object *result, HRESULT hresult) {
  object *warning = made(&exception_slots, &IID_IUpdateException);
  warning->hresult = hresult;
  result->result_code = orcSucceededWithErrors;
  add(result->items[1], warning);
}

/* The updates a file lists, all or the one of that id. */
static void add_listed(object *result, const wchar_t *name, const char *wanted) {
  FILE *file = file_in_folder(name, L"rb");
  char line[LINE];
  while (next_line(file, line)) {
    char *rest = line, *id = field(&rest);
    if (wanted == NULL || _stricmp(id, wanted) == 0) add_update(result, id, field(&rest));
  }
  if (file != NULL) fclose(file);
}

/* --- IUpdateSearcher and IUpdateSession ---------------------------------------------------------- */

static int file_exists(const char *utf8) {
  wchar_t path[LINE];
  MultiByteToWideChar(CP_UTF8, 0, utf8, -1, path, LINE);
  return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

/* What search.txt says of an online search. */
static HRESULT online(object *result) {
  FILE *file = file_in_folder(L"search.txt", L"rb");
  char line[LINE];
  HRESULT answer = S_OK;
  int said = 0, hang = 0;
  while (!said && next_line(file, line)) {
    char *last = strrchr(line, ' ');
    unsigned long number = last == NULL ? 0 : strtoul(last + 1, NULL, 0);
    said = 1;
    if (strncmp(line, "found ", 6) == 0) {
      for (unsigned long i = 0; i < number; i++) add_update(result, "00000000-0000-0000-0000-000000000000", "An update");
    } else if (strncmp(line, "fail ", 5) == 0) {
      answer = (HRESULT) number;
    } else if (strncmp(line, "warn ", 5) == 0) {
      add_warning(result, (HRESULT) number);
    } else if (strcmp(line, "offered") == 0) {
      add_listed(result, L"offered.txt", NULL);
    } else if (strcmp(line, "hang") == 0) {
      hang = 1;
    } else if (strncmp(line, "fail-while-exists ", 18) == 0 && last > line + 18) {
      *last = 0;
      said = file_exists(line + 18);
      if (said) answer = (HRESULT) number;
    } else {
      answer = E_UNEXPECTED;
    }
  }
  if (file != NULL) fclose(file);
  if (hang) {
    asked("hanging", "");
    Sleep(INFINITE);
  }
  return answer;
}

static HRESULT WINAPI searcher_search(object *self, BSTR criteria, void *out) {
  char asked_for[LINE], arguments[LINE + 20], id[100], warning[LINE];
  object *result;
  HRESULT answer = S_OK;
  WideCharToMultiByte(CP_UTF8, 0, criteria, -1, asked_for, sizeof asked_for, NULL, NULL);
  snprintf(arguments, sizeof arguments, "%s %s", asked_for, self->online ? "online" : "offline");
  ASKED("Search", arguments);
  result = nothing_found();
  if (strcmp(asked_for, "IsInstalled=0") == 0 && self->online) {
    answer = online(result);
  } else if (strcmp(asked_for, "IsHidden=1") == 0) {
    add_listed(result, L"hidden.txt", NULL);
  } else if (sscanf(asked_for, "UpdateID='%90[^']'", id) == 1) {
    add_listed(result, L"offered.txt", id);
    if (result->items[0]->count == 0) add_listed(result, L"hidden.txt", id);
  } else {
    answer = (HRESULT) 0x80240032; /* WU_E_INVALID_CRITERIA */
  }
  if (!self->online && setting(L"offline.txt", "warn", warning))
    add_warning(result, (HRESULT) strtoul(warning, NULL, 0));
  if (SUCCEEDED(answer)) answer = give(result, out);
  release(result);
  return answer;
}

static HRESULT WINAPI searcher_query_history(object *self, LONG start, LONG count, void *out) {
  char arguments[60];
  object *all, *page;
  (void) self;
  snprintf(arguments, sizeof arguments, "%ld %ld", start, count);
  ASKED("QueryHistory", arguments);
  all = history();
  if (start < 0 || count <= 0 || start >= all->count) {
    release(all);
    return (HRESULT) 0x80240007; /* WU_E_INVALIDINDEX */
  }
  page = made(&entries_slots, &IID_IUpdateHistoryEntryCollection);
  for (LONG i = start; i < all->count && i - start < count; i++) {
    add_ref(all->items[i]);
    add(page, all->items[i]);
  }
  release(all);
  *(object **) out = page;
  return S_OK;
}

static HRESULT WINAPI searcher_history_count(object *self, LONG *out) {
  object *all;
  (void) self;
  ASKED("GetTotalHistoryCount", "");
  all = history();
  *out = all->count;
  release(all);
  return S_OK;
}

static HRESULT WINAPI searcher_put_online(object *self, VARIANT_BOOL value) {
  ASKED("put_Online", value ? "-1" : "0");
  self->online = value;
  return S_OK;
}

static IUpdateSearcherVtbl searcher_slots = {
    IUNKNOWN,
    .QueryHistory = (void *) searcher_query_history,
    .Search = (void *) searcher_search,
    .put_Online = (void *) searcher_put_online,
    .GetTotalHistoryCount = (void *) searcher_history_count,
};

/* --- IUpdateDownloader and its results ------------------------------------------------------------ */

static HRESULT WINAPI download_result_hresult(object *self, LONG *out) {
  ASKED("IDownloadResult.get_HResult", "");
  *out = self->hresult;
  return S_OK;
}

static HRESULT WINAPI download_result_code(object *self, LONG *out) {
  ASKED("IDownloadResult.get_ResultCode", "");
  *out = self->result_code;
  return S_OK;
}

static HRESULT WINAPI download_result_of(object *self, LONG index, void *out) {
  ASKED("GetUpdateResult", "");
  return item(self, index, out);
}

static IDownloadResultVtbl download_slots = {
    IUNKNOWN,
    .get_HResult = (void *) download_result_hresult,
    .get_ResultCode = (void *) download_result_code,
    .GetUpdateResult = (void *) download_result_of,
};

static HRESULT WINAPI update_download_hresult(object *self, LONG *out) {
  ASKED("IUpdateDownloadResult.get_HResult", "");
  *out = self->hresult;
  return S_OK;
}

static HRESULT WINAPI update_download_code(object *self, LONG *out) {
  ASKED("IUpdateDownloadResult.get_ResultCode", "");
  *out = self->result_code;
  return S_OK;
}

static IUpdateDownloadResultVtbl update_download_slots = {
    IUNKNOWN,
    .get_HResult = (void *) update_download_hresult,
    .get_ResultCode = (void *) update_download_code,
};

static HRESULT WINAPI downloader_put_updates(object *self, object *updates) {
  ASKED("put_Updates", "");
  add_ref(updates);
  add(self, updates);
  return S_OK;
}

/* Each update ends alike; the whole is WU_E_ALL_UPDATES_FAILED where they failed. */
static HRESULT WINAPI downloader_download(object *self, void *out) {
  char said[LINE] = "", id[200];
  HRESULT answer = S_OK;
  object *updates, *result;
  FILE *file;
  ASKED("Download", "");
  if (self->count == 0 || self->items[0]->count == 0) return (HRESULT) 0x80240024; /* WU_E_NO_UPDATE */
  if (setting(L"download.txt", "fail", said)) answer = (HRESULT) strtoul(said, NULL, 0);
  file = file_in_folder(L"download.txt", L"rb");
  if (next_line(file, said) && strcmp(said, "hang") == 0) {
    asked("hanging", "");
    Sleep(INFINITE);
  }
  if (file != NULL) fclose(file);
  updates = self->items[0];
  result = made(&download_slots, &IID_IDownloadResult);
  result->result_code = FAILED(answer) ? orcFailed : orcSucceeded;
  result->hresult = FAILED(answer) ? (HRESULT) 0x80240022 : S_OK;
  for (int i = 0; i < updates->count; i++) {
    object *one = made(&update_download_slots, &IID_IUpdateDownloadResult);
    one->result_code = result->result_code;
    one->hresult = answer;
    add(result, one);
    WideCharToMultiByte(CP_UTF8, 0, updates->items[i]->update_id, -1, id, sizeof id, NULL, NULL);
    if (SUCCEEDED(answer) && (file = file_in_folder(L"downloaded.txt", L"ab")) != NULL) {
      fprintf(file, "%s\n", id);
      fclose(file);
    }
  }
  *(object **) out = result;
  return S_OK;
}

static IUpdateDownloaderVtbl downloader_slots = {
    IUNKNOWN,
    .put_Updates = (void *) downloader_put_updates,
    .Download = (void *) downloader_download,
};

static HRESULT WINAPI session_downloader(object *self, void *out) {
  (void) self;
  ASKED("CreateUpdateDownloader", "");
  *(object **) out = made(&downloader_slots, &IID_IUpdateDownloader);
  return S_OK;
}

static HRESULT WINAPI session_searcher(object *self, void *out) {
  object *searcher;
  (void) self;
  ASKED("CreateUpdateSearcher", "");
  searcher = made(&searcher_slots, &IID_IUpdateSearcher);
  searcher->online = 1;
  *(object **) out = searcher;
  return S_OK;
}

static IUpdateSessionVtbl session_slots = {
    IUNKNOWN,
    .CreateUpdateSearcher = (void *) session_searcher,
    .CreateUpdateDownloader = (void *) session_downloader,
};

/* --- IUpdateInstaller ---------------------------------------------------------------------------- */

static HRESULT WINAPI installer_busy(object *self, VARIANT_BOOL *out) {
  (void) self;
  ASKED("get_IsBusy", "");
  *out = flag(L"busy.txt") ? VARIANT_TRUE : VARIANT_FALSE;
  return S_OK;
}

static IUpdateInstallerVtbl installer_slots = {IUNKNOWN, .get_IsBusy = (void *) installer_busy};

/* --- the server ---------------------------------------------------------------------------------- */

typedef struct {
  const IClassFactoryVtbl *slots;
  const CLSID *clsid;
  const void *made_of;
  const IID *iid;
} factory;

static HRESULT WINAPI factory_query(IClassFactory *self, REFIID iid, void **out) {
  *out = NULL;
  if (!IsEqualGUID(iid, &IID_IUnknown) && !IsEqualGUID(iid, &IID_IClassFactory)) return E_NOINTERFACE;
  *out = self;
  return S_OK;
}

static ULONG WINAPI factory_ref(IClassFactory *self) {
  (void) self;
  return 1;
}

static HRESULT WINAPI factory_create(IClassFactory *self, IUnknown *outer, REFIID iid, void **out) {
  factory *f = (factory *) self;
  object *o;
  HRESULT answer;
  *out = NULL;
  if (outer != NULL) return CLASS_E_NOAGGREGATION;
  ASKED("CreateInstance", "");
  o = made(f->made_of, f->iid);
  answer = query(o, iid, out);
  release(o);
  return answer;
}

static HRESULT WINAPI factory_lock(IClassFactory *self, BOOL lock) {
  (void) self;
  (void) lock;
  return S_OK;
}

static const IClassFactoryVtbl factory_slots = {
    factory_query, factory_ref, factory_ref, factory_create, factory_lock};

static factory factories[] = {
    {&factory_slots, &CLSID_UpdateSession, &session_slots, &IID_IUpdateSession},
    {&factory_slots, &CLSID_UpdateInstaller, &installer_slots, &IID_IUpdateInstaller},
};

#define FACTORIES (sizeof factories / sizeof *factories)

/* Members that are not spelled out above answer E_NOTIMPL. */
static void fill(void *slots, size_t size) {
  for (size_t i = 0; i < size / sizeof(void *); i++)
    if (((void **) slots)[i] == NULL) ((void **) slots)[i] = (void *) unused;
}

#define FILL(slots) fill(&slots, sizeof slots)

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
  (void) reserved;
  if (reason == DLL_PROCESS_ATTACH) {
    library = instance;
    FILL(identity_slots);
    FILL(entry_slots);
    FILL(entries_slots);
    FILL(update_slots);
    FILL(updates_slots);
    FILL(exception_slots);
    FILL(exceptions_slots);
    FILL(result_slots);
    FILL(searcher_slots);
    FILL(downloader_slots);
    FILL(download_slots);
    FILL(update_download_slots);
    FILL(session_slots);
    FILL(installer_slots);
  }
  return TRUE;
}

__declspec(dllexport) HRESULT WINAPI DllGetClassObject(REFCLSID clsid, REFIID iid, void **out) {
  for (size_t i = 0; i < FACTORIES; i++)
    if (IsEqualGUID(clsid, factories[i].clsid)) return factory_query((IClassFactory *) &factories[i], iid, out);
  *out = NULL;
  return CLASS_E_CLASSNOTAVAILABLE;
}

/* A search that hangs still runs in here. */
__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }

__declspec(dllexport) HRESULT WINAPI DllRegisterServer(void) {
  wchar_t path[MAX_PATH];
  GetModuleFileNameW(library, path, MAX_PATH);
  for (size_t i = 0; i < FACTORIES; i++) {
    wchar_t id[40], name[200];
    HKEY key;
    LONG trouble;
    StringFromGUID2(factories[i].clsid, id, 40);
    _snwprintf(name, 200, L"Software\\Classes\\CLSID\\%ls\\InprocServer32", id);
    trouble = RegCreateKeyExW(HKEY_LOCAL_MACHINE, name, 0, NULL, 0, KEY_SET_VALUE, NULL, &key, NULL);
    if (trouble != 0) return HRESULT_FROM_WIN32(trouble);
    RegSetValueExW(key, NULL, 0, REG_SZ, (BYTE *) path, (DWORD) (wcslen(path) + 1) * sizeof(wchar_t));
    RegSetValueExW(key, L"ThreadingModel", 0, REG_SZ, (BYTE *) L"Both", 5 * sizeof(wchar_t));
    RegCloseKey(key);
  }
  return S_OK;
}
