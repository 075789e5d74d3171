// Where the program is, and which Java it runs with: the one in its own folder, or one that an
// administrator has named in the registry. Nothing that a user can set has a say.
#include "launcher.h"

#include <initguid.h>
#include <knownfolders.h>
#include <shlobj.h>

static const wchar_t NO_JAVA[] =
    L"Regrip needs Java 17 or newer (64-bit), and found none on this PC.\n\n"
    L"Install one for all users, for example Temurin 21 from adoptium.net, and start Regrip again. "
    L"Nothing was changed.";

static const wchar_t JAVA_OF_ANOTHER_MACHINE[] =
    L"The only Java found on this PC is made for another kind of processor than this Regrip:\n\n"
    L"%ls\n\n"
    L"Install Java 17 or newer for Windows x64, for all users, for example Temurin 21 from "
    L"adoptium.net, and start Regrip again. Nothing was changed.";

#ifdef HELPER
static const wchar_t WEAK_JAVA[] =
    L"Regrip does not repair with a Java that others than administrators can change:\n\n%ls\n\n"
    L"Install Java for all users, in Program Files, and try again. Nothing was changed.";
#endif

void join(wchar_t *path, const wchar_t *folder, const wchar_t *name) {
  int length = snwprintf(path, PATH_CHARS, L"%ls\\%ls", folder, name);
  if (length < 0 || length >= PATH_CHARS) {
    stop(L"Regrip is installed in a folder with a name that is too long.");
  }
}

void data_folder(wchar_t *path) {
  wchar_t *data;
  if (SHGetKnownFolderPath(&FOLDERID_ProgramData, 0, NULL, &data) != S_OK) {
    stop(L"Windows does not say where programs keep their data.");
  }
  join(path, data, L"Regrip");
  CoTaskMemFree(data);
}

// Which machine a program file is made for (IMAGE_FILE_MACHINE_...); 0 where it is no program.
static WORD machine_of(const wchar_t *path) {
  BYTE start[4096];
  DWORD length = 0;
  IMAGE_DOS_HEADER dos;
  IMAGE_NT_HEADERS headers;
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    return 0;
  }
  ReadFile(file, start, sizeof start, &length, NULL);
  CloseHandle(file);
  if (length < sizeof start) {
    return 0;
  }
  memcpy(&dos, start, sizeof dos);
  if (dos.e_magic != IMAGE_DOS_SIGNATURE || dos.e_lfanew < 0 ||
      (size_t)dos.e_lfanew > sizeof start - sizeof headers) {
    return 0;
  }
  memcpy(&headers, start + dos.e_lfanew, sizeof headers);
  return headers.Signature == IMAGE_NT_SIGNATURE ? headers.FileHeader.Machine : 0;
}

// The number in JAVA_VERSION="17.0.9" of the file "release", or 0 where this is no Java.
static int version_of(const wchar_t *java) {
  wchar_t path[PATH_CHARS];
  char text[8192];
  DWORD length = 0;
  join(path, java, L"bin\\server\\jvm.dll");
  if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES) {
    return 0;
  }
  join(path, java, L"release");
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    return 0;
  }
  ReadFile(file, text, sizeof text - 1, &length, NULL);
  CloseHandle(file);
  text[length] = 0;
  const char *version = strstr(text, "JAVA_VERSION=\"");
  return version == NULL ? 0 : atoi(version + strlen("JAVA_VERSION=\""));
}

static BOOL is_good(struct place *place) {
  size_t length = wcslen(place->java);
  if (length > 0 && place->java[length - 1] == L'\\') {
    place->java[length - 1] = 0;
  }
  place->java_version = version_of(place->java);
  if (place->java_version < OLDEST_JAVA) {
    return FALSE;
  }
  // A process can't load a DLL for another machine, for example the ARM64 Java of an ARM64 PC.
  wchar_t path[PATH_CHARS];
  join(path, place->java, L"bin\\server\\jvm.dll");
  WORD machine = machine_of(path);
  if (machine == machine_of(place->program)) {
    return TRUE;
  }
  if (machine != 0) {
    wcscpy(place->java_of_another_machine, place->java);
  }
  return FALSE;
}

static BOOL read_registry(const wchar_t *key, const wchar_t *name, wchar_t *value) {
  DWORD size = PATH_CHARS * sizeof(wchar_t);
  return RegGetValueW(HKEY_LOCAL_MACHINE, key, name, RRF_RT_REG_SZ | RRF_SUBKEY_WOW6464KEY, NULL,
                      value, &size) == ERROR_SUCCESS;
}

// Installers of Java leave a key for each version; the newest that is good enough is taken.
static BOOL find_installed(struct place *place, const wchar_t *vendor, const wchar_t *below,
                           const wchar_t *name) {
  HKEY keys;
  struct place newest = {.java_version = 0};
  if (RegOpenKeyExW(HKEY_LOCAL_MACHINE, vendor, 0, KEY_READ | KEY_WOW64_64KEY, &keys) !=
      ERROR_SUCCESS) {
    return FALSE;
  }
  wchar_t version[256];
  for (DWORD i = 0, length = 256;
       RegEnumKeyExW(keys, i, version, &length, NULL, NULL, NULL, NULL) == ERROR_SUCCESS;
       i++, length = 256) {
    wchar_t key[PATH_CHARS];
    snwprintf(key, PATH_CHARS, L"%ls\\%ls%ls", vendor, version, below);
    if (read_registry(key, name, place->java) && is_good(place) &&
        place->java_version > newest.java_version) {
      newest = *place;
    }
  }
  RegCloseKey(keys);
  if (newest.java_version > 0) {
    wcscpy(place->java, newest.java);
    place->java_version = newest.java_version;
  }
  return newest.java_version > 0;
}

static BOOL find_java(struct place *place) {
  join(place->java, place->install, L"runtime");
  return is_good(place) ||
         (read_registry(L"SOFTWARE\\Regrip", L"JavaHome", place->java) && is_good(place)) ||
         find_installed(place, L"SOFTWARE\\Eclipse Adoptium\\JRE", L"\\hotspot\\MSI", L"Path") ||
         find_installed(place, L"SOFTWARE\\Eclipse Adoptium\\JDK", L"\\hotspot\\MSI", L"Path") ||
         find_installed(place, L"SOFTWARE\\JavaSoft\\JRE", L"", L"JavaHome") ||
         find_installed(place, L"SOFTWARE\\JavaSoft\\JDK", L"", L"JavaHome");
}

void find_place(struct place *place) {
  DWORD length = GetModuleFileNameW(NULL, place->program, PATH_CHARS);
  if (length == 0 || length >= PATH_CHARS) {
    stop(L"Regrip is installed in a folder with a name that is too long.");
  }
  wcscpy(place->install, place->program);
  *wcsrchr(place->install, L'\\') = 0;
  place->java_of_another_machine[0] = 0;
  if (!find_java(place)) {
    static wchar_t words[2 * PATH_CHARS];
    snwprintf(words, 2 * PATH_CHARS, JAVA_OF_ANOTHER_MACHINE, place->java_of_another_machine);
    stop(place->java_of_another_machine[0] == 0 ? NO_JAVA : words);
  }
#ifdef HELPER
  static const wchar_t *const LOADED[] = {L"bin\\server\\jvm.dll", L"bin\\java.dll",
                                          L"lib\\modules"};
  for (size_t i = 0; i < sizeof LOADED / sizeof *LOADED; i++) {
    wchar_t path[PATH_CHARS], words[2 * PATH_CHARS];
    join(path, place->java, LOADED[i]);
    if (!only_administrators_change(path)) {
      snwprintf(words, 2 * PATH_CHARS, WEAK_JAVA, place->java);
      stop(words);
    }
  }
#endif
}
