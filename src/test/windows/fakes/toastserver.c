/*
 * Stands in for the toasts of Windows (Windows.UI.Notifications and the XML document they are made
 * of), which Wine lacks: an in-process WinRT server, registered by the test under
 * HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\<class> with DllPath=toastserver.dll.
 *
 * It is fed from the folder in REGRIP_FAKES (or, where that is not set, the one named in the first
 * line of C:\regrip-fakes.txt):
 *   toasts\mode.txt  lines setting=N (what get_Setting answers), show=0xHRESULT (what Show answers),
 *                    update=N (what UpdateWithTagAndGroup answers), all 0 where nothing is said, and
 *                    known=1 for an application that has shown a toast at some earlier time. To one
 *                    that has not, get_Setting says 0x80070490 until it has, as Windows does where
 *                    the application has no package; the log is where it is remembered
 *   toasts\log.txt   what it was asked, appended, UTF-8, one line each, fields split by tabs:
 *                    notifier ID | show TAG GROUP POPUP XML | data NAME=VALUE… |
 *                    update TAG GROUP NAME=VALUE… | remove TAG GROUP ID
 *
 * Interface ids and slots are those of Windows' metadata; mingw-w64 has no header for them.
 *
 * build: x86_64-w64-mingw32-gcc -O2 -Wall -Wextra -Werror -shared -static-libgcc toastserver.c -o toastserver.dll -lruntimeobject -luuid
 */
#include <initguid.h>
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <winstring.h>
#include <inspectable.h>
#include <activation.h>

DEFINE_GUID(IID_ManagerStatics, 0x50ac103f, 0xd235, 0x4598, 0xbb, 0xef, 0x98, 0xfe, 0x4d, 0x1a, 0x3a, 0xd4);
DEFINE_GUID(IID_ManagerStatics2, 0x7ab93c52, 0x0e48, 0x4750, 0xba, 0x9d, 0x1a, 0x41, 0x13, 0x98, 0x18, 0x47);
DEFINE_GUID(IID_History, 0x5caddc63, 0x01d3, 0x4c97, 0x98, 0x6f, 0x05, 0x33, 0x48, 0x3f, 0xee, 0x14);
DEFINE_GUID(IID_ToastFactory, 0x04124b20, 0x82c6, 0x4229, 0xb1, 0x09, 0xfd, 0x9e, 0xd4, 0x66, 0x2b, 0x53);
DEFINE_GUID(IID_Notifier, 0x75927b93, 0x03f3, 0x41ec, 0x91, 0xd3, 0x6e, 0x5b, 0xac, 0x1b, 0x38, 0xe7);
DEFINE_GUID(IID_Notifier2, 0x354389c6, 0x7c01, 0x4bd5, 0x9c, 0x20, 0x60, 0x43, 0x40, 0xcd, 0x2b, 0x74);
DEFINE_GUID(IID_Toast, 0x997e2675, 0x059e, 0x4e60, 0x8b, 0x06, 0x17, 0x60, 0x91, 0x7c, 0x8b, 0x80);
DEFINE_GUID(IID_Toast2, 0x9dfb9fd1, 0x143a, 0x490e, 0x90, 0xbf, 0xb9, 0xfb, 0xa7, 0x13, 0x2d, 0xe7);
DEFINE_GUID(IID_Toast4, 0x15154935, 0x28ea, 0x4727, 0x88, 0xe9, 0xc5, 0x86, 0x80, 0xe2, 0xd1, 0x18);
DEFINE_GUID(IID_Data, 0x9ffd2312, 0x9d6a, 0x4aaf, 0xb6, 0xac, 0xff, 0x17, 0xf0, 0xc1, 0xf2, 0x80);
DEFINE_GUID(IID_StringMap, 0xf6d1f700, 0x49c2, 0x52ae, 0x81, 0x54, 0x82, 0x6f, 0x99, 0x08, 0x77, 0x3c);
DEFINE_GUID(IID_Xml, 0xf7f3a506, 0x1e87, 0x42d6, 0xbc, 0xfb, 0xb8, 0xc8, 0x09, 0xfa, 0x54, 0x94);
DEFINE_GUID(IID_XmlIO, 0x6cd0e74e, 0xee65, 0x4489, 0x9e, 0xbf, 0xca, 0x43, 0xe8, 0x7b, 0xa6, 0x37);

#define FACES 3
#define VALUES 16

/* Every object: up to three interfaces, one after the other, so that a face leads to its object. */
typedef struct object object;
typedef struct {
  const void *const *slots;
  object *owner;
} face;

struct object {
  face faces[FACES];
  const GUID *iids[FACES];
  LONG references;
  HSTRING text;         /* XML of a document, id of a notifier */
  HSTRING tag, group;   /* of a toast */
  object *document;     /* of a toast */
  object *data;         /* of a toast */
  boolean suppressed;
  UINT32 sequence;
  HSTRING names[VALUES], values[VALUES];
  int count;
};

/* --- the folder ----------------------------------------------------------------------------- */

static FILE *file_in_folder(const wchar_t *name, const wchar_t *mode) {
  wchar_t path[1024] = L"";
  if (GetEnvironmentVariableW(L"REGRIP_FAKES", path, 700) == 0) {
    FILE *pointer = _wfopen(L"C:\\regrip-fakes.txt", L"rb");
    char line[700] = "";
    if (pointer == NULL) return NULL;
    if (fgets(line, sizeof line, pointer) == NULL) line[0] = 0;
    fclose(pointer);
    line[strcspn(line, "\r\n")] = 0;
    MultiByteToWideChar(CP_UTF8, 0, line, -1, path, 700);
  }
  wcscat(path, L"\\toasts");
  CreateDirectoryW(path, NULL);
  wcscat(path, L"\\");
  wcscat(path, name);
  return _wfopen(path, mode);
}

static unsigned long mode_of(const char *name) {
  FILE *file = file_in_folder(L"mode.txt", L"rb");
  char line[200];
  unsigned long value = 0;
  size_t length = strlen(name);
  if (file == NULL) return 0;
  while (fgets(line, sizeof line, file) != NULL)
    if (strncmp(line, name, length) == 0 && line[length] == '=') value = strtoul(line + length + 1, NULL, 0);
  fclose(file);
  return value;
}

static BOOL has_shown(void) {
  FILE *file = file_in_folder(L"log.txt", L"rb");
  char line[8192];
  BOOL shown = FALSE, begins = TRUE;
  if (file == NULL) return FALSE;
  while (!shown && fgets(line, sizeof line, file) != NULL) {
    shown = begins && strncmp(line, "show\t", 5) == 0;
    begins = strchr(line, '\n') != NULL;
  }
  fclose(file);
  return shown;
}

static void put_string(FILE *log, HSTRING string) {
  UINT32 length;
  const wchar_t *text = WindowsGetStringRawBuffer(string, &length);
  int size = WideCharToMultiByte(CP_UTF8, 0, text, length, NULL, 0, NULL, NULL);
  char *utf8 = malloc(size + 1);
  WideCharToMultiByte(CP_UTF8, 0, text, length, utf8, size, NULL, NULL);
  fwrite(utf8, 1, size, log);
  free(utf8);
}

static FILE *begin(const char *what, HSTRING *fields, int count) {
  FILE *log = file_in_folder(L"log.txt", L"ab");
  if (log == NULL) return NULL;
  fputs(what, log);
  for (int i = 0; i < count; i++) {
    fputc('\t', log);
    put_string(log, fields[i]);
  }
  return log;
}

static void put_values(FILE *log, object *data) {
  for (int i = 0; i < data->count; i++) {
    fputc('\t', log);
    put_string(log, data->names[i]);
    fputc('=', log);
    put_string(log, data->values[i]);
  }
}

static void end(FILE *log) {
  if (log == NULL) return;
  fputc('\n', log);
  fclose(log);
}

/* --- IUnknown and IInspectable, the same for all ---------------------------------------------- */

static HRESULT WINAPI query(face *self, REFIID iid, void **out) {
  object *owner = self->owner;
  *out = NULL;
  for (int i = 0; i < FACES; i++) {
    if (owner->iids[i] == NULL) continue;
    if (IsEqualGUID(iid, owner->iids[i])
        || (i == 0 && (IsEqualGUID(iid, &IID_IUnknown) || IsEqualGUID(iid, &IID_IInspectable)))) {
      InterlockedIncrement(&owner->references);
      *out = &owner->faces[i];
      return S_OK;
    }
  }
  return E_NOINTERFACE;
}

static ULONG WINAPI add_ref(face *self) { return InterlockedIncrement(&self->owner->references); }

static ULONG WINAPI release(face *self) {
  object *o = self->owner;
  LONG left = InterlockedDecrement(&o->references);
  if (left > 0) return left;
  if (o->document != NULL) release(&o->document->faces[0]);
  if (o->data != NULL) release(&o->data->faces[0]);
  WindowsDeleteString(o->text);
  WindowsDeleteString(o->tag);
  WindowsDeleteString(o->group);
  for (int i = 0; i < o->count; i++) {
    WindowsDeleteString(o->names[i]);
    WindowsDeleteString(o->values[i]);
  }
  free(o);
  return 0;
}

static HRESULT WINAPI unused(void) { return E_NOTIMPL; }

#define INSPECTABLE query, add_ref, release, unused, unused, unused

static object *made(const void *const *slots0, const GUID *iid0, const void *const *slots1,
                    const GUID *iid1, const void *const *slots2, const GUID *iid2) {
  object *o = calloc(1, sizeof *o);
  const void *const *slots[FACES] = {slots0, slots1, slots2};
  const GUID *iids[FACES] = {iid0, iid1, iid2};
  for (int i = 0; i < FACES; i++) {
    o->faces[i].slots = slots[i];
    o->faces[i].owner = o;
    o->iids[i] = iids[i];
  }
  o->references = 1;
  return o;
}

/* --- XmlDocument --------------------------------------------------------------------------------- */

static HRESULT WINAPI load_xml(face *self, HSTRING xml) {
  return WindowsDuplicateString(xml, &self->owner->text);
}

static const void *const xml_slots[] = {INSPECTABLE};
static const void *const xml_io_slots[] = {INSPECTABLE, load_xml, unused, unused};

/* --- NotificationData ---------------------------------------------------------------------------- */

static HRESULT WINAPI get_values(face *self, void **map) { return query(self, &IID_StringMap, map); }

static HRESULT WINAPI get_sequence(face *self, UINT32 *number) {
  *number = self->owner->sequence;
  return S_OK;
}

static HRESULT WINAPI put_sequence(face *self, UINT32 number) {
  self->owner->sequence = number;
  return S_OK;
}

static HRESULT WINAPI insert(face *self, HSTRING name, HSTRING value, boolean *replaced) {
  object *o = self->owner;
  INT32 order;
  for (int i = 0; i < o->count; i++) {
    WindowsCompareStringOrdinal(o->names[i], name, &order);
    if (order == 0) {
      WindowsDeleteString(o->values[i]);
      *replaced = TRUE;
      return WindowsDuplicateString(value, &o->values[i]);
    }
  }
  if (o->count == VALUES) return E_OUTOFMEMORY;
  *replaced = FALSE;
  WindowsDuplicateString(name, &o->names[o->count]);
  return WindowsDuplicateString(value, &o->values[o->count++]);
}

static const void *const data_slots[] = {INSPECTABLE, get_values, get_sequence, put_sequence};
static const void *const map_slots[] = {INSPECTABLE, unused, unused, unused, unused, insert, unused, unused};

/* --- ToastNotification --------------------------------------------------------------------------- */

static HRESULT WINAPI put_tag(face *self, HSTRING tag) {
  return WindowsDuplicateString(tag, &self->owner->tag);
}

static HRESULT WINAPI put_group(face *self, HSTRING group) {
  return WindowsDuplicateString(group, &self->owner->group);
}

static HRESULT WINAPI put_suppress_popup(face *self, boolean suppressed) {
  self->owner->suppressed = suppressed;
  return S_OK;
}

static HRESULT WINAPI put_data(face *self, face *data) {
  add_ref(data);
  self->owner->data = data->owner;
  return S_OK;
}

static const void *const toast_slots[] = {INSPECTABLE, unused, unused, unused, unused, unused,
                                          unused,      unused, unused, unused};
static const void *const toast2_slots[] = {INSPECTABLE, put_tag, unused, put_group, unused,
                                           put_suppress_popup, unused};
static const void *const toast4_slots[] = {INSPECTABLE, unused, put_data, unused, unused};

static HRESULT WINAPI create_toast(face *self, face *document, void **toast) {
  (void)self;
  object *o = made(toast_slots, &IID_Toast, toast2_slots, &IID_Toast2, toast4_slots, &IID_Toast4);
  /* Given another interface than IXmlDocument, the real one would run into the wrong slots. */
  if (document->slots != xml_slots) return E_INVALIDARG;
  add_ref(document);
  o->document = document->owner;
  *toast = &o->faces[0];
  return S_OK;
}

static const void *const toast_factory_slots[] = {INSPECTABLE, create_toast};

/* --- ToastNotifier ------------------------------------------------------------------------------- */

static HRESULT WINAPI show(face *self, face *toast) {
  object *o = toast->owner;
  HRESULT answer = (HRESULT)mode_of("show");
  (void)self;
  if (toast->slots != toast_slots) return E_INVALIDARG;
  if (FAILED(answer)) return answer;
  if (o->data != NULL) {
    FILE *log = begin("data", NULL, 0);
    if (log != NULL) put_values(log, o->data);
    end(log);
  }
  HSTRING fields[] = {o->tag, o->group};
  FILE *log = begin("show", fields, 2);
  if (log != NULL) {
    fprintf(log, "\t%s\t", o->suppressed ? "quiet" : "popup");
    put_string(log, o->document->text);
  }
  end(log);
  return answer;
}

static HRESULT WINAPI get_setting(face *self, INT32 *setting) {
  (void)self;
  if (!mode_of("known") && !has_shown()) return HRESULT_FROM_WIN32(ERROR_NOT_FOUND);
  *setting = (INT32)mode_of("setting");
  return S_OK;
}

static HRESULT WINAPI update_with_tag_and_group(face *self, face *data, HSTRING tag, HSTRING group,
                                                INT32 *result) {
  (void)self;
  if (data->slots != data_slots) return E_INVALIDARG;
  HSTRING fields[] = {tag, group};
  FILE *log = begin("update", fields, 2);
  if (log != NULL) put_values(log, data->owner);
  end(log);
  *result = (INT32)mode_of("update");
  return S_OK;
}

static const void *const notifier_slots[] = {INSPECTABLE, show, unused, get_setting, unused, unused, unused};
static const void *const notifier2_slots[] = {INSPECTABLE, update_with_tag_and_group, unused};

/* --- ToastNotificationManager -------------------------------------------------------------------- */

static HRESULT WINAPI create_notifier_with_id(face *self, HSTRING id, void **notifier) {
  (void)self;
  object *o = made(notifier_slots, &IID_Notifier, notifier2_slots, &IID_Notifier2, NULL, NULL);
  HSTRING fields[] = {id};
  end(begin("notifier", fields, 1));
  WindowsDuplicateString(id, &o->text);
  *notifier = &o->faces[0];
  return S_OK;
}

static HRESULT WINAPI remove_grouped_tag_with_id(face *self, HSTRING tag, HSTRING group, HSTRING id) {
  (void)self;
  HSTRING fields[] = {tag, group, id};
  end(begin("remove", fields, 3));
  return S_OK;
}

static const void *const history_slots[] = {INSPECTABLE, unused, unused, remove_grouped_tag_with_id,
                                            unused,      unused, unused, unused};

static HRESULT WINAPI get_history(face *self, void **history) {
  (void)self;
  *history = &made(history_slots, &IID_History, NULL, NULL, NULL, NULL)->faces[0];
  return S_OK;
}

static const void *const manager_slots[] = {INSPECTABLE, unused, create_notifier_with_id, unused};
static const void *const manager2_slots[] = {INSPECTABLE, get_history};

/* --- activation ---------------------------------------------------------------------------------- */

static HRESULT WINAPI new_document(face *self, void **out) {
  (void)self;
  *out = &made(xml_slots, &IID_Xml, xml_io_slots, &IID_XmlIO, NULL, NULL)->faces[0];
  return S_OK;
}

static HRESULT WINAPI new_data(face *self, void **out) {
  (void)self;
  *out = &made(data_slots, &IID_Data, map_slots, &IID_StringMap, NULL, NULL)->faces[0];
  return S_OK;
}

static const void *const new_document_slots[] = {INSPECTABLE, new_document};
static const void *const new_data_slots[] = {INSPECTABLE, new_data};
static const void *const not_activatable_slots[] = {INSPECTABLE, unused};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(HSTRING class_id, IActivationFactory **factory) {
  const wchar_t *name = WindowsGetStringRawBuffer(class_id, NULL);
  object *o;
  if (wcscmp(name, L"Windows.Data.Xml.Dom.XmlDocument") == 0)
    o = made(new_document_slots, &IID_IActivationFactory, NULL, NULL, NULL, NULL);
  else if (wcscmp(name, L"Windows.UI.Notifications.NotificationData") == 0)
    o = made(new_data_slots, &IID_IActivationFactory, NULL, NULL, NULL, NULL);
  else if (wcscmp(name, L"Windows.UI.Notifications.ToastNotification") == 0)
    o = made(not_activatable_slots, &IID_IActivationFactory, toast_factory_slots, &IID_ToastFactory, NULL, NULL);
  else if (wcscmp(name, L"Windows.UI.Notifications.ToastNotificationManager") == 0)
    o = made(not_activatable_slots, &IID_IActivationFactory, manager_slots, &IID_ManagerStatics, manager2_slots,
             &IID_ManagerStatics2);
  else
    return CLASS_E_CLASSNOTAVAILABLE;
  *factory = (IActivationFactory *)&o->faces[0];
  return S_OK;
}

__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }
