// Whether Regrip is to stay where Windows has started it for everybody at sign-in: what a policy of
// this PC says, else what this user has chosen (InstalledAutostart.java writes it), else what the
// installation was told, else yes. Asked before any Java is loaded, so a "no" costs next to nothing.
#include "launcher.h"

#include <knownfolders.h>
#include <shlobj.h>

static BOOL read_number(const wchar_t *key, DWORD *value) {
  DWORD size = sizeof *value;
  return RegGetValueW(HKEY_LOCAL_MACHINE, key, L"StartWithWindows",
                      RRF_RT_REG_DWORD | RRF_SUBKEY_WOW6464KEY, NULL, value,
                      &size) == ERROR_SUCCESS;
}

static BOOL read_choice(DWORD *value) {
  wchar_t *local, path[PATH_CHARS];
  char text[4] = "";
  DWORD length = 0;
  if (SHGetKnownFolderPath(&FOLDERID_LocalAppData, 0, NULL, &local) != S_OK) {
    return FALSE;
  }
  join(path, local, L"Regrip\\autostart.txt");
  CoTaskMemFree(local);
  HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) {
    return FALSE;
  }
  ReadFile(file, text, sizeof text - 1, &length, NULL);
  CloseHandle(file);
  *value = strncmp(text, "off", 3) != 0;
  return TRUE;
}

BOOL is_wanted_at_sign_in(void) {
  DWORD value = 1;
  if (!read_number(L"SOFTWARE\\Policies\\Regrip", &value) && !read_choice(&value)) {
    read_number(L"SOFTWARE\\Regrip", &value);
  }
  return value != 0;
}
