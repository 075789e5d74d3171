/*
 * Stands in for the Windows event log (wevtapi.dll), of which Wine has only the names.
 *
 * It is fed from the folder in REGRIP_FAKES (or, where that is not set, the one named in the first
 * line of C:\regrip-fakes.txt):
 *   events\*.xml       one event each, UTF-8; sorted by file name they are in the order of time.
 *                      Channel, provider, EventID, EventRecordID and SystemTime are read out of it.
 *   events\errors.txt  lines "CALL CHANNEL NUMBER": query, subscribe or next (of a subscription)
 *                      fails with that Win32 error where it concerns the channel
 *
 * A subscription looks into the folder every 200 ms, and its record numbers must grow per channel.
 * Of XPath it knows Provider[@Name='…'], EventID=… joined by or, and @SystemTime>='…'; what it does not
 * know it refuses with 15001, as Windows does.
 *
 */
// build: x86_64-w64-mingw32-gcc -shared -O2 -Wall -Wno-unused-function -static-libgcc -o wevtapi.dll wevtapi.c
#define EXPORT __declspec(dllexport)
#include "fake.h"

#define EVENTS 4096
#define CHANNELS 4
#define LENGTH 200
#define TOLERATE 0x1000
#define REVERSE 0x200
#define FUTURE 1
#define NO_SUCH_CHANNEL 15007

typedef struct {
  wchar_t *xml;
  wchar_t channel[LENGTH], provider[LENGTH];
  long id;
  unsigned long long record;
  unsigned long long time; /* in 100 ns since 1601 */
} event;

typedef struct {
  wchar_t channel[LENGTH];
  unsigned long long record;
} position;

typedef struct {
  wchar_t channel[LENGTH];
  wchar_t xpath[2000];
} selection;

typedef struct {
  enum { QUERY, EVENT, SUBSCRIPTION } kind;
  event **events; /* of a query */
  int count, at;
  event *one;                   /* an event */
  position marks[CHANNELS];     /* how far a subscription has come */
  int mark_count;
  selection selections[CHANNELS];
  int selection_count;
  HANDLE signal, stop, thread;
} object;

/* ---- events in the folder ---- */

static void between(const wchar_t *text, const wchar_t *start, const wchar_t *ends, wchar_t *value) {
  const wchar_t *at = wcsstr(text, start);
  value[0] = 0;
  if (!at) return;
  at += wcslen(start);
  if (wcschr(L"'\"", *at)) at++;
  size_t length = wcscspn(at, ends);
  if (length >= LENGTH) length = LENGTH - 1;
  wcsncpy(value, at, length);
  value[length] = 0;
}

static unsigned long long time_of(const wchar_t *text) {
  SYSTEMTIME parts = {0};
  FILETIME time;
  if (swscanf(text, L"%hu-%hu-%huT%hu:%hu:%hu", &parts.wYear, &parts.wMonth, &parts.wDay, &parts.wHour,
              &parts.wMinute, &parts.wSecond) != 6)
    return 0;
  if (!SystemTimeToFileTime(&parts, &time)) return 0;
  return (unsigned long long)time.dwHighDateTime << 32 | time.dwLowDateTime;
}

static wchar_t *text_of(const wchar_t *path) {
  FILE *file = _wfopen(path, L"rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = calloc(size + 1, 1);
  size = (long)fread(bytes, 1, size, file);
  fclose(file);
  wchar_t *text = calloc(size + 1, sizeof(wchar_t));
  MultiByteToWideChar(CP_UTF8, 0, bytes, size, text, size);
  free(bytes);
  return text;
}

static event *event_of(const wchar_t *path) {
  wchar_t value[LENGTH];
  wchar_t *xml = text_of(path);
  if (!xml) return NULL;
  event *made = calloc(1, sizeof *made);
  made->xml = xml;
  between(xml, L"<Channel>", L"<", made->channel);
  between(xml, L"<Provider Name=", L"'\"", made->provider);
  const wchar_t *id = wcsstr(xml, L"<EventID");
  made->id = id && (id = wcschr(id, L'>')) ? wcstol(id + 1, NULL, 10) : 0;
  between(xml, L"<EventRecordID>", L"<", value);
  made->record = wcstoull(value, NULL, 10);
  between(xml, L"SystemTime=", L"'\"", value);
  made->time = time_of(value);
  return made;
}

static void forget(event *gone) {
  free(gone->xml);
  free(gone);
}

static event *copy_of(const event *original) {
  event *copy = malloc(sizeof *copy);
  *copy = *original;
  copy->xml = _wcsdup(original->xml);
  return copy;
}

static int by_name(const void *left, const void *right) {
  return wcscmp(*(wchar_t *const *)left, *(wchar_t *const *)right);
}

/* All events of the folder in the order of their names. */
static int load(event **events) {
  static const wchar_t *const pattern = L"events\\*.xml";
  wchar_t path[MAX_PATH * 2], *names[EVENTS];
  WIN32_FIND_DATAW found;
  int count = 0, loaded = 0;
  fed_from(path, MAX_PATH * 2, pattern);
  HANDLE search = FindFirstFileW(path, &found);
  if (search == INVALID_HANDLE_VALUE) return 0;
  do {
    if (count < EVENTS) names[count++] = _wcsdup(found.cFileName);
  } while (FindNextFileW(search, &found));
  FindClose(search);
  qsort(names, count, sizeof *names, by_name);
  for (int i = 0; i < count; i++) {
    wchar_t name[MAX_PATH];
    _snwprintf(name, MAX_PATH, L"events\\%ls", names[i]);
    fed_from(path, MAX_PATH * 2, name);
    if ((events[loaded] = event_of(path))) loaded++;
    free(names[i]);
  }
  return loaded;
}

/* ---- what a query selects ---- */

static DWORD error_of(const char *call, const wchar_t *channel) {
  static const wchar_t *const known[] = {L"System", L"Setup", L"Application",
                                         L"Microsoft-Windows-WindowsUpdateClient/Operational",
                                         L"Microsoft-Windows-Bits-Client/Operational"};
  wchar_t path[MAX_PATH * 2];
  char line[512], name[LENGTH], asked[32];
  DWORD number, error = NO_SUCH_CHANNEL;
  for (int i = 0; i < (int)(sizeof known / sizeof *known); i++)
    if (!_wcsicmp(known[i], channel)) error = 0;
  fed_from(path, MAX_PATH * 2, L"events\\errors.txt");
  FILE *file = _wfopen(path, L"rt");
  if (!file) return error;
  while (fgets(line, sizeof line, file)) {
    wchar_t wide[LENGTH];
    if (sscanf(line, "%31s %199s %lu", asked, name, &number) != 3 || strcmp(asked, call)) continue;
    MultiByteToWideChar(CP_UTF8, 0, name, -1, wide, LENGTH);
    if (!_wcsicmp(wide, channel)) error = number;
  }
  fclose(file);
  return error;
}

static DWORD select_from(object *made, const char *call, const wchar_t *channel, const wchar_t *xpath, DWORD flags) {
  DWORD error = error_of(call, channel);
  if (!error && wcsstr(xpath, L"timediff")) error = 15001; /* ERROR_EVT_INVALID_QUERY */
  if (error) return flags & TOLERATE ? 0 : error;
  if (made->selection_count == CHANNELS) return ERROR_NOT_SUPPORTED;
  selection *added = &made->selections[made->selection_count++];
  wcsncpy(added->channel, channel, LENGTH - 1);
  wcsncpy(added->xpath, xpath, 1999);
  return 0;
}

static DWORD parse(object *made, const char *call, const wchar_t *path, const wchar_t *query, DWORD flags) {
  if (path && (!query || !wcsstr(query, L"<QueryList"))) return select_from(made, call, path, query ? query : L"*", flags);
  const wchar_t *select = query;
  while (select && (select = wcsstr(select, L"<Select Path="))) {
    wchar_t channel[LENGTH], xpath[2000] = L"";
    between(select, L"<Select Path=", L"'\"", channel);
    select = wcschr(select, L'>');
    const wchar_t *end = select ? wcsstr(select, L"</Select>") : NULL;
    if (!end || end - select > 1999) return 15001; /* ERROR_EVT_INVALID_QUERY */
    wcsncpy(xpath, select + 1, end - select - 1);
    DWORD error = select_from(made, call, channel, xpath, flags);
    if (error) return error;
    select = end;
  }
  return 0;
}

static int selects(const selection *from, const event *one) {
  if (_wcsicmp(from->channel, one->channel)) return 0;
  wchar_t provider[LENGTH];
  between(from->xpath, L"Provider[@Name=", L"'\"", provider);
  if (*provider && _wcsicmp(provider, one->provider)) return 0;
  const wchar_t *id = wcsstr(from->xpath, L"EventID=");
  int listed = !id;
  for (; id; id = wcsstr(id + 1, L"EventID="))
    if (wcstol(id + 8, NULL, 10) == one->id) listed = 1;
  if (!listed) return 0;
  wchar_t since[LENGTH];
  between(from->xpath, L"@SystemTime>=", L"'\"", since);
  if (*since && one->time < time_of(since)) return 0;
  return 1;
}

static int selected(const object *by, const event *one) {
  for (int i = 0; i < by->selection_count; i++)
    if (selects(&by->selections[i], one)) return 1;
  return 0;
}

static position *mark_of(object *in, const wchar_t *channel) {
  for (int i = 0; i < in->mark_count; i++)
    if (!_wcsicmp(in->marks[i].channel, channel)) return &in->marks[i];
  return NULL;
}

static void move_mark(object *in, const wchar_t *channel, unsigned long long record) {
  position *mark = mark_of(in, channel);
  if (!mark) {
    if (in->mark_count == CHANNELS) return;
    mark = &in->marks[in->mark_count++];
    wcsncpy(mark->channel, channel, LENGTH - 1);
  }
  mark->record = record;
}

/* The oldest event the subscription has not given yet, or NULL. */
static event *pending(object *subscription) {
  event *events[EVENTS], *first = NULL;
  int count = load(events);
  for (int i = 0; i < count; i++) {
    position *mark = mark_of(subscription, events[i]->channel);
    int fresh = selected(subscription, events[i]) && (!mark || events[i]->record > mark->record);
    if (fresh && !first)
      first = events[i];
    else
      forget(events[i]);
  }
  return first;
}

static DWORD error_of_next(const object *subscription) {
  DWORD error = 0;
  for (int i = 0; i < subscription->selection_count && !error; i++)
    error = error_of("next", subscription->selections[i].channel);
  return error;
}

static DWORD WINAPI watch(void *parameter) {
  object *subscription = parameter;
  while (WaitForSingleObject(subscription->stop, 200) == WAIT_TIMEOUT) {
    event *fresh = pending(subscription);
    if (fresh || error_of_next(subscription)) SetEvent(subscription->signal);
    if (fresh) forget(fresh);
  }
  return 0;
}

/* ---- the calls ---- */

EXPORT HANDLE WINAPI EvtQuery(HANDLE session, const wchar_t *path, const wchar_t *query, DWORD flags) {
  object *made = calloc(1, sizeof *made);
  DWORD error = parse(made, "query", path, query, flags);
  if (error) {
    free(made);
    SetLastError(error);
    return NULL;
  }
  made->kind = QUERY;
  made->events = calloc(EVENTS, sizeof *made->events);
  event *events[EVENTS];
  int count = load(events);
  for (int i = 0; i < count; i++) {
    event *each = events[flags & REVERSE ? count - 1 - i : i];
    if (selected(made, each))
      made->events[made->count++] = each;
    else
      forget(each);
  }
  return made;
}

EXPORT HANDLE WINAPI EvtSubscribe(HANDLE session, HANDLE signal, const wchar_t *path, const wchar_t *query,
                                  HANDLE bookmark, void *context, void *callback, DWORD flags) {
  object *made = calloc(1, sizeof *made);
  event *events[EVENTS];
  made->kind = SUBSCRIPTION;
  DWORD error = parse(made, "subscribe", path, query, flags);
  if (!error && (callback || !signal || bookmark || (flags & 3) != FUTURE)) error = ERROR_NOT_SUPPORTED;
  int count = load(events);
  for (int i = 0; i < count; i++) {
    if (selected(made, events[i])) move_mark(made, events[i]->channel, events[i]->record);
    forget(events[i]);
  }
  if (error) {
    free(made);
    SetLastError(error);
    return NULL;
  }
  made->signal = signal;
  made->stop = CreateEventW(NULL, TRUE, FALSE, NULL);
  made->thread = CreateThread(NULL, 0, watch, made, 0, NULL);
  return made;
}

EXPORT BOOL WINAPI EvtNext(HANDLE from, DWORD size, HANDLE *events, DWORD timeout, DWORD flags, DWORD *returned) {
  object *results = from;
  *returned = 0;
  DWORD error = results->kind == SUBSCRIPTION ? error_of_next(results) : 0;
  while (!error && *returned < size) {
    event *next = NULL;
    if (results->kind == SUBSCRIPTION) {
      next = pending(results);
      if (next) move_mark(results, next->channel, next->record);
    } else if (results->at < results->count) {
      next = copy_of(results->events[results->at++]);
    }
    if (!next) break;
    object *made = calloc(1, sizeof *made);
    made->kind = EVENT;
    made->one = next;
    events[(*returned)++] = made;
  }
  if (*returned) return TRUE;
  // A subscription that has nothing now says so with another number than a result set at its end.
  DWORD nothing = results->kind == SUBSCRIPTION ? ERROR_INVALID_OPERATION : ERROR_NO_MORE_ITEMS;
  SetLastError(error ? error : nothing);
  return FALSE;
}

EXPORT BOOL WINAPI EvtRender(HANDLE context, HANDLE fragment, DWORD flags, DWORD size, void *buffer, DWORD *used,
                             DWORD *properties) {
  object *what = fragment;
  if (flags != 1 || what->kind != EVENT) {
    SetLastError(ERROR_INVALID_PARAMETER);
    return FALSE;
  }
  const wchar_t *text = what->one->xml;
  *properties = 0;
  *used = (DWORD)((wcslen(text) + 1) * sizeof(wchar_t));
  if (*used > size) {
    SetLastError(ERROR_INSUFFICIENT_BUFFER);
    return FALSE;
  }
  memcpy(buffer, text, *used);
  return TRUE;
}

EXPORT BOOL WINAPI EvtClose(HANDLE handle) {
  object *closed = handle;
  if (closed->kind == SUBSCRIPTION) {
    SetEvent(closed->stop);
    WaitForSingleObject(closed->thread, INFINITE);
    CloseHandle(closed->thread);
    CloseHandle(closed->stop);
  }
  for (int i = 0; i < closed->count; i++) forget(closed->events[i]);
  free(closed->events);
  if (closed->one) forget(closed->one);
  free(closed);
  return TRUE;
}
