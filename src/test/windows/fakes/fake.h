/* What the fakes of servicing programs share: where they are fed from, and their log. */
#ifndef REGRIP_FAKE_H
#define REGRIP_FAKE_H

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

/* The folder the fakes are fed from. A clean environment does not name it, a file then does. */
static void fed_from(wchar_t *path, size_t size, const wchar_t *name) {
  wchar_t folder[MAX_PATH] = L"";
  if (!GetEnvironmentVariableW(L"REGRIP_FAKES", folder, MAX_PATH)) {
    FILE *named = _wfopen(L"C:\\regrip-fakes.txt", L"rt, ccs=UTF-8");
    if (named) {
      if (fgetws(folder, MAX_PATH, named)) folder[wcscspn(folder, L"\r\n")] = 0;
      fclose(named);
    }
  }
  _snwprintf(path, size, L"%ls\\%ls", folder, name);
}

/* The value of a line "key=value" in a file of the folder, else the default. */
static void setting(const wchar_t *file, const char *key, const char *otherwise, char *value, size_t size) {
  wchar_t path[MAX_PATH * 2];
  char line[512];
  snprintf(value, size, "%s", otherwise);
  fed_from(path, MAX_PATH * 2, file);
  FILE *settings = _wfopen(path, L"rt");
  if (!settings) return;
  size_t length = strlen(key);
  while (fgets(line, sizeof line, settings)) {
    line[strcspn(line, "\r\n")] = 0;
    if (!strncmp(line, key, length) && line[length] == '=') snprintf(value, size, "%s", line + length + 1);
  }
  fclose(settings);
}

/* Appends the command line, the folder and the environment of this run, one per line. */
static void log_run(const wchar_t *file) {
  wchar_t path[MAX_PATH * 2], folder[MAX_PATH] = L"";
  fed_from(path, MAX_PATH * 2, file);
  FILE *log = _wfopen(path, L"at, ccs=UTF-8");
  if (!log) return;
  GetCurrentDirectoryW(MAX_PATH, folder);
  fwprintf(log, L"run %ls\nin %ls\n", GetCommandLineW(), folder);
  wchar_t *block = GetEnvironmentStringsW();
  for (wchar_t *each = block; *each; each += wcslen(each) + 1) fwprintf(log, L"env %ls\n", each);
  FreeEnvironmentStringsW(block);
  fclose(log);
}

#endif
