// An environment that puts no code into a Java: JAVA_TOOL_OPTIONS and _JAVA_OPTIONS name agents,
// PATH is where DLLs are looked for, COR_PROFILER and its like reach the programs we start. There
// are always more of them than a list of bad ones knows, so this is a list of good ones.
#include "launcher.h"

static const wchar_t *const KNOWN[] = {
    L"ALLUSERSPROFILE",    L"CommonProgramFiles", L"CommonProgramFiles(x86)",
    L"CommonProgramW6432", L"COMPUTERNAME",       L"LOGONSERVER",
    L"NUMBER_OF_PROCESSORS", L"OS",               L"PROCESSOR_ARCHITECTURE",
    L"PROCESSOR_IDENTIFIER", L"PROCESSOR_LEVEL",  L"PROCESSOR_REVISION",
    L"ProgramData",        L"ProgramFiles",       L"ProgramFiles(x86)",
    L"ProgramW6432",       L"PUBLIC",             L"SESSIONNAME",
    L"SystemDrive",        L"SystemRoot",         L"windir",
    L"USERDOMAIN",         L"USERNAME",           L"USERPROFILE",
#ifndef HELPER
    L"APPDATA",            L"LOCALAPPDATA",       L"HOMEDRIVE",
    L"HOMEPATH",           L"TEMP",               L"TMP",
    L"NO_COLOR",           L"WT_SESSION",
#endif
};

static BOOL is_known(const wchar_t *name) {
  for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
    if (_wcsicmp(KNOWN[i], name) == 0) {
      return TRUE;
    }
  }
  return FALSE;
}

// A C runtime that is loaded already may have made its copy of the environment.
static void set(const wchar_t *name, const wchar_t *value) {
  SetEnvironmentVariableW(name, value);
  HMODULE runtime = GetModuleHandleW(L"ucrtbase.dll");
  if (runtime != NULL) {
    int (*put)(const wchar_t *, const wchar_t *) =
        (int (*)(const wchar_t *, const wchar_t *))(void *)GetProcAddress(runtime, "_wputenv_s");
    if (put != NULL) {
      put(name, value == NULL ? L"" : value);
    }
  }
}

void keep_known_variables(void) {
  wchar_t *all = GetEnvironmentStringsW();
  wchar_t name[32768];
  for (wchar_t *entry = all; *entry != 0; entry += wcslen(entry) + 1) {
    const wchar_t *end = wcschr(entry + 1, L'=');
    size_t length = end == NULL ? wcslen(entry) : (size_t)(end - entry);
    if (length >= sizeof name / sizeof *name) {
      stop(L"The settings of this PC (its environment variables) can't be read.");
    }
    wmemcpy(name, entry, length);
    name[length] = 0;
    if (!is_known(name)) {
      set(name, NULL);
    }
  }
  FreeEnvironmentStringsW(all);

  wchar_t system[PATH_CHARS], windows[PATH_CHARS], value[2 * PATH_CHARS + 16];
  GetSystemDirectoryW(system, PATH_CHARS);
  GetSystemWindowsDirectoryW(windows, PATH_CHARS);
  set(L"SystemRoot", windows);
  set(L"windir", windows);
  snwprintf(value, sizeof value / sizeof *value, L"%ls;%ls", system, windows);
  set(L"PATH", value);
  set(L"PATHEXT", L".COM;.EXE;.BAT;.CMD");
  snwprintf(value, sizeof value / sizeof *value, L"%ls\\cmd.exe", system);
  set(L"ComSpec", value);
#ifdef HELPER
  wchar_t data[PATH_CHARS];
  data_folder(data);
  snwprintf(value, sizeof value / sizeof *value, L"%ls\\temp", data);
  set(L"TEMP", value);
  set(L"TMP", value);
#endif
}
